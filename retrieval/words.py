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

    `numbers` is int32 (n_words,).
    """

    written: Vocabulary
    numbers: npt.NDArray[np.int32]
    terms: Vocabulary

    def speller(self, frequency: Callable[[str], int]) -> Speller:
        """A speller over these words; `frequency` tells in how many passages a term occurs."""
        terms = list(self.terms)
        pairs = zip(self.written, self.numbers.tolist(), strict=True)
        return Speller({word: terms[number] for word, number in pairs}, frequency)


def gather_words(words: Mapping[str, str], terms: Vocabulary) -> Words:
    """The words of a mapping from word to term; those whose term is not listed are left out."""
    numbers = {term: number for number, term in enumerate(terms)}
    known = sorted(word for word, term in words.items() if term in numbers)
    return Words(
        written=vocabulary(known),
        numbers=np.array([numbers[words[word]] for word in known], dtype=np.int32),
        terms=terms,
    )
