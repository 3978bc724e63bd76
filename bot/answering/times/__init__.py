"""When: what a question wants dated, and the times that sentences tell."""
