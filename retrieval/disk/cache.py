"""A cache of what was last made of documents, bounded by its length in all."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sized
from typing import Generic, TypeVar

Made = TypeVar("Made", bound=Sized)


class DocumentCache(Generic[Made]):
    """Things made of documents, by the documents' numbers; safe to use from several threads.

    Where they are longer in all than there is room for, the oldest are dropped, but never the last.
    """

    def __init__(self, room: int) -> None:
        """Keep things whose lengths (`len`) add up to at most `room`."""
        self._made: dict[int, Made] = {}
        self._room = room
        self._lock = threading.Lock()

    def __len__(self) -> int:
        """How many things are kept."""
        return len(self._made)

    def known(self, number: int) -> Made | None:
        """What was made of a document; None if that isn't kept."""
        return self._made.get(number)

    def get(self, number: int, make: Callable[[], Made]) -> Made:
        """What was made of a document; made now and kept if there is nothing yet."""
        known = self._made.get(number)
        if known is not None:
            return known
        made = make()
        with self._lock:
            if number not in self._made:
                self._made[number] = made
                self._room -= len(made)
            while self._room < 0 and len(self._made) > 1:
                self._room += len(self._made.pop(next(iter(self._made))))
        return made
