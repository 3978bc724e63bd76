"""Short answers: the words of a sentence that answer a question, lifted from it or left alone."""
