"""A second reading: figures and names that the first has left without a place."""
