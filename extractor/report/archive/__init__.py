"""The index of an archive: every article of it to search and filter, with totals over all."""
