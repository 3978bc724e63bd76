"""The best hits in another order, by odds that mind more than the words they share."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from retrieval.records import Hit

LOOKED_AT = 5  # best hits


def reordered(
    hits: Sequence[Hit], odds: Callable[[Hit], float], *, most: int = LOOKED_AT
) -> tuple[Hit, ...]:
    """Hits, the best few by other odds; each is as likely as the one whose place it takes."""
    best = hits[:most]
    moved = (
        hit._replace(probability=place.probability)
        for hit, place in zip(sorted(best, key=odds, reverse=True), best, strict=True)
    )
    return (*moved, *hits[most:])
