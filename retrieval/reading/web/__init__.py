"""Pages of the web: their elements, their tables, and the furniture around what they say."""
