"""Printed pages, as PDF files hold them: from words and their places to columns and paragraphs."""
