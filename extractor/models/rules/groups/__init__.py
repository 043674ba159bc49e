"""The total and the groups of projects: counts, amounts, percentages, names, and what each is a part of."""
