"""What other documents tell beside the hit that answers: otherwise, or the like of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from bot.answering.lifted import Lifted
from bot.answering.likewise import telling_alike, telling_roles
from bot.answering.quoting import LIKELY_BEHIND, LIKELY_RIVAL, POSSIBLE_RIVAL
from bot.answering.rivals import LEAST_SHARE, Rival, rivals
from retrieval.question import Question
from retrieval.records import Hit
from retrieval.retriever import Findings, Retriever


@dataclass(frozen=True, slots=True)
class ToldByOthers:
    """What may be quoted beside the hit that answers, by numbers of `hits`.

    `against` are the possible rivals, `opposed` those of them that may take another side, `alike`
    the hits that tell the like; `on_named` tells of a hit's number whether its document is on what
    the question names.
    """

    hits: tuple[Hit, ...]
    against: tuple[Rival, ...]
    opposed: tuple[Rival, ...]
    alike: tuple[int, ...]
    on_named: Callable[[int], bool]


def told_by_others(
    found: Findings, *, main: int, lifted: Lifted | None, retriever: Retriever
) -> ToldByOthers:
    """What others tell beside the hit numbered `main`, from which a first line was lifted or not.

    Asked for a role, only those count that tell one.
    """
    question, best = found.question, len(found.hits)
    line = lifted.line if lifted else ""
    hits = _with_those_behind(found) if lifted else found.hits
    on_named = _on_the_named(question, hits, main=main, retriever=retriever)
    against = [
        rival
        for rival in rivals(question, hits, main=main, lifted=line, best=best)
        if rival.probability >= (POSSIBLE_RIVAL if rival.number < best else LIKELY_BEHIND)
        and on_named(rival.number)
    ]
    alike = telling_alike(question, found.hits, main=main, lifted=line)
    if roles := telling_roles(question, hits, main=main):
        alike, against = roles, [rival for rival in against if rival.number in roles]
    bar = LEAST_SHARE * hits[main].probability
    opposed = (
        rival
        for rival in against
        if line
        and rival.number < best
        and rival.probability >= LIKELY_RIVAL
        and hits[rival.number].probability >= bar
    )
    return ToldByOthers(
        hits, tuple(against), tuple(opposed), tuple(filter(on_named, alike)), on_named
    )


def _with_those_behind(found: Findings) -> tuple[Hit, ...]:
    """The hits, then those behind them that have not moved up among them."""
    there = {hit.passage.number for hit in found.hits}
    return (*found.hits, *(hit for hit in found.behind if hit.passage.number not in there))


def _on_the_named(
    question: Question, hits: Sequence[Hit], *, main: int, retriever: Retriever
) -> Callable[[int], bool]:
    """Whether the document of a hit lacks no name of the question that the main hit's has.

    Asked about the well of Corran, a document on that of Aldam says nothing against it.
    """

    @cache
    def foreign(number: int) -> frozenset[str]:
        return frozenset(retriever.foreign_names(question, hits[number].passage))

    return lambda number: foreign(number) <= foreign(main)
