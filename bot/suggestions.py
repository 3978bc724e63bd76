"""Questions that certainly have answers here."""
