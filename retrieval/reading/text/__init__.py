"""Plain text: which of its lines are paragraphs, headings, items and rows."""
