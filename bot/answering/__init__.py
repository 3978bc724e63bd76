"""From a message and its hits to an Answer: short answers, lists, disputes, verdicts."""
