"""What was made of some documents last, so that it need not be made again."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sized
from typing import Generic, TypeVar

Made = TypeVar("Made", bound=Sized)


class Remembered(Generic[Made]):
    """What was made of documents, by their numbers, up to a length in all; the oldest gives way.

    Safe to use from several threads.
    """

    def __init__(self, room: int) -> None:
        """Remember things of `room` length together, and at least one."""
        self._made: dict[int, Made] = {}
        self._room = room
        self._lock = threading.Lock()

    def __len__(self) -> int:
        """Of how many documents something is remembered."""
        return len(self._made)

    def known(self, number: int) -> Made | None:
        """What was made of a document; None if that isn't remembered."""
        return self._made.get(number)

    def get(self, number: int, make: Callable[[], Made]) -> Made:
        """What is made of a document, remembered from now on."""
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
