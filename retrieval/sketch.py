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
from typing import Any, NamedTuple

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
        self._words = 0
        self._term_of: Numbers = np.zeros(1024, dtype=np.int32)
        self._cues_of: npt.NDArray[np.uint32] = np.zeros(1024, dtype=np.uint32)
        self._begins: Numbers = np.zeros(1024, dtype=np.int32)

    def __len__(self) -> int:
        """How many terms have a number."""
        return len(self._terms)

    @property
    def is_full(self) -> bool:
        """Whether a new one should be begun."""
        return self._words + sum(map(len, self._stretches.values())) > _MOST

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

    def of_words(self, words: Numbers) -> tuple[Numbers, npt.NDArray[np.uint32]]:
        """The numbers of the terms of some words, and their cues."""
        return self._term_of.take(words), self._cues_of.take(words)

    def beginnings(self, terms: Numbers) -> Numbers:
        """The numbers of how terms begin; UNKNOWN for shorter ones."""
        return self._begins.take(terms)

    def learn(self, surface: str, language: str) -> int:
        """The number of a new word."""
        term = analyser(language).term(surface)
        cue = cues(language).of(surface, term)
        with self._lock:
            number = self._words
            self._term_of = _with(self._term_of, number, self._term(term))
            self._cues_of = _with(self._cues_of, number, cue)
            self._words = number + 1
        return number

    def _known(self, language: str) -> _Stretches:
        with self._lock:
            return self._stretches.setdefault(language, _Stretches(self, language))

    def _term(self, term: str) -> int:
        number = self._numbers.get(term)
        if number is None:
            number, start = len(self._terms), term[:BEGINNING]
            begins = UNKNOWN
            if len(start) == BEGINNING:
                begins = self._beginnings.setdefault(start, len(self._beginnings))
            self._begins = _with(self._begins, number, begins)
            self._terms.append(term)
            self._numbers[term] = number
        return number


class _Stretches(dict[str, tuple[int, ...]]):
    """The words of every stretch between two blanks in texts of one language."""

    def __init__(self, lexis: Lexis, language: str) -> None:
        super().__init__()
        self._lexis = lexis
        self._language = language
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
            number = self._words[surface] = self._lexis.learn(surface, self._language)
        return number


def _with(array: npt.NDArray[Any], place: int, value: int) -> npt.NDArray[Any]:
    """The array with a value at a place, in one twice as long where it has no such place."""
    if place == len(array):
        array = np.concatenate([array, np.zeros_like(array)])
    array[place] = value
    return array


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
    (n_tokens,), `terms` int32 is the number of its term in `lexis`, `cues` uint32 its cues, `rows`
    int64 its text. `marks` int64 (n,) are those of each text.
    """

    lexis: Lexis
    terms: Numbers
    cues: npt.NDArray[np.uint32]
    rows: npt.NDArray[np.int64]
    starts: npt.NDArray[np.int64]
    marks: npt.NDArray[np.int64]

    @classmethod
    def beside(cls, lexis: Lexis, sketches: Sequence[Sketch]) -> Sketches:
        """Some sketches of one lexis, side by side."""
        none = np.zeros(0, dtype=np.int32)
        terms, cues = lexis.of_words(np.concatenate([none, *(s.words for s in sketches)]))
        lengths = np.array([len(sketch.words) for sketch in sketches], dtype=np.int64)
        starts = np.zeros(len(sketches) + 1, dtype=np.int64)
        np.cumsum(lengths, out=starts[1:])
        return cls(
            lexis=lexis,
            terms=terms,
            cues=cues,
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
            here = self.terms[:last] == numbers[0]
            for gap, number in enumerate(numbers[1:], start=1):
                here &= self.terms[gap : last + gap] == number
            places = np.flatnonzero(here)
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
