"""A cache of bounded size for the front end: the oldest entries go first."""

from __future__ import annotations

from collections import OrderedDict
from typing import Generic, TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")


class Recent(Generic[Key, Value]):
    """The last `limit` values that were put in, by key."""

    def __init__(self, limit: int) -> None:
        """Nothing is remembered yet."""
        self._limit = limit
        self._kept: OrderedDict[Key, Value] = OrderedDict()

    def put(self, key: Key, value: Value) -> None:
        """Remember a thing as the newest."""
        self._kept[key] = value
        self._kept.move_to_end(key)
        while len(self._kept) > self._limit:
            self._kept.popitem(last=False)

    def get(self, key: Key) -> Value | None:
        """The thing with a key, None if it isn't remembered."""
        return self._kept.get(key)

    def take(self, key: Key) -> Value | None:
        """The thing with a key, forgotten from now on; None if it isn't remembered."""
        return self._kept.pop(key, None)
