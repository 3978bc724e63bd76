"""More of what was found for the last question, a few passages at a time."""

from __future__ import annotations

from dataclasses import replace

from bot.answer import FURTHER_PAGE, Answer, Quote, Reference, Verdict
from bot.answering.quoting import stress


def further_page(answer: Answer, shown: Reference | None) -> Answer | None:
    """What was found for a question beyond what is quoted, or beyond the page begun by `shown`.

    None where nothing is left, or nothing was claimed at all.
    """
    if answer.refused and not answer.quotes:
        return None
    rest = answer.further
    places = [Quote(hit.passage, stress=()).reference for hit in rest]
    start = places.index(shown) + FURTHER_PAGE if shown in places else 0
    if start >= len(rest):
        return None
    passages = [hit.passage for hit in rest[start : start + FURTHER_PAGE]]
    quotes = tuple(Quote(passage, stress(answer.searched, passage)) for passage in passages)
    return replace(
        answer,
        verdict=Verdict.TENTATIVE,
        lead=quotes[0].text,
        short=False,
        quotes=quotes,
        hits=rest[start:],
        notes=(),
        offers=(),
        introduced="further",
        sides=(),
    )
