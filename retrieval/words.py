"""The words of a collection as they are written, with the term of each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from retrieval.spelling import Speller
from retrieval.vocabulary import Vocabulary, vocabulary


@dataclass(frozen=True, slots=True)
class Words:
    """Distinct words, case-folded and sorted; word i has the term `terms[numbers[i]]`.

    `numbers` is int32 (n_words,); `named` bool (n_words,) marks words never written small.
    """

    written: Vocabulary
    numbers: npt.NDArray[np.int32]
    named: npt.NDArray[np.bool_]
    terms: Vocabulary

    def term(self, word: str) -> str:
        """The term of a word that occurs, "" for others."""
        number = self.written.number(word.casefold())
        return "" if number is None else self.terms[int(self.numbers[number])]

    def names(self, word: str) -> bool:
        """Whether a word occurs and is never written small: a name, as far as one can see."""
        number = self.written.number(word.casefold())
        return number is not None and bool(self.named[number])

    def speller(self, frequency: Callable[[str], int]) -> Speller:
        """A speller over these words; `frequency` tells in how many passages a term occurs."""
        terms = list(self.terms)
        pairs = zip(self.written, self.numbers.tolist(), strict=True)
        words = {word: terms[number] for word, number in pairs}
        flags = zip(words, self.named.tolist(), strict=True)
        names = frozenset(word for word, named in flags if named)
        return Speller(words, names=names, frequency=frequency)


def gather_words(words: Mapping[str, str], terms: Vocabulary) -> Words:
    """The words of a mapping from written word to term, upper and lower case as they occur.

    Words whose term is not listed are left out.
    """
    numbers = {term: number for number, term in enumerate(terms)}
    folded: dict[str, str] = {}
    small: set[str] = set()
    for word, term in words.items():
        if term in numbers:
            folded.setdefault(word.casefold(), term)
            if not word[0].isupper():
                small.add(word.casefold())
    known = sorted(folded)
    return Words(
        written=vocabulary(known),
        numbers=np.array([numbers[folded[word]] for word in known], dtype=np.int32),
        named=np.array([word not in small for word in known], dtype=bool),
        terms=terms,
    )
