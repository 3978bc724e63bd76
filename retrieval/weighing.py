"""The terms of passages, counted and weighed: an Index of the passages, one of the documents."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from retrieval.index import Index
from retrieval.postings import Postings, Weighting, peaks, smallest
from retrieval.vocabulary import Vocabulary, vocabulary

SENTENCES = Weighting(repetition=0.5, length=0.3)
DOCUMENTS = Weighting(repetition=2.0, length=0.75)


@dataclass(frozen=True, slots=True)
class Terms:
    """All tokens of some passages, in order: `columns` int64 (n_tokens,) are numbers in the
    vocabulary, `lengths` int64 (n_passages,) how many of them each passage has.
    """

    vocabulary: Vocabulary
    columns: npt.NDArray[np.int64]
    lengths: npt.NDArray[np.int64]

    def grouped(self, firsts: npt.NDArray[np.int64]) -> Terms:
        """The same tokens by document: those of document i are of firsts[i] to firsts[i + 1]."""
        ends = np.concatenate([[0], np.cumsum(self.lengths)])
        return Terms(self.vocabulary, self.columns, np.diff(ends[firsts]))


def gather(passages: Iterable[Sequence[str]]) -> Terms:
    """The tokens of passages given as their terms, read once."""
    numbers: dict[str, int] = {}
    tokens, lengths = array("i"), array("i")
    for terms in passages:
        tokens.extend([numbers.setdefault(term, len(numbers)) for term in terms])
        lengths.append(len(terms))
    return Terms(
        vocabulary=vocabulary(sorted(numbers)),
        columns=_in_order(numbers)[np.array(tokens, dtype=np.int64)],
        lengths=np.array(lengths, dtype=np.int64),
    )


def weigh(terms: Terms, weighting: Weighting = SENTENCES) -> Index:
    """The index of gathered terms; without any passage it is empty."""
    size = len(terms.lengths)
    rows = np.repeat(np.arange(size), terms.lengths)
    places, counts = np.unique(terms.columns * max(size, 1) + rows, return_counts=True)
    terms_of, passages = np.divmod(places, max(size, 1))
    indptr = np.searchsorted(terms_of, np.arange(len(terms.vocabulary) + 1)).astype(np.int64)
    held = (indptr, passages.astype(np.int32), smallest(counts), smallest(terms.lengths))
    return Index(terms.vocabulary, Postings(*held, peaks(*held, weighting), weighting))


def build_index(passages: Iterable[Sequence[str]]) -> Index:
    """The index of passages given as their terms."""
    return weigh(gather(passages))


def _in_order(numbers: Mapping[str, int]) -> npt.NDArray[np.int64]:
    """For each number given in order of appearance the one in alphabetical order: (n_terms,)."""
    ranks = np.zeros(len(numbers), dtype=np.int64)
    ranks[[numbers[term] for term in sorted(numbers)]] = np.arange(len(numbers))
    return ranks
