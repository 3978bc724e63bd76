"""Time: dates in texts, the time that a question asks about, and turns of a series."""
