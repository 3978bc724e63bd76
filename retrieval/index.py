"""Exact top-k search over TF-IDF weights of terms.

The weight of term t in passage d is idf(t) * share(t, d). The idf is scikit-learn's smooth one,
ln((1 + n) / (1 + df)) + 1; `retrieval.indexing.postings` has the formula of the share. The score of
a passage is the sum of the weights of the question's distinct terms in it, and
`retrieval.indexing.search` finds the highest. `retrieval.documents` does the same for whole
documents.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from retrieval.indexing.postings import Listing, Postings
from retrieval.indexing.search import search
from retrieval.indexing.top_k import Found, Sought
from retrieval.indexing.vocabulary import Vocabulary

if TYPE_CHECKING:
    import numpy.typing as npt

    from retrieval.records import Part

__all__ = ["Found", "Index"]
_REMEMBERED = 100_000  # terms


def rarity(frequency: int, count: int) -> float:
    """The idf of a term in `frequency` of `count` texts: ln((1 + count) / (1 + frequency)) + 1."""
    return math.log((1 + count) / (1 + frequency)) + 1


class Index:
    """The postings of passages by term; the term `vocabulary[i]` has the number i in `postings`."""

    def __init__(self, vocabulary: Vocabulary, postings: Postings) -> None:
        """Hold a vocabulary and its postings; nothing is copied."""
        self.vocabulary = vocabulary
        self.postings = postings
        self._known: dict[str, Listing | None] = {}
        self._rarities: npt.NDArray[np.float64] | None = None
        self._weights: dict[str, float] = {}

    def __len__(self) -> int:
        return self.postings.size

    def document_frequency(self, term: str) -> int:
        """In how many passages a term occurs."""
        listing = self._known.get(term)
        if listing is not None:
            return len(listing.passages)
        number = self.vocabulary.number(term)
        return 0 if number is None else self.postings.frequency(number)

    def idf(self, term: str) -> float:
        """The idf of a term; one that occurs nowhere has the highest possible."""
        return self._weight(term) or rarity(0, len(self))

    def rarities(self) -> npt.NDArray[np.float64]:
        """The idf of every term of the vocabulary: (n_terms,); computed once."""
        if self._rarities is None:
            frequencies, which = np.unique(np.diff(self.postings.indptr), return_inverse=True)
            distinct = [rarity(frequency, len(self)) for frequency in frequencies.tolist()]
            self._rarities = np.array(distinct, dtype=np.float64)[which]
        return self._rarities

    def weights(self, terms: Iterable[str]) -> dict[str, float]:
        """The idf of each distinct term; terms that occur nowhere are left out."""
        return {term: weight for term in terms if (weight := self._weight(term))}

    def _weight(self, term: str) -> float:
        """The idf of a term, 0 of one that occurs nowhere; at most _REMEMBERED are kept."""
        known = self._weights.get(term)
        if known is None:
            if len(self._weights) > _REMEMBERED:
                self._weights.clear()
            held = self.document_frequency(term)
            known = self._weights[term] = rarity(held, len(self)) if held else 0.0
        return known

    def search(
        self,
        weights: Mapping[str, float],
        k: int,
        *,
        among: npt.NDArray[np.bool_] | None = None,
    ) -> Found:
        """The k passages with the highest sum of weights, ties in the order of the collection.

        Weights are above 0. `among` (n_passages,) says which passages are looked at, all of them
        by default; see `Passages.among`.
        """
        listings = [(weight, self._listing(term)) for term, weight in weights.items()]
        terms = [Sought(weight, found) for weight, found in listings if found is not None]
        return search(self.postings, terms, k, among)

    def around(
        self, terms: Sequence[str], passages: npt.NDArray[np.int64], *, reach: int
    ) -> npt.NDArray[np.bool_]:
        """Which terms stand in passages and in those up to `reach` away from each in the numbers:
        (n_passages, 2 * reach + 1, n_terms). Of numbers that no passage has nothing is told.
        """
        table = np.zeros((len(passages), 2 * reach + 1, len(terms)), dtype=bool)
        for column, term in enumerate(terms):
            listing = self._listing(term)
            if listing is not None:
                table[:, :, column] = listing.around(passages, reach)
        return table

    def parts(
        self, passages: Sequence[int], weights: Mapping[str, float]
    ) -> list[tuple[Part, ...]]:
        """For each passage what each term adds to its score, the largest first."""
        from retrieval.records import Part  # a search needs no records, which load for long

        wanted = np.array(passages, dtype=np.int32)
        found: list[list[Part]] = [[] for _ in passages]
        listings = {term: self._listing(term) for term in weights}
        terms = [term for term, listing in listings.items() if listing is not None]
        counts = np.array([known.held(wanted) for known in listings.values() if known is not None])
        if not len(counts) or not len(wanted):
            return [() for _ in passages]
        shares = self.postings.shares(counts, wanted)
        columns, rows = np.nonzero(counts)
        amounts = shares[columns, rows].astype(np.float64).tolist()
        for column, row, share in zip(columns.tolist(), rows.tolist(), amounts, strict=True):
            found[row].append(Part(terms[column], weights[terms[column]] * share))
        return [tuple(sorted(parts, key=lambda part: -part.amount)) for parts in found]

    def _listing(self, term: str) -> Listing | None:
        """The postings of a term; None for one that occurs nowhere."""
        try:
            return self._known[term]
        except KeyError:
            number = self.vocabulary.number(term)
        listing = None if number is None else self.postings.listing(number)
        if len(self._known) > _REMEMBERED:
            self._known.clear()
        self._known[term] = listing
        return listing
