"""Plain text: which of its lines are paragraphs, headings, items and rows.

`blocks` leads through it: `lines` tells what each is by its own words, `wrapping` which go on with
the one above, `headings` which stand above others.
"""
