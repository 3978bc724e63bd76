"""Amounts that are told as what is too much: "do not bring more than two towels" allows two."""

from __future__ import annotations

from bot.answering.first_line.cuts.amounts import OF_FIGURES
from bot.answering.grammar.lexical import pattern
from retrieval.question import Question
from retrieval.records import Span


def as_allowed(question: Question, text: str, span: Span) -> Span:
    """The span without "more than" where a sentence forbids that much; with the "no" before it.

    The span is empty where "more than" is denied and nothing is forbidden: "they did not sell
    more than ten" tells of no number that they sold.
    """
    if question.wanted not in OF_FIGURES:
        return span
    bound = pattern("bounds.beyond", question.language).match(text, *span)
    if bound is None:
        return span
    beside = pattern("bounds.beside", question.language).search(text, 0, span.start)
    if beside is not None:
        return Span(beside.start(), span.end)
    if pattern("bounds.forbidding", question.language).search(text, 0, span.start):
        return Span(bound.end(), span.end)
    denied = pattern("bounds.denied", question.language).search(text, 0, span.start)
    return Span(span.start, span.start) if denied else span
