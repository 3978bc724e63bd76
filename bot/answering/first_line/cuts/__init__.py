"""The cuts that make of lifted words just the thing asked for, by what that is."""
