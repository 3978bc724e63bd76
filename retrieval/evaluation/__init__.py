"""Retrieval measured: files of questions, collections made of them, and the measures."""
