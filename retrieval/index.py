"""Exact top-k over TF-IDF weights, stored by term: a posting is a passage and a weight.

The weight of term t in passage d is (1 + ln tf) * idf(t), with idf(t) = ln((1 + n) / (1 + df)) + 1,
divided by the Euclidean norm of the passage's weights: scikit-learn's TfidfTransformer with
sublinear_tf=True, smooth_idf=True, norm="l2". A question is weighted in the same way.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from retrieval.records import Part


@dataclass(frozen=True, slots=True)
class Found:
    """The best passages: numbers int32 and scores float64, both (m,), best first."""

    passages: npt.NDArray[np.int32]
    scores: npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Index:
    """Postings of n passages.

    `indptr` int64 (n_terms + 1,), `postings` int32 and `weights` float32 (n_postings,): the
    postings of the term with id i stand at indptr[i] to indptr[i + 1], in order of passages.
    """

    terms: Mapping[str, int]
    indptr: npt.NDArray[np.int64]
    postings: npt.NDArray[np.int32]
    weights_of: npt.NDArray[np.float32]
    size: int

    def __len__(self) -> int:
        return self.size

    def document_frequency(self, term: str) -> int:
        """In how many passages a term occurs."""
        number = self.terms.get(term)
        return 0 if number is None else int(self.indptr[number + 1] - self.indptr[number])

    def idf(self, term: str) -> float:
        """How rare a term is; of one that occurs nowhere, the highest there can be."""
        return math.log((1 + self.size) / (1 + self.document_frequency(term))) + 1

    def weights(self, terms: Iterable[str]) -> dict[str, float]:
        """The weights of a question's terms, of unit norm; terms that occur nowhere are left out."""
        counts = Counter(terms)
        raw = {
            term: (1 + math.log(count)) * self.idf(term)
            for term, count in counts.items()
            if term in self.terms
        }
        norm = math.sqrt(sum(weight * weight for weight in raw.values()))
        return {term: weight / norm for term, weight in raw.items()}

    def search(self, weights: Mapping[str, float], k: int) -> Found:
        """The k passages with the highest sum of products of weights, ties in order of passages."""
        scores = np.zeros(self.size)
        for term, weight in weights.items():
            number = self.terms.get(term)
            if number is not None:
                here = slice(self.indptr[number], self.indptr[number + 1])
                scores[self.postings[here]] += weight * self.weights_of[here].astype(np.float64)
        positive = np.flatnonzero(scores)
        best = positive[np.argsort(-scores[positive], kind="stable")[:k]]
        return Found(passages=best.astype(np.int32), scores=scores[best])

    def parts(self, passage: int, weights: Mapping[str, float]) -> tuple[Part, ...]:
        """What each term adds to a passage's score, most first."""
        parts = []
        for term, weight in weights.items():
            number = self.terms.get(term)
            if number is None:
                continue
            start, end = self.indptr[number], self.indptr[number + 1]
            place = start + np.searchsorted(self.postings[start:end], passage)
            if place < end and self.postings[place] == passage:
                parts.append(Part(term, weight * float(self.weights_of[place])))
        return tuple(sorted(parts, key=lambda part: -part.amount))


def build_index(passages: Sequence[Sequence[str]]) -> Index:
    """The index of passages given as their terms."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectorizer = TfidfVectorizer(analyzer=lambda terms: terms, sublinear_tf=True)
    matrix = vectorizer.fit_transform(passages).tocsc()
    matrix.sort_indices()
    return Index(
        terms=dict(vectorizer.vocabulary_),
        indptr=matrix.indptr.astype(np.int64),
        postings=matrix.indices.astype(np.int32),
        weights_of=matrix.data.astype(np.float32),
        size=len(passages),
    )
