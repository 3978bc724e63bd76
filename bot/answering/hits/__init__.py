"""What was found, before an answer is taken from it: which hits come first, which are likely."""
