"""How many, how much, how high: what is counted or measured, and the amounts that tell it."""
