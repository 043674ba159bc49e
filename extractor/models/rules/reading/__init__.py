"""The article as the rules read it: figures as letters, lines, cells, clauses, and what each figure counts."""
