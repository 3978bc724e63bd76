"""Who: persons, their offices and deeds, and where sentences name them."""
