"""Sorted rows of which some go and to which some come, and what that makes of each column."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from retrieval.indexing.postings import ends_of
from retrieval.indexing.vocabulary import Vocabulary, vocabulary

_MANY = 50  # one look-up to so many words, from which on reading them all is quicker


@dataclass(frozen=True, slots=True)
class Splice:
    """Which rows stay, bool (n_before,), and before which of those that stay each new row comes,
    int64 (n_new,), in order.
    """

    stays: npt.NDArray[np.bool_]
    places: npt.NDArray[np.int64]

    @property
    def moved(self) -> npt.NDArray[np.int32]:
        """The new number of each row, -1 of those that go: (n_before,)."""
        kept = np.cumsum(self.stays) - 1
        numbers = kept + self.places.searchsorted(kept, side="right")
        return np.where(self.stays, numbers, -1).astype(np.int32)

    @property
    def added(self) -> npt.NDArray[np.int64]:
        """The numbers of the new rows: (n_new,)."""
        return self.places + np.arange(len(self.places))

    def column(self, before: npt.NDArray[Any], new: npt.ArrayLike) -> npt.NDArray[Any]:
        """A column (n_before,) of the rows before, with the values (n_new,) of the new rows."""
        kept = before[self.stays]
        if not len(self.places):
            return kept
        return np.insert(kept, self.places, np.asarray(new, dtype=before.dtype))

    def words(self, before: Vocabulary, new: Sequence[str]) -> Vocabulary:
        """A column of words."""
        sizes = np.diff(before.bounds)
        starts = before.bounds[:-1][self.stays]
        letters, sizes = before.letters, sizes[self.stays]
        if not self.stays.all():
            letters = letters[np.repeat(self.stays, np.diff(before.bounds))]
            starts = ends_of(sizes)[:-1]
        if not new:
            return Vocabulary(letters, ends_of(sizes))
        added, ends = vocabulary(new), np.append(starts, len(letters))
        into = np.repeat(ends[self.places], np.diff(added.bounds))
        return Vocabulary(
            letters=np.insert(letters, into, added.letters),
            bounds=ends_of(np.insert(sizes, self.places, np.diff(added.bounds))),
        )


def splice(stays: npt.NDArray[np.bool_], places: Sequence[int]) -> Splice:
    """The splice of rows with new ones, `stays` (n_before,) telling which are kept.

    `places` count all rows before, from 0 to n_before, and are in order.
    """
    return Splice(stays, ends_of(stays)[np.array(places, dtype=np.int64)])


def listed(words: Vocabulary, lookups: int) -> Sequence[str]:
    """The words, all of them read at once where so many look-ups are worth it."""
    return words if lookups * _MANY < len(words) else list(words)


def located(words: Sequence[str], among: Sequence[str]) -> list[int]:
    """The first number of `among` whose word doesn't come before each of some sorted words."""
    if isinstance(among, Vocabulary):
        return [among.place(word.encode()) for word in words]
    places, place = [], 0
    for word in words:
        place = bisect_left(among, word, place)
        places.append(place)
    return places


def stand(
    words: Sequence[str], places: Sequence[int], among: Sequence[str]
) -> npt.NDArray[np.bool_]:
    """Whether each of n words stands where it was `located` among others: (n,)."""
    there = [
        place < len(among) and among[place] == word
        for place, word in zip(places, words, strict=True)
    ]
    return np.array(there, dtype=bool)
