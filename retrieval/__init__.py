"""Text and numbers: from a folder of documents to ranked passages. Knows nothing of chat."""
