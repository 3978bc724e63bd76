"""Whether the bot is well: when Telegram last answered, and how much waits."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, field

SILENCE = 90.0  # seconds without an answer of Telegram after which polling counts as ill
_LOG = logging.getLogger(__name__)


@dataclass
class Health:
    """What was last heard of Telegram, and what waits; `polling` is False behind a webhook.

    `updates` and `replies` tell how many updates and calls wait or are under way. `clock` gives
    seconds.
    """

    updates: Callable[[], int] = lambda: 0
    replies: Callable[[], int] = lambda: 0
    polling: bool = True
    clock: Callable[[], float] = time.monotonic
    _started: float = field(init=False)
    _last: float = field(init=False)
    _lost: bool = False

    def __post_init__(self) -> None:
        """Count from now."""
        self._started = self._last = self.clock()

    def heard(self) -> None:
        """Telegram has answered."""
        if self._lost:
            self._lost = False
            _LOG.info("Telegram is heard again after %.0f s.", self.silence)
        self._last = self.clock()

    def lost(self, reason: str) -> None:
        """Telegram was asked and did not answer."""
        if not self._lost:
            self._lost = True
            _LOG.warning("Telegram can't be heard (%s); asking on.", reason)

    @property
    def silence(self) -> float:
        """Seconds since Telegram last answered."""
        return self.clock() - self._last

    @property
    def well(self) -> bool:
        """Whether the bot can be expected to answer."""
        return not self.polling or self.silence < SILENCE

    def report(self) -> dict[str, object]:
        """The state as one object, without a word of what anyone wrote."""
        return {
            "status": "ok" if self.well else "telegram is not heard",
            "uptime_seconds": round(self.clock() - self._started),
            "mode": "polling" if self.polling else "webhook",
            "silence_seconds": round(self.silence, 1),
            "updates_waiting": self.updates(),
            "calls_waiting": self.replies(),
        }
