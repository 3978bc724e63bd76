"""Everything around retrieval: from ranked passages to answers, for people in a chat."""

__version__ = "0.1.0"
