"""Sketches of sentences: their terms as numbers, and what the surface of each hints at.

Words come again and again, so that what stands between two blanks is analysed once: a sentence met
for the first time costs one look-up for each of its words, and all that the ranker's features need
of many sentences are a few arrays.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntFlag, auto
from itertools import chain
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from retrieval.analysis import analyser, surfaces
from retrieval.cues import cues
from retrieval.scripts import has_unspaced

BEGINNING = 4  # characters that words of one family share at least
UNKNOWN = -1  # the number of a term that no text has
_MOST = 200_000  # words and stretches that one lexis holds; some 40 MB
_LONGEST = 40  # characters of a stretch that is remembered
_QUESTION_MARKS = "?？؟\u037e"
_ENDS = ".!?\"'”)»。！？」।؟\u037e"

Numbers = npt.NDArray[np.int32]


class Mark(IntFlag):
    """What a look at a text's signs tells: quotation marks, brackets, a colon, a question, an end
    as sentences have it, signs of money and of percentages.
    """

    QUOTED = auto()
    BRACKETED = auto()
    COLON = auto()
    ASKS = auto()
    ENDED = auto()
    MONEY = auto()
    PERCENT = auto()


_QUOTED, _BRACKETED, _COLON, _ASKS, _ENDED, _MONEY, _PERCENT = map(int, Mark)


class Sketch(NamedTuple):
    """One text: the numbers of its words in a lexis, int32 (n_words,), and its marks."""

    words: Numbers
    marks: int


class Lexis:
    """Numbers for words and their terms, given as they are met; safe to use from several threads.

    A word is a surface of one language: it has a term and cues. Terms are shared by all languages.
    """

    def __init__(self) -> None:
        """Know no word yet."""
        self._lock = threading.Lock()
        self._terms: list[str] = []
        self._numbers: dict[str, int] = {}
        self._beginnings: dict[str, int] = {}
        self._stretches: dict[str, _Stretches] = {}
        self._words: list[tuple[int, int, int]] = []  # the term of each, its beginning, its cues
        self._tabulated = 0
        self._table: npt.NDArray[np.int64] = np.zeros((3, 0), dtype=np.int64)

    def __len__(self) -> int:
        """How many terms have a number."""
        return len(self._terms)

    @property
    def is_full(self) -> bool:
        """Whether a new one should be begun."""
        return len(self._words) + sum(map(len, self._stretches.values())) > _MOST

    def sketch(self, text: str, *, language: str) -> Sketch:
        """The sketch of a text."""
        known = self._stretches.get(language) or self._known(language)
        found = chain.from_iterable(map(known.__getitem__, text.split()))
        return Sketch(np.array(list(found), dtype=np.int32), _marks(text))

    def number(self, term: str) -> int:
        """The number of a term, UNKNOWN where no text has it."""
        return self._numbers.get(term, UNKNOWN)

    def term(self, number: int) -> str:
        """The term with a number."""
        return self._terms[number]

    def terms(self, first: int, last: int) -> list[str]:
        """The terms with the numbers from `first` to `last`, which is excluded."""
        return self._terms[first:last]

    def beginning(self, term: str) -> int:
        """The number of how a term begins, UNKNOWN where none of the texts' does so."""
        return self._beginnings.get(term[:BEGINNING], UNKNOWN)

    def of_words(self, words: Numbers) -> npt.NDArray[np.int64]:
        """The numbers of the terms of some words, of how those begin (UNKNOWN for short ones), and
        the words' cues: (3, n).
        """
        if self._tabulated < len(self._words):
            self._tabulate()
        return self._table[:, words]

    def _tabulate(self) -> None:
        """Put new words into the table, twice as large a one where they have no room in it."""
        with self._lock:
            first, last = self._tabulated, len(self._words)
            if last > self._table.shape[1]:
                room = np.zeros((3, last), dtype=np.int64)
                self._table = np.concatenate([self._table, room], axis=1)
            self._table[:, first:last] = np.array(self._words[first:last], dtype=np.int64).T
            self._tabulated = last

    def learn(self, term: str, cue: int) -> int:
        """The number of a new word with a term and cues."""
        with self._lock:
            self._words.append((*self._term(term), cue))
            return len(self._words) - 1

    def _known(self, language: str) -> _Stretches:
        with self._lock:
            return self._stretches.setdefault(language, _Stretches(self, language))

    def _term(self, term: str) -> tuple[int, int]:
        """The number of a term and that of its beginning, which are given if they are new."""
        number, start = self._numbers.get(term), term[:BEGINNING]
        begins = UNKNOWN
        if len(start) == BEGINNING:
            begins = self._beginnings.setdefault(start, len(self._beginnings))
        if number is None:
            number = len(self._terms)
            self._terms.append(term)
            self._numbers[term] = number
        return number, begins


class _Stretches(dict[str, tuple[int, ...]]):
    """The words of every stretch between two blanks in texts of one language."""

    def __init__(self, lexis: Lexis, language: str) -> None:
        super().__init__()
        self._lexis = lexis
        self._term_of = analyser(language).term
        self._cues_of = cues(language).of
        self._words: dict[str, int] = {}

    def __missing__(self, stretch: str) -> tuple[int, ...]:
        if stretch.isascii() and stretch.isalpha():
            found: tuple[int, ...] = (self._word(stretch),)
        else:
            found = tuple(map(self._word, surfaces(stretch)))
        if len(stretch) <= _LONGEST and not has_unspaced(stretch):
            self[stretch] = found
        return found

    def _word(self, surface: str) -> int:
        number = self._words.get(surface)
        if number is None:
            term = self._term_of(surface)
            number = self._lexis.learn(term, self._cues_of(surface, term))
            self._words[surface] = number
        return number


def _marks(text: str) -> int:
    end = text.rstrip()[-1:]
    return (
        (_QUOTED if '"' in text or "“" in text or "``" in text or "«" in text else 0)
        | (_BRACKETED if "(" in text else 0)
        | (_COLON if ":" in text else 0)
        | (_ASKS if end and end in _QUESTION_MARKS else 0)
        | (_ENDED if end and end in _ENDS else 0)
        | (_MONEY if "$" in text or "€" in text or "£" in text or "¥" in text else 0)
        | (_PERCENT if "%" in text else 0)
    )


@dataclass(frozen=True, slots=True)
class Sketches:
    """n texts side by side, their tokens one behind the other.

    Text i has the tokens `starts[i]` to `starts[i + 1]`, `starts` int64 (n + 1,). Of each token,
    (n_tokens,), `terms` int64 is the number of its term in `lexis`, `beginnings` int64 that of how
    the term begins, `cues` uint32 its cues, `rows` int64 its text. `marks` int64 (n,) are those of
    each text.
    """

    lexis: Lexis
    terms: npt.NDArray[np.int64]
    beginnings: npt.NDArray[np.int64]
    cues: npt.NDArray[np.uint32]
    rows: npt.NDArray[np.int64]
    starts: npt.NDArray[np.int64]
    marks: npt.NDArray[np.int64]

    @classmethod
    def beside(cls, lexis: Lexis, sketches: Sequence[Sketch]) -> Sketches:
        """Some sketches of one lexis, side by side."""
        none = np.zeros(0, dtype=np.int32)
        words = np.concatenate([none, *(sketch.words for sketch in sketches)])
        terms, beginnings, cues = lexis.of_words(words)
        lengths = np.array([len(sketch.words) for sketch in sketches], dtype=np.int64)
        starts = np.zeros(len(sketches) + 1, dtype=np.int64)
        np.cumsum(lengths, out=starts[1:])
        return cls(
            lexis=lexis,
            terms=terms,
            beginnings=beginnings,
            cues=cues.astype(np.uint32),
            rows=np.repeat(np.arange(len(sketches)), lengths),
            starts=starts,
            marks=np.array([sketch.marks for sketch in sketches], dtype=np.int64),
        )

    def __len__(self) -> int:
        return len(self.marks)

    def among(self, terms: Sequence[str] | frozenset[str]) -> npt.NDArray[np.bool_]:
        """Which tokens have one of some terms: (n_tokens,)."""
        wanted = np.zeros(len(self.lexis) + 1, dtype=bool)
        wanted[[self.lexis.number(term) for term in terms]] = True
        wanted[UNKNOWN] = False
        return wanted.take(self.terms)

    def distinct(self) -> npt.NDArray[np.int64]:
        """The tokens whose term stands in their text for the first time, in order."""
        _, first = np.unique(self.rows * len(self.lexis) + self.terms, return_index=True)
        return np.sort(first).astype(np.int64, copy=False)

    def runs(self, terms: Sequence[str]) -> npt.NDArray[np.bool_]:
        """In which texts some terms stand one behind the other: (n,)."""
        numbers = [self.lexis.number(term) for term in terms]
        found = np.zeros(len(self), dtype=bool)
        last = len(self.terms) - len(numbers) + 1
        if UNKNOWN not in numbers and last > 0:
            places = np.flatnonzero(self.terms[:last] == numbers[0])
            for gap, number in enumerate(numbers[1:], start=1):
                places = places[self.terms[places + gap] == number]
            rows = self.rows[places]
            found[rows[self.rows[places + len(numbers) - 1] == rows]] = True
        return found


_shared = Lexis()


def sketched(texts: Sequence[str], *, language: str) -> Sketches:
    """Sketches of some texts of one language."""
    global _shared
    if _shared.is_full:
        _shared = Lexis()
    lexis = _shared
    return Sketches.beside(lexis, [lexis.sketch(text, language=language) for text in texts])
