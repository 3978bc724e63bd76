"""What sentences tell by their form: a time of day, a number to ring, a place, a reason."""
