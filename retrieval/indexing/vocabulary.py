"""Sorted words in one block of bytes, numbered from 0: found by bisection, shared when mapped."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np

from retrieval.indexing.postings import ends_of

if TYPE_CHECKING:
    import numpy.typing as npt  # loading it takes long

ABSENT = -1  # the number of a word that a vocabulary lacks
_END = "\n"  # of a word
_APART = 64  # words from one signpost of a search to the next
_FEW = 10_000  # words, all of which are sooner remembered than searched for
_REMEMBERED = 100_000  # words that were looked up


class Vocabulary(Sequence[str]):
    """n distinct words in the order of their code points.

    `letters` uint8 (n_bytes,) are the words in UTF-8, one a line; word i and the end of its line
    stand at bounds[i] to bounds[i + 1], `bounds` int64 (n + 1,).
    """

    def __init__(self, letters: npt.NDArray[np.uint8], bounds: npt.NDArray[np.int64]) -> None:
        """Look at nothing yet."""
        self.letters = letters
        self.bounds = bounds
        self._views = letters.data, bounds.data  # quicker for single elements
        self._signposts: list[bytes] = []
        self._known: dict[str, int | None] = {}
        self._phrases: dict[str, tuple[int, ...]] = {}

    def __len__(self) -> int:
        return len(self.bounds) - 1

    def __getitem__(self, number: int) -> str:  # type: ignore[override]
        """The word with a number from 0 to len - 1."""
        if not 0 <= number < len(self):
            raise IndexError(number)
        return self._bytes(number).decode()

    def __iter__(self) -> Iterator[str]:
        return iter(self.letters.tobytes().decode().split(_END)[:-1])

    def number(self, word: str) -> int | None:
        """The number of a word, None if it isn't there."""
        try:
            return self._known[word]
        except KeyError:
            if len(self) <= _FEW:
                self._known = self._known or {known: n for n, known in enumerate(self)}
                return self._known.get(word)
        wanted = word.encode()
        place = self.place(wanted)
        number = place if place < len(self) and self._bytes(place) == wanted else None
        if len(self._known) > _REMEMBERED:
            self._known.clear()
        self._known[word] = number
        return number

    def numbers(self, phrase: str) -> tuple[int, ...]:
        """The numbers of words with blanks between them, ABSENT for each that isn't there."""
        found = self._phrases.get(phrase)
        if found is None:
            if len(self._phrases) > _REMEMBERED:
                self._phrases.clear()
            numbers = map(self.number, phrase.split())
            found = tuple(ABSENT if number is None else number for number in numbers)
            self._phrases[phrase] = found
        return found

    def place(self, wanted: bytes) -> int:
        """The number of the first word that doesn't come before `wanted`, which is in UTF-8."""
        if not self._signposts:
            self._signposts = [self._bytes(place) for place in range(0, len(self), _APART)]
        passed = bisect_left(self._signposts, wanted)
        low, high = max(passed - 1, 0) * _APART, min(passed * _APART, len(self))
        while low < high:
            middle = (low + high) // 2
            if self._bytes(middle) < wanted:
                low = middle + 1
            else:
                high = middle
        return low

    def beginning(self, start: str) -> Iterator[str]:
        """The words that begin with `start`, in order."""
        wanted = start.encode()
        for number in range(self.place(wanted), len(self)):
            word = self._bytes(number)
            if not word.startswith(wanted):
                return
            yield word.decode()

    def range_of(self, start: str) -> tuple[int, int]:
        """The numbers of the words that begin with `start`: the first, and the one behind all."""
        wanted = start.encode()
        return self.place(wanted), self.place(wanted + b"\xff")

    def between(self, first: int, last: int) -> Vocabulary:
        """The words with numbers from `first` to `last`, which is excluded."""
        bounds = self.bounds[first : last + 1]
        return Vocabulary(self.letters[bounds[0] : bounds[-1]], bounds - bounds[0])

    def of_length(self, start: str, *, shortest: int, longest: int) -> list[str]:
        """The words that begin with `start` and have so many characters, in order."""
        first, last = self.range_of(start)
        bounds = self.bounds[first : last + 1]
        letters = self.letters[bounds[0] : bounds[-1]].tobytes()
        sizes = np.diff(bounds) - len(_END)
        likely = np.flatnonzero((sizes >= shortest) & (sizes <= 4 * longest))
        starts = (bounds - bounds[0])[likely].tolist()
        found = [
            letters[at : at + size].decode()
            for at, size in zip(starts, sizes[likely].tolist(), strict=True)
        ]
        return [word for word in found if shortest <= len(word) <= longest]

    def _bytes(self, number: int) -> bytes:
        letters, bounds = self._views
        return bytes(letters[bounds[number] : bounds[number + 1] - len(_END)])


def vocabulary(words: Iterable[str]) -> Vocabulary:
    """The vocabulary of words that are sorted and distinct; none holds the end of a line."""
    lines = "".join([f"{word}{_END}" for word in words]).encode()
    letters = np.frombuffer(lines, dtype=np.uint8)
    ends = np.flatnonzero(letters == ord(_END)) + 1
    return Vocabulary(letters, bounds=np.concatenate([np.zeros(1, np.int64), ends]))


def one_behind_another(parts: Sequence[Vocabulary]) -> Vocabulary:
    """The vocabulary of parts whose words follow one another."""
    if len(parts) == 1:
        return parts[0]
    sizes = [np.zeros(0, np.int64), *(np.diff(part.bounds) for part in parts)]
    letters = [np.zeros(0, np.uint8), *(part.letters for part in parts)]
    return Vocabulary(np.concatenate(letters), ends_of(np.concatenate(sizes)))
