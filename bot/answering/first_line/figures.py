"""Figures whole with what they count, in languages whose grammar is not known here."""

from __future__ import annotations

import re

from bot.answering.grammar.sentence import syntax
from retrieval.analysis import analyser
from retrieval.entities import Kind, mentions
from retrieval.question import Question, Wanted
from retrieval.records import Span

_WANTED = frozenset({Wanted.NUMBER, Wanted.MONEY, Wanted.DURATION})
_FIGURES = frozenset({Kind.NUMBER, Kind.MONEY, Kind.DURATION, Kind.PERCENTAGE})
_COUNTED = re.compile(r"\d[\d.,\s]*(?P<noun>[^\W\d_]+)")


def whole_figure(question: Question, text: str, span: Span) -> Span:
    """A lifted span as the figure that counts what the question names, else with its own unit.

    "120 pasajeros", not "18 coches", for "¿cuántos pasajeros?"; "4 euros" for a bare "4".
    """
    if syntax(question.language).tags or question.wanted not in _WANTED:
        return span
    asked = {token.term for token in question.content}
    terms = analyser(question.language).terms
    for counted in _COUNTED.finditer(text):
        if asked & set(terms(counted["noun"])):
            return Span(counted.start(), counted.end())
    for mention in mentions(text, language=question.language):
        if mention.span.covers(span) and mention.kind in _FIGURES:
            return mention.span
    return span
