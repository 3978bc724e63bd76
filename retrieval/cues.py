"""Cues: what a word hints at by how it is written, such as a name or a month, from word lists."""

from __future__ import annotations

from enum import IntFlag, auto
from functools import cache

from retrieval.analysis import Analyser, analyser
from retrieval.lexicon import lexicon
from retrieval.synonyms import nation_words

_BY_SURFACE = frozenset({"en"})  # languages whose lexicon lists every form of a word that hints


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


class Cues:
    """The cues of one language's words."""

    def __init__(self, language: str) -> None:
        """Read the language's cue words."""
        self._analysis: Analyser = analyser(language)
        self._words: dict[str, int] = {}
        cues = dict(lexicon(language).get("cues", {}))
        self._doubtful = frozenset(cues.pop("month_or_word", "").split())
        for name, words in cues.items():
            for word in words.split():
                self._words[word] = self._words.get(word, 0) | int(Cue[name.upper()])
        for word in lexicon(language).get("wanted", {}).get("group", "").split():
            self._words[word] = self._words.get(word, 0) | int(Cue.GROUP)
        for word in nation_words(language):
            self._words[word] = self._words.get(word, 0) | int(Cue.NATION)
        self._stems: dict[str, int] = {}
        if language not in _BY_SURFACE:
            for word, cue in self._words.items():
                term = self._analysis.term(word)
                self._stems[term] = self._stems.get(term, 0) | cue
        for word in lexicon(language).get("numbers", {}):
            self._words[word] = self._words.get(word, 0) | _NUMBER

    def of(self, surface: str, term: str) -> int:
        """The cues of a surface word with its term, as one number."""
        word = surface.casefold()
        cue = self._words.get(word, 0) | self._stems.get(term, 0)
        if surface[0].isupper():
            cue |= _CAPITAL
        elif cue:
            cue &= ~_ONLY_LARGE
            if word in self._doubtful:
                cue &= ~_MONTH
        if surface[0].isdigit():
            cue |= _NUMBER
            if word[:4].isdecimal() and len(word) in {4, 5} and "1000" <= word[:4] <= "2099":
                cue |= _YEAR
        if term[0].isdigit() and term.endswith("th") and term[:-2].isdigit():
            cue |= _ORDINAL
        if term in self._analysis.stop_terms:
            cue |= _STOP
        return cue


# As plain numbers: arithmetic of flags is slow.
_CAPITAL, _NUMBER, _ORDINAL = int(Cue.CAPITAL), int(Cue.NUMBER), int(Cue.ORDINAL)
_STOP, _MONTH = int(Cue.STOP), int(Cue.MONTH)
_YEAR = int(Cue.YEAR | Cue.DATE)
_ONLY_LARGE = int(Cue.GIVEN | Cue.NATION)  # what is so only in words written large


@cache
def cues(language: str) -> Cues:
    """The cues of a language, read once."""
    return Cues(language or "en")
