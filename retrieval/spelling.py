"""Words that the collection lacks: the words of it that were meant.

Two ways lead to a word: few slips of the finger (optimal string alignment distance), or the same
sound under another spelling (Qasemi, Kasemi, Ghasemi). A word that occurs is never replaced.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from retrieval.scripts import is_spelt, is_unspaced

SLIPS = ((4, 1), (8, 2), (12, 3))  # from so many characters on, so many slips at the most
LONG = 6  # characters from which on one letter may be taken for another
SHORTEST = 4  # characters; shorter words have too many neighbours
SOUNDS_ALIKE = 0.6  # least similarity, 0 to 1, of two spellings of the same sound
_SOUNDS = (
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"[^a-z]", ""),
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
_RULES = tuple(_SOUNDS)


@dataclass(frozen=True, slots=True)
class Respelling:
    """A word of a question and the word of the collection it was read as."""

    written: str
    meant: str
    term: str


class Speller:
    """Finds the words of one collection that unknown words were meant to be.

    `words` are the collection's words, case-folded, with their terms, `names` those of them that
    are never written small; `frequency` tells in how many passages a term occurs.
    """

    def __init__(
        self, words: Mapping[str, str], *, names: Set[str], frequency: Callable[[str], int]
    ) -> None:
        """Sort the words by their beginnings and the names by their sounds."""
        self._words = words
        self._names = names
        self._frequency = frequency
        self._beginnings: dict[str, list[str]] = {}
        self._stems: dict[str, list[str]] = {}
        self._sounds: dict[str, list[str]] = {}
        for word, term in words.items():
            if len(word) >= SHORTEST - 1 and not (word[0].isdigit() or is_unspaced(word)):
                self._beginnings.setdefault(word[0], []).append(word)
                self._stems.setdefault(term, []).append(word)
                if word in names:
                    self._sounds.setdefault(sound(word), []).append(word)
        self._stem_beginnings: dict[str, list[str]] = {}
        for term in self._stems:
            self._stem_beginnings.setdefault(term[0], []).append(term)

    def respell(self, written: str, term: str) -> Respelling | None:
        """The word that was meant by one whose own term is `term`; None if none is near enough."""
        word = written.casefold()
        if len(word) < SHORTEST or word in self._words or not is_spelt(word) or is_unspaced(word):
            return None
        meant = self._by_slips(word) or self._by_sound(word) or self._by_stem(word, term)
        return Respelling(written=written, meant=meant, term=self._words[meant]) if meant else None

    def variants(self, word: str) -> tuple[str, ...]:
        """Other spellings of the same name that occur: their terms, without the word's own."""
        folded = word.casefold()
        if len(folded) < SHORTEST or folded not in self._names:
            return ()
        own = self._words[folded]
        alike = {self._words[other] for other in self._alike(folded)}
        return tuple(sorted(alike - {own}))

    def _by_slips(self, word: str) -> str:
        """The nearest word with the same first letter; of equally near ones the most frequent."""
        near = _near(word, self._beginnings.get(word[0], ()), _allowed(word))
        return min(near, key=lambda found: (found[1], *self._rank(found[0])))[0] if near else ""

    def _by_stem(self, word: str, term: str) -> str:
        """A word whose stem sounds like the word's own and is nearest to it."""
        alike = [t for t in self._stem_beginnings.get(term[0], ()) if sound(t) == sound(term)]
        near = _near(term, alike, _allowed(word))
        if not near:
            return ""
        stem = min(near, key=lambda found: (found[1], -self._frequency(found[0]), found[0]))[0]
        return min(self._stems[stem], key=lambda other: (OSA.distance(word, other), other))

    def _by_sound(self, word: str) -> str:
        return min(
            self._alike(word), key=lambda w: (OSA.distance(word, w), *self._rank(w)), default=""
        )

    def _alike(self, word: str) -> list[str]:
        """The names that sound like a word and are not too far from it."""
        return [
            other
            for other in self._sounds.get(sound(word), ())
            if other != word and OSA.normalized_similarity(word, other) >= SOUNDS_ALIKE
        ]

    def _rank(self, word: str) -> tuple[int, str]:
        """Frequent words first, then in alphabetical order."""
        return -self._frequency(self._words[word]), word


def _allowed(word: str) -> int:
    """How many slips a word of its length may hold."""
    return max(slips for length, slips in SLIPS if len(word) >= length)


def _near(word: str, others: Sequence[str], slips: int) -> list[tuple[str, int]]:
    """The words at most so many slips away, each with its distance."""
    lengths = range(len(word) - slips, len(word) + slips + 1)
    found = process.extract(
        word,
        [other for other in others if len(other) in lengths],
        scorer=OSA.distance,
        score_cutoff=slips,
        limit=None,
    )
    return [(other, int(distance)) for other, distance, _ in found if _plausible(word, other)]


def _plausible(word: str, other: str) -> bool:
    """Whether one may be a slip for the other: in short words no letter is taken for another."""
    return len(word) >= LONG or len(word) != len(other) or sorted(word) == sorted(other)


@lru_cache(maxsize=100_000)
def sound(word: str) -> str:
    """A key that spellings of one sound share: consonants by class, vowels only in front.

    >>> sound("qasemi") == sound("kasemi") == sound("ghasemi")
    True
    """
    key = word
    for pattern, replacement in _RULES:
        key = pattern.sub(replacement, key)
    return key or word
