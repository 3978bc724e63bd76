"""Which hits are likely enough that an answer may be taken from them."""

from __future__ import annotations

from collections.abc import Sequence

from retrieval.records import Hit

LIFTED_FROM = 3  # best hits from which a first line may come
LEAST_SHARE = 0.25  # of the best hit's probability that another hit must have


def likely(hits: Sequence[Hit], *, most: int = LIFTED_FROM) -> list[Hit]:
    """The first of some hits, best first, that are not much less likely than the best."""
    return [hit for hit in hits[:most] if hit.probability >= LEAST_SHARE * hits[0].probability]
