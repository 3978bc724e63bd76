"""People and channels: from ranked passages to an answer in a chat."""
