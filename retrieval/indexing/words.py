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
        (key,) = keys_of([wanted])
        first = np.searchsorted(self.sounds.keys, key, side="left")
        last = np.searchsorted(self.sounds.keys, key, side="right")
        alike = [self.written[n] for n in self.sounds.numbers[first:last].tolist()]
        return [other for other in alike if sound(other) == wanted]

    def speller(self, frequency: Callable[[str], int]) -> Speller:
        """A speller over these words; `frequency` tells in how many passages a term occurs."""
        return Speller(self, frequency=frequency)


def keys_of(sounds: Sequence[str]) -> npt.NDArray[np.uint32]:
    """The keys of sounds."""
    return np.array([zlib.crc32(sound.encode()) for sound in sounds], dtype=np.uint32)


def gather_words(uses: Mapping[tuple[str, str], int], terms: Vocabulary) -> Words:
    """The words of a count of surface words, upper and lower case as they occur, by their terms.

    A word that has several terms, in several languages, gets that of its most frequent surface.
    Words whose term is not listed are left out.
    """
    numbers = numbered(terms)
    pairs = sorted(pair for pair in uses if pair[1] in numbers)
    surfaces = [surface for surface, _ in pairs]
    counts = np.array([uses[pair] for pair in pairs], dtype=np.int32)
    terms_of = np.array([numbers[term] for _, term in pairs], dtype=np.int32)
    words = [surface.casefold() for surface in surfaces]
    known = sorted(set(words))
    folded = places_of(words, numbered(known)).astype(np.int32)
    order = np.argsort(-counts, kind="stable")
    most = order[np.unique(folded[order], return_index=True)[1]]  # the row of each word's term
    named = np.ones(len(known), dtype=bool)
    named[folded[[not surface[0].isupper() for surface in surfaces]]] = False
    return Words(
        written=vocabulary(known),
        numbers=terms_of[most],
        named=named,
        terms=terms,
        surfaces=Surfaces(vocabulary(surfaces), terms_of, counts, folded),
        sounds=_sounds(known, np.flatnonzero(named)),
    )


def _sounds(words: Sequence[str], names: npt.NDArray[np.int64]) -> Sounds:
    """The sounds of the words that are names."""
    named = sounds([words[number] for number in names.tolist()])
    keys = keys_of(named)
    order = np.argsort(keys, kind="stable")
    return Sounds(keys[order], names[order].astype(np.int32))
