"""What was worked out lately: popular questions, buttons and replays ask for the same again."""

from __future__ import annotations

import threading
import weakref
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Made = TypeVar("Made")


class Kept(Generic[Made]):
    """The last things made from one retriever, by what was asked; safe to use from several threads.

    One retriever gives equal things, so that a kept one is the one that would be made.
    """

    def __init__(self, limit: int) -> None:
        """Keep at most `limit` things, those asked for last."""
        self._limit = limit
        self._lock = threading.Lock()
        self._source: weakref.ref[object] | None = None
        self._things: OrderedDict[Hashable, Made] = OrderedDict()

    def get(
        self, asked: Hashable, source: object, make: Callable[[], Made], *, keep: bool = True
    ) -> Made:
        """What is asked of a retriever, made if it isn't kept; `keep` what is made for others."""
        with self._lock:
            if not self._is_of(source):
                self._things.clear()  # and with them the memory and files of the one before
                self._source = weakref.ref(source)
            kept = self._things.get(asked)
            if kept is not None:
                self._things.move_to_end(asked)
                return kept
        made = make()
        with self._lock:
            if keep and self._is_of(source):
                self._things[asked] = made
                if len(self._things) > self._limit:
                    self._things.popitem(last=False)
        return made

    def _is_of(self, source: object) -> bool:
        """Whether what is kept was made from `source`."""
        return self._source is not None and self._source() is source
