"""The event itself: its name, aliases, dates, place and host."""
