"""Helper processes that read files: several at once, each with no more rights than it needs."""
