"""Sorted words in one block of bytes, numbered from 0: found by bisection, shared when mapped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt


@dataclass(frozen=True, slots=True)
class Vocabulary(Sequence[str]):
    """n distinct words in order of their code points.

    `letters` uint8 (n_bytes,) are the words in UTF-8, one behind the other; word i stands at
    `bounds[i]` to `bounds[i + 1]`, `bounds` int64 (n + 1,).
    """

    letters: npt.NDArray[np.uint8]
    bounds: npt.NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.bounds) - 1

    def __getitem__(self, number: int) -> str:  # type: ignore[override]
        """The word with a number from 0 to len - 1."""
        if not 0 <= number < len(self):
            raise IndexError(number)
        return self._bytes(number).decode()

    def __iter__(self) -> Iterator[str]:
        letters, bounds = self.letters.tobytes(), self.bounds.tolist()
        for start, end in pairwise(bounds):
            yield letters[start:end].decode()

    def number(self, word: str) -> int | None:
        """The number of a word, None if it isn't there."""
        wanted = word.encode()
        place = self._place(wanted)
        return place if place < len(self) and self._bytes(place) == wanted else None

    def beginning(self, start: str) -> Iterator[str]:
        """The words that begin with `start`, in order."""
        wanted = start.encode()
        for number in range(self._place(wanted), len(self)):
            word = self._bytes(number)
            if not word.startswith(wanted):
                return
            yield word.decode()

    def _place(self, wanted: bytes) -> int:
        """The number of the first word that doesn't come before `wanted`."""
        low, high = 0, len(self)
        while low < high:
            middle = (low + high) // 2
            if self._bytes(middle) < wanted:
                low = middle + 1
            else:
                high = middle
        return low

    def _bytes(self, number: int) -> bytes:
        return self.letters[self.bounds[number] : self.bounds[number + 1]].tobytes()


def vocabulary(words: Iterable[str]) -> Vocabulary:
    """The vocabulary of words that are sorted and distinct."""
    encoded = [word.encode() for word in words]
    lengths = np.array([len(word) for word in encoded], dtype=np.int64)
    return Vocabulary(
        letters=np.frombuffer(b"".join(encoded), dtype=np.uint8),
        bounds=np.concatenate([np.zeros(1, np.int64), np.cumsum(lengths)]),
    )
