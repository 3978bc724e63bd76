"""The best hits in another order, by odds that mind more than the words they share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from retrieval.records import Hit, Passage
from retrieval.retriever import Findings

LOOKED_AT = 5  # best hits
STEP = 0.9  # how likely each further sentence put first is, against the one before
BEHIND = 0.2  # how likely other hits are then, against what they were


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


def put_first(
    passages: Sequence[Passage], hits: Sequence[Hit], *, likely: float
) -> tuple[Hit, ...]:
    """Some passages, at least one, as the best hits, the first `likely`; all others far behind."""
    numbers = {passage.number for passage in passages}
    first = (Hit(passage, likely * STEP**n) for n, passage in enumerate(passages))
    others = (hit for hit in hits if hit.passage.number not in numbers)
    return (*first, *(hit._replace(probability=BEHIND * hit.probability) for hit in others))


def before_others(found: Findings, first: Sequence[Hit], *, likelier: float = 0.0) -> Findings:
    """What was found, some hits first, each as likely as the one whose place it takes, and an
    answer likelier by `likelier` log-odds.
    """
    known = {hit.passage.number for hit in first}
    hits = (*first, *(hit for hit in found.hits if hit.passage.number not in known))
    likely = [hit.probability for hit in found.hits]
    likely += likely[-1:] * (len(hits) - len(likely))
    placed = tuple(hit._replace(probability=p) for hit, p in zip(hits, likely, strict=True))
    placed_first = replace(found, hits=placed)
    return placed_first.likelier(likelier) if likelier else placed_first
