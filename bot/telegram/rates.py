"""How much one person or group may send: so many messages a minute, and that many at once."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

REMEMBERED = 20_000  # people and groups
MINUTE = 60.0  # seconds


class Pace(Enum):
    """Whether a message is within the rate; SLOWER for the first that isn't, then TOO_FAST."""

    FINE = auto()
    SLOWER = auto()
    TOO_FAST = auto()


@dataclass(slots=True)
class _Purse:
    """How many messages someone may still send, and when that was so."""

    left: float
    at: float
    told: bool = False


class Rate:
    """At most `per_minute` messages in a row, and as many a minute from then on.

    Whoever was silent for a minute may send as many again as anyone new, and is forgotten.
    """

    def __init__(self, per_minute: int, *, clock: Callable[[], float] = time.monotonic) -> None:
        """Nobody has sent anything yet; `clock` gives seconds."""
        self._per_minute = per_minute
        self._clock = clock
        self._purses: OrderedDict[int, _Purse] = OrderedDict()  # who wrote last is last

    def spend(self, who: int) -> Pace:
        """Count a message of someone."""
        now = self._clock()
        purse = self._purses.get(who) or _Purse(left=self._per_minute, at=now)
        earned = (now - purse.at) * self._per_minute / MINUTE
        purse.left, purse.at = min(self._per_minute, purse.left + earned), now
        self._purses[who] = purse
        self._purses.move_to_end(who)
        self._forget(now)
        if purse.left >= 1:
            purse.left -= 1
            purse.told = False
            return Pace.FINE
        pace = Pace.TOO_FAST if purse.told else Pace.SLOWER
        purse.told = True
        return pace

    def _forget(self, now: float) -> None:
        """Forget who was silent long enough, and the longest silent ones beyond `REMEMBERED`."""
        while len(self._purses) > REMEMBERED or self._longest_silent().at < now - MINUTE:
            self._purses.popitem(last=False)

    def _longest_silent(self) -> _Purse:
        return next(iter(self._purses.values()))
