"""The postings of several terms put together, so that one look tells what passages hold of all.

A question has some forty terms, most of them synonyms with few postings: asked one by one, each
costs more in the asking than in the looking.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from retrieval.indexing.postings import Listing, Numbers

if TYPE_CHECKING:
    import numpy.typing as npt  # loading it takes long

_NONE = np.zeros(0, dtype=np.int32)  # no passages, lest there be none of any term
_NOTHING = np.zeros(0, dtype=np.uint8)


class Together:
    """The postings of some terms, those of each behind those of the one before it."""

    def __init__(self, listings: Sequence[Listing], n_passages: int) -> None:
        """Put the postings of terms together, in a collection of so many passages."""
        self._n_terms = len(listings)
        self.passages = np.concatenate([_NONE, *(listing.passages for listing in listings)])
        self.places = self.passages.astype(np.intp)  # quicker to look up by
        self._counts = np.concatenate([_NOTHING, *(listing.counts for listing in listings)])
        sizes = [len(listing.passages) for listing in listings]
        self._rows = np.arange(self._n_terms).repeat(sizes)
        self._columns = np.zeros(n_passages, dtype=np.int32)  # all 0 but during a look

    def held(self, passages: npt.NDArray[np.int32]) -> Numbers:
        """How often each term stands in each of some passages, which are distinct: (n_terms, n)."""
        self._columns[passages] = np.arange(1, len(passages) + 1, dtype=np.int32)
        columns = self._columns.take(self.places)
        self._columns[passages] = 0
        there = columns.nonzero()[0]
        counts = np.zeros((self._n_terms, len(passages)), dtype=self._counts.dtype)
        counts[self._rows.take(there), columns.take(there) - 1] = self._counts.take(there)
        return counts
