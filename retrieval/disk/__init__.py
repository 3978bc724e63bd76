"""Arrays and documents on disk: saved whole, opened mapped."""
