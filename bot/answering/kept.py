"""Answers that were given lately: popular questions, buttons and replays ask the same again."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable

from bot.answer import Answer


class Kept:
    """The last answers from one snapshot, by what was asked; safe to use from several threads.

    Equal fingerprints give equal answers, so that a kept one is the one that would be made.
    """

    def __init__(self, limit: int) -> None:
        """Keep at most `limit` answers, those asked for last."""
        self._limit = limit
        self._lock = threading.Lock()
        self._fingerprint = ""
        self._answers: OrderedDict[Hashable, Answer] = OrderedDict()

    def answer(self, asked: Hashable, fingerprint: str, make: Callable[[], Answer]) -> Answer:
        """The answer to what is asked of a snapshot, made if it isn't kept."""
        with self._lock:
            if fingerprint != self._fingerprint:
                self._answers.clear()  # and with them the old snapshot's memory
                self._fingerprint = fingerprint
            kept = self._answers.get(asked)
            if kept is not None:
                self._answers.move_to_end(asked)
                return kept
        made = make()
        with self._lock:
            if fingerprint == self._fingerprint:
                self._answers[asked] = made
                if len(self._answers) > self._limit:
                    self._answers.popitem(last=False)
        return made
