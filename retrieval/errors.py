"""What can go wrong in retrieval, as one small tree.

RetrievalError
├── CollectionError       the folder as a whole can't be used: missing, empty, unreadable
├── UnreadableFileError        one file can't be read: it is named, skipped, and the rest goes on
├── StorageError          a saved index is damaged, foreign or older: it is built again
└── ModelError            a file of trained weights doesn't fit this version
"""


class RetrievalError(Exception):
    """Base of all errors of this package; the message is a sentence for people."""


class CollectionError(RetrievalError):
    """The folder of documents can't be used; the message names it and the remedy."""


class UnreadableFileError(RetrievalError):
    """One file can't be read; the message is the reason, without the file's name."""


class StorageError(RetrievalError):
    """A saved index can't be trusted; the message says why."""


class ModelError(RetrievalError):
    """A file of trained weights can't be used; the message names it and says why."""
