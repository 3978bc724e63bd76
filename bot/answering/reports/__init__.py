"""Open questions about an event that reports tell of: its story, its latest, who was there."""
