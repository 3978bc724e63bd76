"""A cache of what was made last from one retriever, since the same is often asked again."""

from __future__ import annotations

import threading
import weakref
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Made = TypeVar("Made")


class Cache(Generic[Made]):
    """The things asked for last, all made from one retriever; safe to use from several threads.

    A retriever never changes, so a thing that is kept equals the one that would be made again.
    """

    def __init__(self, limit: int) -> None:
        """Keep the `limit` things that were asked for last."""
        self._limit = limit
        self._lock = threading.Lock()
        self._source: weakref.ref[object] | None = None
        self._things: OrderedDict[Hashable, Made] = OrderedDict()

    def get(
        self, asked: Hashable, source: object, make: Callable[[], Made], *, keep: bool = True
    ) -> Made:
        """The thing for `asked`; made from `source` if there is none, and then kept if `keep`.

        Another `source` than last time empties the cache.
        """
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
