"""A message in its parts: noun phrases, names, dates, the words that ask."""
