"""The operator's log: one line for each event, never a token, never a traceback."""

from __future__ import annotations

import logging

_NOISY = ("httpx", "httpcore", "telegram", "apscheduler")


class OneLine(logging.Formatter):
    """Writes an event as one line; of an error its kind and message, and no secret."""

    def __init__(self, secret: str) -> None:
        """Write "…" wherever `secret` would stand."""
        super().__init__("%(asctime)s %(levelname)s %(message)s")
        self._secret = secret

    def format(self, record: logging.LogRecord) -> str:
        """The line of an event."""
        line = f"{self.formatTime(record)} {record.levelname} {record.getMessage()}"
        error = record.exc_info[1] if record.exc_info else None
        if error is not None:
            line += f" ({type(error).__name__}: {error})"
        return " ".join(line.replace(self._secret, "…").split())


def start_log(secret: str) -> None:
    """Log to stderr; the HTTP client and the library speak up for warnings alone."""
    handler = logging.StreamHandler()
    handler.setFormatter(OneLine(secret))
    logging.basicConfig(level=logging.INFO, handlers=[handler])
    for name in _NOISY:
        logging.getLogger(name).setLevel(logging.WARNING)
