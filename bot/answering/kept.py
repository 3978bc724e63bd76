"""What was worked out lately: popular questions, buttons and replays ask for the same again."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Made = TypeVar("Made")


class Kept(Generic[Made]):
    """The last things made from one snapshot, by what was asked; safe to use from several threads.

    Equal fingerprints give equal things, so that a kept one is the one that would be made.
    """

    def __init__(self, limit: int) -> None:
        """Keep at most `limit` things, those asked for last."""
        self._limit = limit
        self._lock = threading.Lock()
        self._fingerprint = ""
        self._things: OrderedDict[Hashable, Made] = OrderedDict()

    def get(
        self, asked: Hashable, fingerprint: str, make: Callable[[], Made], *, keep: bool = True
    ) -> Made:
        """What is asked of a snapshot, made if it isn't kept; `keep` what is made for others."""
        with self._lock:
            if fingerprint != self._fingerprint:
                self._things.clear()  # and with them the old snapshot's memory
                self._fingerprint = fingerprint
            kept = self._things.get(asked)
            if kept is not None:
                self._things.move_to_end(asked)
                return kept
        made = make()
        with self._lock:
            if keep and fingerprint == self._fingerprint:
                self._things[asked] = made
                if len(self._things) > self._limit:
                    self._things.popitem(last=False)
        return made
