"""The words of a collection as they are written, with the term of each."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from retrieval.indexing.pieces import numbered, places_of
from retrieval.indexing.vocabulary import Vocabulary, vocabulary
from retrieval.spelling import Speller, sound, sounds


@dataclass(frozen=True, slots=True)
class Surfaces:
    """How often each surface word stands for a term, by which a collection's words are kept up.

    Row i: `words[i]` stands `uses[i]` times for the term with the number `numbers[i]`; case-folded
    it is the word with the number `folded[i]`. These are int32 (n_surfaces,); rows are sorted by
    word and term.
    """

    words: Vocabulary
    numbers: npt.NDArray[np.int32]
    uses: npt.NDArray[np.int32]
    folded: npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Sounds:
    """The names by how they sound: that with the number `numbers[i]` has the key `keys[i]`.

    `keys` uint32, a checksum of `spelling.sound`, and `numbers` int32 are (n_names,), sorted.
    """

    keys: npt.NDArray[np.uint32]
    numbers: npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Words:
    """Distinct words, case-folded and sorted; word i has the term `terms[numbers[i]]`.

    `numbers` is int32 (n_words,); `named` bool (n_words,) marks words never written small.
    """

    written: Vocabulary
    numbers: npt.NDArray[np.int32]
    named: npt.NDArray[np.bool_]
    terms: Vocabulary
    surfaces: Surfaces
    sounds: Sounds

    def uses(self) -> dict[tuple[str, str], int]:
        """How often each surface word stands for a term."""
        terms, rows = list(self.terms), self.surfaces
        names = [terms[number] for number in rows.numbers.tolist()]
        return dict(zip(zip(rows.words, names, strict=True), rows.uses.tolist(), strict=True))

    def term(self, word: str) -> str:
        """The term of a word that occurs, "" for others."""
        number = self.written.number(word.casefold())
        return "" if number is None else self.terms[int(self.numbers[number])]

    def names(self, word: str) -> bool:
        """Whether a word occurs and is never written small: a name, as far as one can see."""
        number = self.written.number(word.casefold())
        return number is not None and bool(self.named[number])

    def of_length(self, start: str, *, shortest: int, longest: int) -> list[str]:
        """The words that begin with `start` and have so many characters, in order."""
        return self.written.of_length(start, shortest=shortest, longest=longest)

    def terms_of_length(self, start: str, *, shortest: int, longest: int) -> list[str]:
        """The terms that do."""
        return self.terms.of_length(start, shortest=shortest, longest=longest)

    def of_term(self, term: str) -> list[str]:
        """The words of a term, in order."""
        number = self.terms.number(term)
        if number is None:
            return []
        return [self.written[place] for place in np.flatnonzero(self.numbers == number).tolist()]

    def sounding(self, word: str) -> list[str]:
        """The names that sound like a word, in order."""
        wanted = sound(word)
        first = np.searchsorted(self.sounds.keys, key_of(wanted), side="left")
        last = np.searchsorted(self.sounds.keys, key_of(wanted), side="right")
        alike = [self.written[n] for n in self.sounds.numbers[first:last].tolist()]
        return [other for other in alike if sound(other) == wanted]

    def speller(self, frequency: Callable[[str], int]) -> Speller:
        """A speller over these words; `frequency` tells in how many passages a term occurs."""
        return Speller(self, frequency=frequency)


def key_of(sound: str) -> np.uint32:
    """The key of a sound."""
    return np.uint32(zlib.crc32(sound.encode()))


def gather_words(uses: Mapping[tuple[str, str], int], terms: Vocabulary) -> Words:
    """The words of a count of surface words, upper and lower case as they occur, by their terms.

    A word that has several terms, in several languages, gets that of its most frequent surface.
    Words whose term is not listed are left out.
    """
    numbers = {term: number for number, term in enumerate(terms)}
    pairs = sorted(pair for pair in uses if pair[1] in numbers)
    counts = np.array([uses[pair] for pair in pairs], dtype=np.int32)
    words = [surface.casefold() for surface, _ in pairs]
    folded: dict[str, str] = {}
    for number in np.argsort(-counts, kind="stable").tolist():
        folded.setdefault(words[number], pairs[number][1])
    small = {
        word for word, (surface, _) in zip(words, pairs, strict=True) if not surface[0].isupper()
    }
    known = sorted(folded)
    named = np.array([word not in small for word in known], dtype=bool)
    return Words(
        written=vocabulary(known),
        numbers=np.array([numbers[folded[word]] for word in known], dtype=np.int32),
        named=named,
        terms=terms,
        surfaces=Surfaces(
            words=vocabulary([surface for surface, _ in pairs]),
            numbers=np.array([numbers[term] for _, term in pairs], dtype=np.int32),
            uses=counts,
            folded=places_of(words, numbered(known)).astype(np.int32),
        ),
        sounds=_sounds(known, np.flatnonzero(named)),
    )


def _sounds(words: Sequence[str], names: npt.NDArray[np.int64]) -> Sounds:
    """The sounds of the words that are names."""
    named = sounds([words[number] for number in names.tolist()])
    keys = np.array([key_of(key) for key in named], dtype=np.uint32)
    order = np.argsort(keys, kind="stable")
    return Sounds(keys[order], names[order].astype(np.int32))
