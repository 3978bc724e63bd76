"""Passages that a search found to the probability that each answers the question."""
