"""How much one person or group may send: so many messages a minute, with some saved up."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from bot.telegram.recent import Recent

REMEMBERED = 20_000  # people and groups


class Pace(Enum):
    """Whether a message is within the rate; SLOWER for the first that isn't, then TOO_FAST."""

    FINE = auto()
    SLOWER = auto()
    TOO_FAST = auto()


@dataclass(slots=True)
class _Purse:
    """What someone may still send, and when that was so."""

    left: float
    at: float
    told: bool = False


class Rate:
    """At most `per_minute` messages in a row, and as many a minute from then on."""

    def __init__(self, per_minute: int, *, clock: Callable[[], float] = time.monotonic) -> None:
        """Nobody has sent anything yet; `clock` gives seconds."""
        self._per_minute = per_minute
        self._clock = clock
        self._purses: Recent[int, _Purse] = Recent(REMEMBERED)

    def spend(self, who: int) -> Pace:
        """Count a message of someone."""
        now = self._clock()
        purse = self._purses.get(who) or _Purse(left=self._per_minute, at=now)
        earned = (now - purse.at) * self._per_minute / 60
        purse.left, purse.at = min(self._per_minute, purse.left + earned), now
        self._purses.put(who, purse)
        if purse.left >= 1:
            purse.left -= 1
            purse.told = False
            return Pace.FINE
        pace = Pace.TOO_FAST if purse.told else Pace.SLOWER
        purse.told = True
        return pace
