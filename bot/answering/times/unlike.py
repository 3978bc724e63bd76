"""Whether lifted words are no time where one is asked for, or one where something else is."""

from __future__ import annotations

import re

from bot.answering.forms.things import times_of_day
from bot.answering.grammar.sentence import read_sentence
from bot.answering.grammar.words import words_of
from retrieval.entities import Kind as MentionKind
from retrieval.entities import mentions
from retrieval.lexicon import lexicon
from retrieval.question import Question
from retrieval.records import Span

_OLD = re.compile(r"[- ]olds?\b")
_BEFORE_TIMES = re.compile(
    r"\b(?:in|on|at|by|during|after|before|since|until|till|from|to|within|for|over|through"
    r"|throughout|when|while|once|as)\s+$",
    re.IGNORECASE,
)
_BEFORE_PLACES = frozenset({"in", "at", "on", "from", "to", "over", "through", "within", "for"})
_TIMES = frozenset({MentionKind.DATE, MentionKind.DURATION, MentionKind.ORDINAL})


def is_timeless(question: Question, text: str, span: Span) -> bool:
    """Whether words hold no time, and stand behind nothing that leads to one: "after the war"."""
    language = question.language
    sentence = read_sentence(text, language=language)
    first, last = sentence.at(span.start), sentence.at(span.end)
    led = _BEFORE_TIMES.search(text, 0, sentence.tokens.starts[first])
    if led and led[0].strip().casefold() in _BEFORE_PLACES and _is_place(text, span, language):
        return True
    said = set(sentence.terms[max(first - 1, 0) : last]) & words_of(language).whenever
    held = any(
        m.kind in _TIMES and m.span.overlaps(span) for m in mentions(text, language=language)
    )
    clock = any(time.overlaps(span) for time in times_of_day(text, language))
    figures = any(map(str.isdigit, text[span.start : span.end]))
    return not (led or said or held or clock or figures)


def _is_place(text: str, span: Span, language: str) -> bool:
    """Whether words are a place's name and no feast's: "in North Holm", not "at Easter"."""
    feasts = str(lexicon(language).get("date", "")).split()
    found = mentions(text, language=language)
    named = any(m.kind is MentionKind.PLACE and m.span.covers(span) for m in found)
    return named and not set(text[span.start : span.end].casefold().split()) & set(feasts)


def is_date(question: Question, text: str, span: Span) -> bool:
    """Whether words are nothing but a date."""
    return any(
        mention.kind is MentionKind.DATE and mention.span.covers(span)
        for mention in mentions(text, language=question.language)
    )


def is_age(_: Question, text: str, span: Span) -> bool:
    """Whether words are part of an age: the nine years of "nine-year-old"."""
    return _OLD.match(text, span.end) is not None
