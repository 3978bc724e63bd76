"""A short answer cut to the thing asked for: the date of a span, a number with what it counts."""

from __future__ import annotations

from retrieval.entities import Kind, Mention, mentions
from retrieval.question import Question, Wanted
from retrieval.records import Span

_KINDS = {
    Wanted.DATE: (Kind.DATE,),
    Wanted.DURATION: (Kind.DURATION,),
    Wanted.MONEY: (Kind.MONEY,),
    Wanted.PERCENTAGE: (Kind.PERCENTAGE,),
    Wanted.NUMBER: (Kind.DURATION, Kind.MONEY, Kind.PERCENTAGE),
}


def trimmed(question: Question, text: str, span: Span) -> Span:
    """The span, or the mention of the wanted kind that it overlaps, if it overlaps just one."""
    kinds = _KINDS.get(question.wanted, ())
    found = [m for m in mentions(text, language=question.language) if m.kind in kinds]
    inside = [m for m in found if _overlap(m, span)]
    return Span(inside[0].start, inside[0].end) if len(inside) == 1 else span


def _overlap(mention: Mention, span: Span) -> bool:
    return mention.start < span.end and span.start < mention.end
