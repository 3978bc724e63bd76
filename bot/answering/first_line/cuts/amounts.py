"""An amount, cut or widened to one number with all of what it counts."""

from __future__ import annotations

import re

from bot.answering.amounts.counting import asks_how_much
from bot.answering.amounts.quantities import amount_around
from bot.answering.grammar.lexical import listed, pattern
from bot.answering.grammar.sentence import Sentence, syntax
from retrieval.analysis import analyser
from retrieval.entities import Kind as MentionKind
from retrieval.entities import mentions
from retrieval.question import Question, Wanted
from retrieval.records import Span

_BROKEN_OFF = frozenset({"CN", "CC", "NN"})
OF_FIGURES = frozenset({Wanted.NUMBER, Wanted.MONEY, Wanted.DURATION})
_COUNTED = re.compile(r"\d[\d.,\s]*(?P<noun>[^\W\d_]+)")


def one_count(question: Question, sentence: Sentence, span: Span) -> Span:
    """One number with all of what it counts, where the question names that.

    "Nine masts" of "20 lamps and nine", "four Water Board rules" of "four Water".
    """
    text, language = sentence.tokens.text, sentence.language
    found = mentions(text, language=language)
    numbers = [m.span for m in found if m.kind is MentionKind.NUMBER and m.span.overlaps(span)]
    asked = {token.term for token in question.content}
    if len(numbers) > 1:
        terms = analyser(language).terms
        named = [each for each in numbers if asked & set(terms(text[each.start : each.end]))]
        return named[0] if len(named) == 1 else span
    start, end = sentence.at(span.start), sentence.at(span.end)
    cut = bool(numbers) and end - start > 1 and sentence.tags[end - 1 : end + 1] in _BROKEN_OFF
    behind = sentence.tags[end:]
    run = len(behind) - len(behind.lstrip("NC")) if cut else 0
    last = max((n for n in range(end, end + run) if sentence.terms[n] in asked), default=None)
    return span if last is None else Span(span.start, sentence.tokens.ends[last])


def before_next(sentence: Sentence, span: Span) -> Span:
    """An amount without the next one and its verb: "3 kW" of "3 kW and holds 80 litres"."""
    text = sentence.tokens.text
    joined = pattern("trimming.next_verb", sentence.language).search(text, span.start, span.end)
    return Span(span.start, joined.start()) if joined else span


def with_unit(question: Question, sentence: Sentence, span: Span) -> Span:
    """A bare number that says how high or far, with the unit behind it."""
    text, language = sentence.tokens.text, sentence.language
    counting = listed("trimming.counting", language)
    if question.wanted is not Wanted.NUMBER or not counting.isdisjoint(question.words):
        return span
    if asks_how_much(question):
        return amount_around(text, span, language=language)
    if not text[span.end - 1].isdigit():
        return span
    after = sentence.at(span.end)
    if sentence.tags[after : after + 1] == "N":
        return Span(span.start, sentence.tokens.ends[after])
    return span


def whole_figure(question: Question, text: str, span: Span) -> Span:
    """A lifted span as the figure that counts what the question names, else with its own unit.

    "120 pasajeros", not "18 coches", for "¿cuántos pasajeros?"; "4 euros" for a bare "4".
    """
    if syntax(question.language).tags or question.wanted not in OF_FIGURES:
        return span
    asked = {token.term for token in question.content}
    terms = analyser(question.language).terms
    for counted in _COUNTED.finditer(text):
        if asked & set(terms(counted["noun"])):
            return Span(counted.start(), counted.end())
    return amount_around(text, span, language=question.language)
