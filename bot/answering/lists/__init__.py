"""Answers of several things: items of an enumeration or a list, cells of a table."""
