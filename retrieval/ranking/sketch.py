"""Sketches of sentences: the numbers of their terms, and the cues that each word's surface gives.

The ranker's features of many sentences are computed from these few arrays. Those of a collection
come from its forward index; other sentences are read here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from retrieval.analysis import analyser, surfaces
from retrieval.cues import cues
from retrieval.indexing.vocabulary import ABSENT, Vocabulary, vocabulary
from retrieval.marks import marks_of

UNKNOWN = ABSENT
_MOST = 100_000  # surfaces that are remembered

_Word = tuple[str, int]  # a term and the cues of its surface


@dataclass(frozen=True, slots=True)
class Sketches:
    """n texts side by side, their tokens one behind the other.

    Text i has the tokens `starts[i]` to `starts[i + 1]`, `starts` int64 (n + 1,). Of each token,
    (n_tokens,), `terms` int64 is the number of its term in `vocabulary`, `cues` uint32 its cues,
    `rows` int64 its text. `marks` int64 (n,) are those of each text (see `retrieval.marks`).
    """

    vocabulary: Vocabulary
    terms: npt.NDArray[np.int64]
    cues: npt.NDArray[np.uint32]
    rows: npt.NDArray[np.int64]
    starts: npt.NDArray[np.int64]
    marks: npt.NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.marks)

    def number(self, term: str) -> int:
        """The number of a term, UNKNOWN of one that the vocabulary lacks."""
        number = self.vocabulary.number(term)
        return UNKNOWN if number is None else number

    def numbers(self, phrase: str) -> tuple[int, ...]:
        """The numbers of a phrase's terms, which have blanks between them."""
        return self.vocabulary.numbers(phrase)

    def among(self, terms: Sequence[str]) -> npt.NDArray[np.bool_]:
        """Which tokens have one of some terms: (n_tokens,)."""
        wanted = np.zeros(len(self.vocabulary) + 1, dtype=bool)
        wanted[[self.number(term) for term in terms]] = True
        wanted[UNKNOWN] = False
        return wanted.take(self.terms)

    def mapped(self, numbers: Mapping[int, int]) -> npt.NDArray[np.int32]:
        """What `numbers` has for each token's term, 0 where it has nothing: (n_tokens,)."""
        wanted = np.zeros(len(self.vocabulary), dtype=np.int32)
        wanted[list(numbers)] = list(numbers.values())
        return wanted.take(self.terms)

    def seen(self) -> memoryview:
        """Whether any text has each term of the vocabulary, by number; False for UNKNOWN."""
        found = np.zeros(len(self.vocabulary) + 1, dtype=bool)
        found[self.terms] = True
        return found.data

    def beginning(self, start: str) -> npt.NDArray[np.int64]:
        """The numbers of the tokens whose term begins with `start`, in order: (m,)."""
        first, last = self.vocabulary.range_of(start)
        return ((self.terms >= first) & (self.terms < last)).nonzero()[0]

    def distinct(self) -> npt.NDArray[np.int64]:
        """The numbers of the tokens whose term stands in their text for the first time: (m,)."""
        _, first = np.unique(self.rows * len(self.vocabulary) + self.terms, return_index=True)
        return np.sort(first).astype(np.int64, copy=False)

    def pairs(self, pairs: Sequence[tuple[str, str]]) -> npt.NDArray[np.int64]:
        """How many of some pairs of terms stand one behind the other in each text: (n,)."""
        first, second = (
            np.array([self.number(pair[which]) for pair in pairs], dtype=np.int64)[:, None]
            for which in (0, 1)
        )
        stands = (self.terms[:-1] == first) & (self.terms[1:] == second)
        stands &= (self.rows[:-1] == self.rows[1:]) & (first != UNKNOWN)
        which, places = stands.nonzero()
        found = np.zeros((len(pairs), len(self)), dtype=bool)
        found[which, self.rows[places]] = True
        return np.asarray(found.sum(axis=0))


def side_by_side(
    known: Vocabulary,
    *,
    terms: npt.NDArray[np.int64],
    cues: npt.NDArray[np.uint32],
    lengths: npt.NDArray[np.int64],
    marks: npt.NDArray[np.int64],
) -> Sketches:
    """The sketches of texts that have `lengths` tokens each, their terms numbered in `known`."""
    starts = np.zeros(len(lengths) + 1, dtype=np.int64)
    np.cumsum(lengths, out=starts[1:])
    rows = np.repeat(np.arange(len(lengths)), lengths)
    return Sketches(known, terms, cues, rows, starts, marks)


def sketched(texts: Sequence[str], *, language: str) -> Sketches:
    """Sketches of some texts of one language, with a vocabulary of their own."""
    read = _reader(language)
    found = [[read[surface] for surface in surfaces(text)] for text in texts]
    words = [word for own in found for word in own]
    own = sorted({term for term, _ in words})
    numbers = {term: number for number, term in enumerate(own)}
    return side_by_side(
        vocabulary(own),
        terms=np.array([numbers[term] for term, _ in words], dtype=np.int64),
        cues=np.array([cue for _, cue in words], dtype=np.uint32),
        lengths=np.array([len(own) for own in found], dtype=np.int64),
        marks=np.array([marks_of(text) for text in texts], dtype=np.int64),
    )


class _Reader(dict[str, _Word]):
    """The words of one language by their surface; each is read once."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._term_of = analyser(language).term
        self._cues_of = cues(language).of

    def __missing__(self, surface: str) -> _Word:
        if len(self) > _MOST:
            self.clear()
        term = self._term_of(surface)
        word = self[surface] = term, self._cues_of(surface, term)
        return word


@cache
def _reader(language: str) -> _Reader:
    return _Reader(language)
