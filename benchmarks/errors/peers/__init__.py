"""The same wrong claims, put to tools that check what a model extracted against its source."""
