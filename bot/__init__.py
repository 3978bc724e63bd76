"""People and channels: from ranked passages to an answer in a chat."""

__version__ = "0.1.0"
