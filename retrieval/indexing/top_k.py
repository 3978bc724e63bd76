"""The records of a search, what is sought and what is found, and the k best of some scores."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from retrieval.indexing.postings import Floats, Listing

if TYPE_CHECKING:
    import numpy.typing as npt  # loading it takes long


class Found(NamedTuple):
    """The best passages: numbers int32 and scores float64, both (m,), best first."""

    passages: npt.NDArray[np.int32]
    scores: Floats


class Sought(NamedTuple):
    """One term of a question: its weight, above 0, and its postings, at least one."""

    weight: float
    listing: Listing

    @property
    def size(self) -> int:
        """In how many passages the term occurs."""
        return len(self.listing.passages)

    @property
    def bound(self) -> float:
        """The most that the term can add to a score."""
        return self.weight * self.listing.peak


def top(passages: npt.NDArray[np.int32], scores: Floats, k: int) -> Found:
    """The `k` best passages, or all if there are fewer; ties in the order of the collection.

    `passages` (n,) are in the order of the collection, `scores` (n,) are theirs; k is at least 1.
    """
    if len(passages) > k:
        good = (scores >= kth(scores, k)).nonzero()[0]
        passages, scores = passages.take(good), scores.take(good)
    best = (-scores).argsort(kind="stable")[:k]
    return Found(passages.take(best), scores.take(best))


def kth(scores: Floats, k: int) -> float:
    """The k-th highest of scores (n,), with 1 <= k <= n."""
    ordered = scores.copy()
    ordered.partition(-k)
    return float(ordered[-k])
