"""A sketch of a sentence: its terms, and for each what its surface hints at.

One pass over the words with one look-up per distinct surface gives all that the ranker's features
need of a text.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntFlag, auto
from functools import cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from retrieval.analysis import Analyser, analyser, surfaces
from retrieval.lexicon import lexicon
from retrieval.synonyms import nation_words

_REMEMBERED = 500_000
_BY_SURFACE = frozenset({"en"})  # languages whose lexicon lists every form of a word that hints
_QUESTION_MARKS = "?？؟\u037e"
_ENDS = ".!?\"'”)»。！？」।؟\u037e"


class Cue(IntFlag):
    """What one word hints at; a word may hint at several things."""

    CAPITAL = auto()
    NUMBER = auto()
    YEAR = auto()
    ORDINAL = auto()
    STOP = auto()
    DATE = auto()
    MONTH = auto()
    MONEY = auto()
    SHARE = auto()
    DURATION = auto()
    UNIT = auto()
    PERSON = auto()
    PLACE = auto()
    REASON = auto()
    MEANING = auto()
    MANNER = auto()
    PRONOUN = auto()
    COPULA = auto()
    ARTICLE = auto()
    GIVEN = auto()
    NATION = auto()
    GROUP = auto()


class Marks(NamedTuple):
    """What a look at a text's signs tells: quotation marks, brackets, a colon, a question, an end
    as sentences have it, an opening word that points back, signs of money and of percentages.
    """

    quoted: bool
    bracketed: bool
    colon: bool
    asks: bool
    ended: bool
    opens_with_pronoun: bool
    money: bool
    percent: bool


@dataclass(frozen=True, slots=True)
class Sketch:
    """A text's terms in order and their cues, uint32 (n_terms,).

    `joined` holds the terms between blanks, so that a search for a beginning is one look;
    `distinct` are the terms once each, `content` those of them that are no stop words.
    """

    terms: tuple[str, ...]
    cues: npt.NDArray[np.uint32]
    distinct: frozenset[str]
    content: frozenset[str]
    joined: str
    marks: Marks


class Sketcher:
    """Sketches texts of one language; each distinct surface is looked at once."""

    def __init__(self, language: str) -> None:
        """Read the language's cue words."""
        self._analysis: Analyser = analyser(language)
        self._known: dict[str, tuple[str, int]] = {}
        self._words: dict[str, int] = {}
        cues = dict(lexicon(language).get("cues", {}))
        self._doubtful = frozenset(cues.pop("month_or_word", "").split())
        for name, words in cues.items():
            for word in words.split():
                self._words[word] = self._words.get(word, 0) | Cue[name.upper()]
        for word in lexicon(language).get("wanted", {}).get("group", "").split():
            self._words[word] = self._words.get(word, 0) | Cue.GROUP
        for word in nation_words(language):
            self._words[word] = self._words.get(word, 0) | Cue.NATION
        self._stems: dict[str, int] = {}
        if language not in _BY_SURFACE:
            for word, cue in self._words.items():
                term = self._analysis.term(word)
                self._stems[term] = self._stems.get(term, 0) | cue
        self._numbers = frozenset(lexicon(language).get("numbers", {}))

    def sketch(self, text: str) -> Sketch:
        """The sketch of a text."""
        known = self._known
        entries = [known.get(surface) or self._learn(surface) for surface in surfaces(text)]
        terms = tuple([term for term, _ in entries])
        end = text.rstrip()[-1:]
        return Sketch(
            terms=terms,
            cues=np.array([cue for _, cue in entries], dtype=np.uint32),
            distinct=(distinct := frozenset(terms)),
            content=distinct - self._analysis.stop_terms,
            joined=f" {' '.join(terms)} ",
            marks=Marks(
                quoted='"' in text or "“" in text or "``" in text or "«" in text,
                bracketed="(" in text,
                colon=":" in text,
                asks=bool(end) and end in _QUESTION_MARKS,
                ended=bool(end) and end in _ENDS,
                opens_with_pronoun=bool(entries) and bool(entries[0][1] & Cue.PRONOUN),
                money="$" in text or "€" in text or "£" in text or "¥" in text,
                percent="%" in text,
            ),
        )

    def _learn(self, surface: str) -> tuple[str, int]:
        if len(self._known) > _REMEMBERED:
            self._known.clear()
        entry = self._known[surface] = (self._analysis.term(surface), self._cue(surface))
        return entry

    def _cue(self, surface: str) -> int:
        word = surface.casefold()
        term = self._analysis.term(surface)
        cue = Cue(self._words.get(word, 0) | self._stems.get(term, 0))
        if surface[0].isupper():
            cue |= Cue.CAPITAL
        else:
            cue &= ~(Cue.GIVEN | Cue.NATION)
            if word in self._doubtful:
                cue &= ~Cue.MONTH
        if surface[0].isdigit() or word in self._numbers:
            cue |= Cue.NUMBER
        if word[:4].isdecimal() and len(word) in {4, 5} and "1000" <= word[:4] <= "2099":
            cue |= Cue.YEAR | Cue.DATE
        if term.endswith("th") and term[:-2].isdigit():
            cue |= Cue.ORDINAL
        if term in self._analysis.stop_terms:
            cue |= Cue.STOP
        return int(cue)


@cache
def sketcher(language: str) -> Sketcher:
    """The sketcher of a language, made once."""
    return Sketcher(language or "en")
