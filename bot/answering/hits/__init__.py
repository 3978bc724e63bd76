"""The order of hits before an answer is taken from them: which come first, and which are likely."""
