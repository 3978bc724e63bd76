"""Things that are counted, and then told: "two questions - mooring fees and the north basin"."""

from __future__ import annotations

from bot.answering.grammar.lexical import pattern
from retrieval.question import Kind, Question, Wanted
from retrieval.records import Span

_LONGEST = 160  # characters of what tells them


def spelt_out(question: Question, text: str, span: Span) -> Span:
    """The span with what is told behind it, where it only counts things whose names follow.

    "It deals with two questions - fees and dredging" tells what it deals with, not how many.
    """
    if question.wanted is not Wanted.THING or question.kind is Kind.HOW_MANY:
        return span
    counted, told = (pattern(f"spelt_out.{n}", question.language) for n in ("counted", "told"))
    if counted.fullmatch(text, *span) is None:
        return span
    behind = told.match(text, span.end, span.end + _LONGEST)
    return Span(span.start, behind.end("things")) if behind else span
