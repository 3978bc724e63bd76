"""Answers of several things: items of an enumeration or list, cells of a table, labelled lines.

In a sentence: `items`, `whole`. In a list: `itemised`, `headed`. In a table: `cells`, `columns`. By
a label: `entries`, `labelled`, `asked_label`.
"""
