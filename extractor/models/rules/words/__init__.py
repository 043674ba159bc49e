"""The words of the genre as data, and how patterns of them are looked for."""
