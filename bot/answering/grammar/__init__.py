"""How sentences and questions are built: parts of speech, negations, what words stand for."""
