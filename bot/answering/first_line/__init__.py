"""The first line of an answer: words lifted from the best hits, cut to what is asked for."""
