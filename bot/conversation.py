"""Conversations: what was asked before, for as long as a follow-up may lean on it."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from bot.answer import Reference
from retrieval.question import Question


@dataclass(frozen=True, slots=True)
class Said:
    """A message as it was written; `about` is the part of an answer that it asks about."""

    text: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Turn:
    """One question as it was searched for, and what came of it.

    `short` is the short answer, "" if there was none; `quoted` where the first quote stands, None
    if nothing was found; `offers` are the questions that were offered with the answer.
    """

    question: Question
    short: str
    quoted: Reference | None
    offers: tuple[str, ...]


class Conversations:
    """The recent turns of every conversation, by key; safe to use from several threads.

    A conversation silent for `seconds` is forgotten; so are the longest silent ones beyond
    `limit` conversations, and turns beyond the last `turns`.
    """

    def __init__(
        self,
        *,
        seconds: float,
        turns: int,
        limit: int,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Nothing is remembered yet; `clock` gives seconds."""
        self._seconds = seconds
        self._turns = turns
        self._limit = limit
        self._clock = clock
        self._lock = threading.Lock()
        self._kept: OrderedDict[str, tuple[float, tuple[Turn, ...]]] = OrderedDict()

    def turns(self, key: str) -> tuple[Turn, ...]:
        """The turns of a conversation, oldest first; empty when it is new or was silent long."""
        with self._lock:
            last, turns = self._kept.get(key, (0.0, ()))
            return turns if turns and self._clock() - last <= self._seconds else ()

    def remember(self, key: str, turn: Turn) -> None:
        """Add a turn to a conversation."""
        earlier = self.turns(key)
        with self._lock:
            self._kept[key] = (self._clock(), (*earlier, turn)[-self._turns :])
            self._kept.move_to_end(key)
            while len(self._kept) > self._limit:
                self._kept.popitem(last=False)

    def forget(self, key: str) -> None:
        """Forget a conversation; the next message in it starts afresh."""
        with self._lock:
            self._kept.pop(key, None)
