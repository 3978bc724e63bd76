"""What a sentence tells by its form: a time of day, a telephone number, a place, a reason."""
