"""What an answer to each kind of question must hold, and which passages hold it."""
