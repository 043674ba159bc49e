"""The named projects: how each language names them, whose they are, where, for how much and to make what."""
