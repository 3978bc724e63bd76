"""Exact top-k over TF-IDF weights, stored by term: a posting is a passage and a share.

The weight of term t in passage d is idf(t) * share(t, d). The idf is scikit-learn's smooth one,
ln((1 + n) / (1 + df)) + 1; the share lets repeated terms count ever less and long passages a
little less, as BM25 does (Robertson and Zaragoza 2009, formula 3.15):

    share(t, d) = tf * (K + 1) / (tf + K * (1 - B + B * length(d) / mean length))

With K = 1 and B = 0, a term that occurs once has the share 1 and one that occurs thrice 1.5. The
score of a passage is the sum of the weights of the question's distinct terms in it. Whole documents
are indexed in the same way (see `retrieval.weighing`), and what is said of passages holds for them.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from retrieval.records import Part
from retrieval.vocabulary import Vocabulary

_REMEMBERED = 100_000  # places of terms


@dataclass(frozen=True, slots=True)
class Found:
    """The best passages: numbers int32 and scores float64, both (m,), best first."""

    passages: npt.NDArray[np.int32]
    scores: npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Index:
    """Postings of `size` passages.

    `indptr` int64 (n_terms + 1,), `postings` int32 and `shares` float32 (n_postings,): the
    postings of the term with number i stand at indptr[i] to indptr[i + 1], in order of passages.
    """

    vocabulary: Vocabulary
    indptr: npt.NDArray[np.int64]
    postings: npt.NDArray[np.int32]
    shares: npt.NDArray[np.float32]
    size: int
    _known: dict[str, slice] = field(default_factory=dict, compare=False, repr=False)

    def __len__(self) -> int:
        return self.size

    def document_frequency(self, term: str) -> int:
        """In how many passages a term occurs."""
        here = self._slice(term)
        return int(here.stop - here.start)

    def idf(self, term: str) -> float:
        """How rare a term is; of one that occurs nowhere, the highest there can be."""
        return math.log((1 + self.size) / (1 + self.document_frequency(term))) + 1

    def weights(self, terms: Iterable[str]) -> dict[str, float]:
        """The idf of each distinct term; terms that occur nowhere are left out."""
        return {
            term: self.idf(term) for term in dict.fromkeys(terms) if self.document_frequency(term)
        }

    def search(self, weights: Mapping[str, float], k: int) -> Found:
        """The k passages with the highest sum of weights, ties in the order of the collection."""
        scores = np.zeros(self.size)
        for term, weight in weights.items():
            here = self._slice(term)
            scores[self.postings[here]] += weight * self.shares[here].astype(np.float64)
        positive = np.flatnonzero(scores)
        best = positive[np.argsort(-scores[positive], kind="stable")[:k]]
        return Found(passages=best.astype(np.int32), scores=scores[best])

    def presence(
        self, terms: Sequence[str], passages: npt.NDArray[np.int64]
    ) -> npt.NDArray[np.bool_]:
        """Which terms stand in which passages: (n_passages, n_terms)."""
        table = np.zeros((len(passages), len(terms)), dtype=bool)
        for column, term in enumerate(terms):
            postings = self.postings[self._slice(term)]
            if len(postings):
                places = np.minimum(np.searchsorted(postings, passages), len(postings) - 1)
                table[:, column] = postings[places] == passages
        return table

    def parts(
        self, passages: Sequence[int], weights: Mapping[str, float]
    ) -> list[tuple[Part, ...]]:
        """For each passage what each term adds to its score, most first."""
        wanted = np.array(passages, dtype=np.int32)
        found: list[list[Part]] = [[] for _ in passages]
        for term, weight in weights.items():
            here = self._slice(term)
            postings = self.postings[here]
            places = np.searchsorted(postings, wanted)
            for row, place in enumerate(places.tolist()):
                if place < len(postings) and postings[place] == wanted[row]:
                    share = float(self.shares[here.start + place])
                    found[row].append(Part(term, weight * share))
        return [tuple(sorted(parts, key=lambda part: -part.amount)) for parts in found]

    def _slice(self, term: str) -> slice:
        """Where the postings of a term stand; empty for one that occurs nowhere."""
        known = self._known.get(term)
        if known is None:
            number = self.vocabulary.number(term)
            ends = (0, 0) if number is None else self.indptr[number : number + 2].tolist()
            if len(self._known) > _REMEMBERED:
                self._known.clear()
            known = self._known[term] = slice(*ends)
        return known
