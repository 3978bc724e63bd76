"""The postings of an index: how they are counted, kept and searched."""
