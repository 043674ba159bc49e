"""What an article tells of: an event of the genre or other news, and what stands beside the event."""
