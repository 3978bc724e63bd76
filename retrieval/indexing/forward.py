"""The forward index: each passage as the words it is made of, in their order.

The postings tell which passages hold a term; the ranker's features need it the other way round,
for the few dozen candidates of a question, without a text being read and analysed again. A word
here is a term with what its surface hints at (see `retrieval.cues`). Words are numbered from the
most frequent on, so that nearly every token takes one unit of 16 bits; a rarer one takes two, each
in a range of its own, as UTF-16 does it with rarer characters.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from retrieval.indexing.postings import Numbers

PLAIN = 0xF000  # words whose number is the unit itself
TRAIL = 0xF800  # the first unit that is the second half of a pair
_LOW = 11  # bits of a rarer word's number that stand in the second half
MOST = PLAIN + (1 << 2 * _LOW)  # words; where there are more of them, units have 32 bits

Words = npt.NDArray[np.int32]
_Sizes = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Forward:
    """All passages of a collection as words.

    Word i has the term with the number terms[i], int32, and the cues cues[i], uint32, and stands
    uses[i] times, uint32, all (n_words,). Passage j has the units `starts[j]` to `starts[j + 1]`,
    `starts` (n_passages + 1,) of an unsigned type, and the marks `marks[j]`, uint8 (n_passages,).
    """

    terms: npt.NDArray[np.int32]
    cues: npt.NDArray[np.uint32]
    uses: npt.NDArray[np.uint32]
    units: Numbers
    starts: Numbers
    marks: npt.NDArray[np.uint8]

    def words(self, passages: npt.NDArray[np.int64]) -> tuple[Words, _Sizes]:
        """The words of some passages, one behind the other, and how many each has: (n,)."""
        firsts = self.starts.take(passages).astype(np.int64)
        ends = np.cumsum(self.starts.take(passages + 1) - firsts)
        sizes = np.diff(ends, prepend=0)
        places = np.repeat(firsts - ends + sizes, sizes)
        places += np.arange(len(places))
        return _decoded(self.units.take(places), ends)

    def run(self, first: int, last: int) -> tuple[Words, _Sizes]:
        """The same of the passages from `first` to `last`, which is excluded."""
        starts = self.starts[first : last + 1].astype(np.int64)
        return _decoded(self.units[starts[0] : starts[-1]], starts[1:] - starts[0])


def encoded(words: Words, lengths: Numbers, *, wide: bool) -> tuple[Numbers, _Sizes]:
    """The words of passages, `lengths` each, as units, and how many of these each passage has.

    `wide` units have 32 bits, of which every word takes one.
    """
    if wide:
        return words.astype(np.uint32), lengths.astype(np.int64)
    rare = words >= PLAIN
    places = np.flatnonzero(rare)
    units = words.astype(np.uint16)
    sizes = lengths.astype(np.int64)
    if len(places):
        beyond = words.take(places) - PLAIN
        units[places] = PLAIN + (beyond >> _LOW)
        units = np.insert(units, places + 1, TRAIL + (beyond & (1 << _LOW) - 1))
        ends = np.cumsum(sizes)
        sizes += np.diff(places.searchsorted(ends), prepend=0)
    return units, sizes


def _decoded(units: Numbers, ends: _Sizes) -> tuple[Words, _Sizes]:
    """Units of passages that end at `ends` as words, and how many each passage has."""
    words = units.astype(np.int32)
    sizes = np.diff(ends, prepend=0)
    if units.dtype != np.uint16:
        return words, sizes
    trails = np.flatnonzero(units >= TRAIL)
    if len(trails):
        leads = words.take(trails - 1) - PLAIN
        words[trails - 1] = PLAIN + (leads << _LOW) + words.take(trails) - TRAIL
        words = np.delete(words, trails)
        sizes -= np.diff(trails.searchsorted(ends), prepend=0)
    return words, sizes
