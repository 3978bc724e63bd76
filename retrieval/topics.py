"""Which documents speak of a topic: TF-IDF over whole documents, asked twice.

The best documents of the first search lend their weightiest terms to the second (Rocchio 1971, with
pseudo-relevance feedback), so that a document may speak of the topic in other words.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from retrieval.documents import DocumentIndex
from retrieval.index import Found

FEEDBACK = 3  # documents that lend terms
MOST_SHARE = 10  # at most one in so many documents lends terms
LENT = 60  # terms
LENT_WEIGHT = 0.7  # of all lent terms together, against the topic's own
REMEMBERED_TERMS = 5_000  # of one document


def best_documents(
    documents: DocumentIndex,
    weights: Mapping[str, float],
    terms: Callable[[int], Sequence[str]],
    *,
    k: int,
) -> Found:
    """The numbers and scores of the `k` documents that say most about a topic, best first.

    `weights` are those of the topic's terms; `terms(i)` gives all terms of document i.
    """
    found = documents.search(weights, max(k, FEEDBACK))
    lending = found.passages[: min(FEEDBACK, len(documents) // MOST_SHARE)].tolist()
    if not lending:
        return Found(found.passages[:k], found.scores[:k])
    lent: dict[str, float] = {}
    trust = found.scores[: len(lending)] / found.scores[: len(lending)].sum()
    for number, share in zip(lending, trust.tolist(), strict=True):
        distinct = documents.weights(terms(number)[:REMEMBERED_TERMS])
        for term, weight in _unit(documents.weights_in(number, distinct)).items():
            lent[term] = lent.get(term, 0.0) + share * weight
    kept = sorted(lent, key=lambda term: (-lent[term], term))[:LENT]
    wanted = _unit(weights)
    for term, weight in _unit({term: lent[term] for term in kept}).items():
        wanted[term] = wanted.get(term, 0.0) + LENT_WEIGHT * weight
    return documents.search(wanted, k)


def _unit(weights: Mapping[str, float]) -> dict[str, float]:
    """The weights scaled to a vector of length one."""
    length = float(np.sqrt(sum(weight**2 for weight in weights.values()))) or 1.0
    return {term: weight / length for term, weight in weights.items()}
