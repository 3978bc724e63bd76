"""A hash table of short strings of bytes, looked up and filled by vector operations, many at once.

Keys that meet in one place go on to the next free one (open addressing, linear probing; Knuth, The
Art of Computer Programming, volume 3, 6.4, algorithm L); places are the highest bits of the key's
product with odd numbers drawn at random, so that no text can be written to make its words meet
(multiply-shift; Dietzfelbinger and others 1997). Which numbers are found doesn't depend on them.
"""

from __future__ import annotations

import os

import numpy as np
import numpy.typing as npt

Keys = npt.NDArray[np.uint64]
NONE = -1
_SMALLEST = 10  # bits of the number of places


class HashTable:
    """Numbers by key; keys are given as the columns of (width, n), none of them all 0."""

    def __init__(self, width: int) -> None:
        """Know no key yet."""
        factors = [int.from_bytes(os.urandom(8)) | 1 for _ in range(width)]
        self._factors = np.array(factors, dtype=np.uint64)
        self._size = 0
        self._clear(_SMALLEST)

    def find(self, keys: Keys) -> npt.NDArray[np.int32]:
        """The number of each key, NONE of those that have none: (n,)."""
        places = self._places(keys)
        found = self._numbers.take(places)
        left = np.flatnonzero(~self._hold(places, keys) & (found != NONE))
        while len(left):  # where another key stands, look in the next place
            places[left] = places.take(left) + 1 & self._last
            there = places.take(left)
            found[left] = self._numbers.take(there)
            left = left[~self._hold(there, keys[:, left]) & (found.take(left) != NONE)]
        return found

    def add(self, keys: Keys, numbers: npt.NDArray[np.int32]) -> None:
        """Give numbers (n,), 0 and above, to distinct keys (width, n) that have none."""
        self._size += len(numbers)
        if 2 * self._size > self._last:
            held = np.flatnonzero(self._numbers != NONE)
            known, before = self._keys[:, held], self._numbers.take(held)
            self._clear(int(4 * self._size).bit_length())
            self._put(known, before)
        self._put(keys, numbers)

    def _put(self, keys: Keys, numbers: npt.NDArray[np.int32]) -> None:
        places, left = self._places(keys), np.arange(len(numbers))
        while len(left):
            there = places.take(left)
            free = np.flatnonzero(self._numbers.take(there) == NONE)
            trying, wanted = left.take(free), there.take(free)
            self._numbers[wanted] = numbers.take(trying)  # of several in one place the last stays
            stays = self._numbers.take(wanted) == numbers.take(trying)
            self._keys[:, wanted[stays]] = keys[:, trying[stays]]
            waits = np.ones(len(left), dtype=bool)
            waits[free[stays]] = False
            left = left[waits]
            places[left] = places.take(left) + 1 & self._last

    def _clear(self, bits: int) -> None:
        self._shift = np.uint64(64 - bits)
        self._last = (1 << bits) - 1
        self._keys = np.zeros((len(self._factors), 1 << bits), dtype=np.uint64)
        self._numbers = np.full(1 << bits, NONE, dtype=np.int32)

    def _places(self, keys: Keys) -> npt.NDArray[np.int64]:
        """Where to look for each key first."""
        product = keys[0] * self._factors[0]
        for words, factor in zip(keys[1:], self._factors[1:], strict=True):
            product += words * factor
        return np.asarray(product >> self._shift, dtype=np.int64)

    def _hold(self, places: npt.NDArray[np.int64], keys: Keys) -> npt.NDArray[np.bool_]:
        """Whether each place holds just that key."""
        same = self._keys[0].take(places) == keys[0]
        for held, words in zip(self._keys[1:], keys[1:], strict=True):
            same &= held.take(places) == words
        return np.asarray(same)
