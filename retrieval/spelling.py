"""Unknown words of a question, and the words of the collection that were meant by them.

Two ways lead to a word: few slips of the finger (optimal string alignment distance), or the same
sound in another spelling (Qasemi, Kasemi, Ghasemi). A word that occurs is never replaced.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol, TypedDict

from rapidfuzz import process
from rapidfuzz.distance import OSA

from retrieval.scripts import is_spelt, is_unspaced

SLIPS = ((3, 1), (8, 2), (12, 3))  # from so many characters on, so many slips at the most
LONG = 6  # characters from which on one letter may be taken for another
SHORTEST = 3  # characters; shorter words have too many neighbours
SHORT = 4  # characters below which a word may only lack a letter, and of one other word only
SOUNDS_ALIKE = 0.6  # least similarity, 0 to 1, of two spellings of the same sound
_RULES = tuple(
    (re.compile(pattern, re.MULTILINE), sound)
    for pattern, sound in (
        (r"[^a-z\n]", ""),
        (r"sch|sh|tch|ch|zh|j", "s"),
        (r"ph", "f"),
        (r"gh|kh|ck|q|x|c|g", "k"),
        (r"th|dh|d", "t"),
        (r"w|v", "f"),
        (r"ts|tz|z", "s"),
        (r"b", "p"),
        (r"(?<!^)[aeiouyh]", ""),
        (r"^[aeiouyh]+", "a"),
        (r"(.)\1+", r"\1"),
    )
)


@dataclass(frozen=True, slots=True)
class Respelling:
    """A word of a question and the word of the collection it was read as."""

    written: str
    meant: str
    term: str


class Spelt(Protocol):
    """The words of a collection, case-folded, as far as a speller asks for them."""

    def term(self, word: str) -> str:
        """The term of a word that occurs, "" for others."""

    def names(self, word: str) -> bool:
        """Whether a word occurs and is never written small."""

    def of_length(self, start: str, *, shortest: int, longest: int) -> list[str]:
        """The words that begin with `start` and have so many characters, in order."""

    def terms_of_length(self, start: str, *, shortest: int, longest: int) -> list[str]:
        """The terms that do."""

    def of_term(self, term: str) -> list[str]:
        """The words of a term, in order."""

    def sounding(self, word: str) -> list[str]:
        """The names that sound like a word, in order."""


class Speller:
    """Finds the words of one collection that unknown words were meant to be.

    `frequency` tells in how many passages a term occurs.
    """

    def __init__(self, words: Spelt, *, frequency: Callable[[str], int]) -> None:
        """Look at nothing yet."""
        self._words = words
        self._frequency = frequency

    def respell(self, written: str, term: str) -> Respelling | None:
        """The word that was meant by one whose own term is `term`; None if none is near enough."""
        word = written.casefold()
        if len(word) < SHORTEST or not is_spelt(word) or is_unspaced(word):
            return None
        if self._words.term(word):
            return None
        if len(word) < SHORT:
            meant = self._by_a_letter(word)
        else:
            meant = self._by_slips(word) or self._by_sound(word) or self._by_stem(word, term)
            meant = meant or self._by_sounding_slips(word)
        if not meant:
            return None
        return Respelling(written=written, meant=meant, term=self._words.term(meant))

    def variants(self, word: str) -> tuple[str, ...]:
        """Other spellings of the same name that occur: their terms, without the word's own."""
        folded = word.casefold()
        if len(folded) < SHORT or not self._words.names(folded):
            return ()
        own = self._words.term(folded)
        alike = {self._words.term(other) for other in self._alike(folded)}
        return tuple(sorted(alike - {own}))

    def _by_slips(self, word: str) -> str:
        """The nearest word with the same first letter; of equally near ones the most frequent."""
        slips = _allowed(word)
        near = _near(word, _usable(self._words.of_length(word[0], **_lengths(word, slips))), slips)
        return self._nearest(near)

    def _nearest(self, near: Sequence[tuple[str, int]]) -> str:
        """The word of the fewest slips, of equally near ones the most frequent; "" for none."""
        return min(near, key=lambda found: (found[1], *self._rank(found[0])))[0] if near else ""

    def _by_a_letter(self, word: str) -> str:
        """The only word that has one letter more: "wall" for "wal"."""
        longer = _lengths(word, 1) | {"shortest": len(word) + 1}
        near = _near(word, _usable(self._words.of_length(word[0], **longer)), 1)
        return near[0][0] if len(near) == 1 else ""

    def _by_sounding_slips(self, word: str) -> str:
        """A word that sounds the same, one slip farther away: "cancelled" for "cancled"."""
        if len(word) < LONG:
            return ""
        slips = _allowed(word) + 1
        near = _near(word, _usable(self._words.of_length(word[0], **_lengths(word, slips))), slips)
        return self._nearest([found for found in near if sound(found[0]) == sound(word)])

    def _by_stem(self, word: str, term: str) -> str:
        """A word whose stem sounds like the word's own and is nearest to it."""
        slips = _allowed(word)
        near = [
            (stem, distance, words)
            for stem, distance in _near(
                term, self._words.terms_of_length(term[0], **_lengths(term, slips)), slips
            )
            if sound(stem) == sound(term) and (words := _usable(self._words.of_term(stem)))
        ]
        if not near:
            return ""
        _, _, words = min(near, key=lambda found: (found[1], -self._frequency(found[0]), found[0]))
        return min(words, key=lambda other: (OSA.distance(word, other), other))

    def _by_sound(self, word: str) -> str:
        return min(
            self._alike(word), key=lambda w: (OSA.distance(word, w), *self._rank(w)), default=""
        )

    def _alike(self, word: str) -> list[str]:
        """The names that sound like a word and are not too far from it."""
        return [
            other
            for other in _usable(self._words.sounding(word))
            if other != word and OSA.normalized_similarity(word, other) >= SOUNDS_ALIKE
        ]

    def _rank(self, word: str) -> tuple[int, str]:
        """Frequent words first, then in alphabetical order."""
        return -self._frequency(self._words.term(word)), word


def _allowed(word: str) -> int:
    """How many slips a word of its length may hold."""
    return max(slips for length, slips in SLIPS if len(word) >= length)


class _Lengths(TypedDict):
    shortest: int
    longest: int


def _lengths(word: str, slips: int) -> _Lengths:
    """The lengths of words at most so many slips away."""
    return _Lengths(shortest=max(len(word) - slips, 1), longest=len(word) + slips)


def _usable(words: Sequence[str]) -> list[str]:
    """The words that others may have been meant to be."""
    return [
        word
        for word in words
        if len(word) >= SHORTEST and not (word[0].isdigit() or is_unspaced(word))
    ]


def _near(word: str, others: Sequence[str], slips: int) -> list[tuple[str, int]]:
    """The words at most so many slips away, each with its distance."""
    found = process.extract(
        word,
        others,
        scorer=OSA.distance,
        score_cutoff=slips,
        limit=None,
    )
    return [(other, int(distance)) for other, distance, _ in found if plausible(word, other)]


def plausible(word: str, other: str) -> bool:
    """Whether one may be a slip for the other: in short words no letter is taken for another."""
    return len(word) >= LONG or len(word) != len(other) or sorted(word) == sorted(other)


@lru_cache(maxsize=100_000)
def sound(word: str) -> str:
    """A key that spellings of one sound share: consonants by class, vowels only in front.

    >>> sound("qasemi") == sound("kasemi") == sound("ghasemi")
    True
    """
    return _sounded(word) or word


def sounds(words: Sequence[str]) -> list[str]:
    """The key of each word, all at once; none of them holds the end of a line."""
    keys = _sounded("\n".join(words)).split("\n")
    return [key or word for key, word in zip(keys, words, strict=bool(words))]


def _sounded(lines: str) -> str:
    """The key of each line."""
    for pattern, replacement in _RULES:
        lines = pattern.sub(replacement, lines)
    return lines
