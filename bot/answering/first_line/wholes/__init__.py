"""What lifted words are only a part of, by what that is."""
