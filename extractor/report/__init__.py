"""What people look at: the terminal view of an extraction, of figures, and the page of an extraction."""
