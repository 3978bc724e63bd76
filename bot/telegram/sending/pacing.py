"""Pacing: how fast messages may follow one another, in each chat and over all.

Telegram's limits are about one message a second in a private chat, 20 a minute in a group and 30 a
second over all chats, with short bursts. Beyond that it asks to wait, each time for longer.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

FORGETTING = 100  # messages after which chats that were silent long are forgotten
WARY = 60.0  # seconds for which the overall limit is kept after Telegram asked for patience


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `burst` messages at once and `rate` a second from then on."""

    burst: int
    rate: float


PRIVATE = Limit(burst=3, rate=1.0)
GROUP = Limit(burst=3, rate=17 / 60)  # a burst and a minute's rate are 20


def overall(per_second: int) -> Limit:
    """The limit over all chats that lets no second see more than `per_second` messages."""
    burst = max(1, per_second // 6)
    return Limit(burst=burst, rate=max(1, per_second - burst))


class Bucket:
    """Says how long a message has to wait (the generic cell rate algorithm, one number a bucket).

    `due` is when a message would be in time at the even rate; a burst may run ahead of it. With a
    burst of 2 and 1 a second, messages at 0, 0, 0 seconds wait 0, 0, 1 seconds.
    """

    __slots__ = ("due",)

    def __init__(self) -> None:
        """Nothing was sent yet."""
        self.due = 0.0

    def wait(self, limit: Limit, now: float) -> float:
        """Seconds until one more message may go."""
        return max(0.0, self.due - (limit.burst - 1) / limit.rate - now)

    def take(self, limit: Limit, now: float) -> None:
        """Count a message that goes now."""
        self.due = max(self.due, now) + 1 / limit.rate


class Pacing:
    """The limits of every chat; `always` keeps the overall one also before Telegram complains."""

    def __init__(
        self,
        *,
        per_second: int,
        always: bool,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Nothing was sent yet; `clock` gives seconds."""
        self._limit = overall(per_second)
        self._always = always
        self._clock = clock
        self._all = Bucket()
        self._chats: dict[int, Bucket] = {}
        self._paused: dict[int, float] = {}
        self._wary_until = 0.0
        self._sent = 0

    def reserve(self, chat: int) -> float:
        """Seconds until a message may go to a chat; 0.0 lets it go now, and counts it."""
        now = self._clock()
        limit = PRIVATE if chat > 0 else GROUP
        bucket = self._chats.setdefault(chat, Bucket())
        wary = self._always or now < self._wary_until
        wait = max(
            self.paused(chat),
            bucket.wait(limit, now),
            self._all.wait(self._limit, now) if wary else 0.0,
        )
        if wait > 0:
            return wait
        bucket.take(limit, now)
        self._all.take(self._limit, now)
        self._sent += 1
        if self._sent % FORGETTING == 0:
            self._forget(now)
        return 0.0

    def paused(self, chat: int) -> float:
        """Seconds for which Telegram asked for patience with a chat from now on."""
        return max(0.0, self._paused.get(chat, 0.0) - self._clock())

    def holds_up(self, chat: int) -> bool:
        """Whether a chat waits for its own sake, not for that of all."""
        limit = PRIVATE if chat > 0 else GROUP
        bucket = self._chats.get(chat)
        own = bucket.wait(limit, self._clock()) if bucket else 0.0
        return own > 0 or self.paused(chat) > 0

    def pause(self, chat: int, seconds: float) -> None:
        """Telegram asks for patience with a chat."""
        now = self._clock()
        self._paused[chat] = max(self._paused.get(chat, 0.0), now + seconds)
        self._wary_until = now + WARY

    def _forget(self, now: float) -> None:
        """Forget chats that may be written to at once."""
        self._chats = {chat: bucket for chat, bucket in self._chats.items() if bucket.due > now}
        self._paused = {chat: until for chat, until in self._paused.items() if until > now}
