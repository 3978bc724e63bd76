"""The best passages for a question, always the exact ones.

In a small collection the scores of all passages are added up, which is quicker than skipping any;
in a large one `max_score` skips those that can't be among the best.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from retrieval.indexing.postings import FREQUENT, SMALL, Floats, Listing, Postings
from retrieval.indexing.top_k import Found, Sought, top

if TYPE_CHECKING:
    from retrieval.indexing.max_score import Bools


def search(
    postings: Postings, terms: Sequence[Sought], k: int, among: Bools | None = None
) -> Found:
    """The `k` passages with the highest scores above 0, ties in the order of the collection.

    `among`, (n_passages,), says which passages are looked at; all of them by default.
    """
    if not terms or k < 1:
        return Found(np.zeros(0, dtype=np.int32), np.zeros(0))
    if postings.size <= SMALL or k * FREQUENT >= postings.size:
        return _all(postings, terms, k, among)
    from retrieval.indexing.max_score import MaxScore  # which a small collection needs not

    return MaxScore(postings, terms, k, among).best()


def _all(postings: Postings, terms: Sequence[Sought], k: int, among: Bools | None) -> Found:
    """The best of all passages by the sum of all scores, added in the order of the terms."""
    held = np.concatenate([term.listing.passages for term in terms])
    added = np.concatenate([term.weight * _shares(postings, term.listing) for term in terms])
    scores = np.asarray(np.bincount(held, added), dtype=np.float64)
    if among is not None:
        scores *= among[: len(scores)]
    positive = (scores > 0).nonzero()[0].astype(np.int32)  # quicker than of the scores themselves
    return top(positive, scores.take(positive), k)


def _shares(postings: Postings, listing: Listing) -> Floats:
    """The shares of a term's postings: (n,)."""
    if listing.shares is not None:
        return listing.shares
    return postings.shares(listing.counts, listing.passages).astype(np.float64)
