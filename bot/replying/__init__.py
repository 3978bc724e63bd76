"""The way of a message to its Answer: what it asks, what was found, what is said of it."""
