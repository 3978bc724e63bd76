"""The words of a collection as they are written, each with its term."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from retrieval.cues import Cue
from retrieval.indexing.pieces import Pair, numbered, places_of
from retrieval.indexing.vocabulary import Vocabulary, vocabulary
from retrieval.indexing.writing import Table, by_rank
from retrieval.spelling import Speller, sound, sounds

_CAPITAL = np.uint32(Cue.CAPITAL)


@dataclass(frozen=True, slots=True)
class Surfaces:
    """The surface words of a collection, by which its words are kept up.

    Row i: `words[i]` has the number `ranks[i]` in the forward index, which tells its term and cues
    and how often it is used so; case-folded it is the word with the number `folded[i]`. Both are
    int32 (n_surfaces,); rows are sorted by word, term and cues.
    """

    words: Vocabulary
    ranks: npt.NDArray[np.int32]
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

    def term(self, word: str) -> str:
        """The term of a word that occurs, "" for others."""
        number = self.written.number(word.casefold())
        return "" if number is None else self.terms[int(self.numbers[number])]

    def names(self, word: str) -> bool:
        """Whether a word occurs and is never written with a small letter: probably a name."""
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


def gather_words(pairs: Sequence[Pair], table: Table, terms: Vocabulary) -> Words:
    """The words of sorted pairs, from which a table was made, by their terms."""
    surfaces = [pair.surface for pair in pairs]
    words = [surface.casefold() for surface in surfaces]
    known = sorted(set(words))
    folded = places_of(words, numbered(known)).astype(np.int32)
    read = read_words(folded, table, len(known))
    return Words(
        written=vocabulary(known),
        numbers=read.numbers,
        named=read.named,
        terms=terms,
        surfaces=Surfaces(vocabulary(surfaces), table.ranks, folded),
        sounds=_sounds(known, np.flatnonzero(read.named)),
    )


class Read(NamedTuple):
    """What the surface words tell of each word: `numbers` and `named` of `Words`."""

    numbers: npt.NDArray[np.int32]
    named: npt.NDArray[np.bool_]


def read_words(folded: npt.NDArray[np.int32], table: Table, count: int) -> Read:
    """What the rows of a table tell of `count` words, of which row i is that with the number
    folded[i]. A word that has several terms gets that of its most frequent surface.
    """
    own = by_rank(table.ranks, folded)
    numbers = np.empty(count, dtype=np.int32)
    numbers[own[::-1]] = table.terms[::-1]  # of several the last stays, which is most frequent
    named = np.ones(count, dtype=bool)
    named[own[table.cues & _CAPITAL == 0]] = False
    return Read(numbers, named)


def _sounds(words: Sequence[str], names: npt.NDArray[np.int64]) -> Sounds:
    """The sounds of the words that are names."""
    named = sounds([words[number] for number in names.tolist()])
    keys = keys_of(named)
    order = np.argsort(keys, kind="stable")
    return Sounds(keys[order], names[order].astype(np.int32))
