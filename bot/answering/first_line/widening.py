"""A short answer made whole: its words, the other end of a range, a day with its hour.

"Between 44 and 53 mph" is how fast, not "53 mph"; "from 5 to 16 May from 8.30 to 15.30" is when,
not "15.30"; no answer ends within "D2X".
"""

from __future__ import annotations

import re

from bot.answering.first_line.cuts.amounts import OF_FIGURES
from bot.answering.first_line.wholes.amounts import (
    both_ends,
    counted_before_hyphen,
    from_either,
    from_lesser,
    own_currency,
    part_of_term,
    whole_age,
    with_noun,
)
from bot.answering.first_line.wholes.times import whole_time
from bot.answering.grammar.lexical import pattern
from retrieval.entities.tokens import vocabulary
from retrieval.question import Kind, Question, Wanted
from retrieval.records import Span

_BARE = re.compile(r"\d[\d.,]*")
_DAY_BEHIND = re.compile(r" \d{1,2}(?![\d:]|[.,]\d)")
_UNIT_SIGN = re.compile(r" (?:[kMG]?W(?:h|p)?|[kMGT]B|m?Ah|[km]?V|dB|[mcd]?l)\b")
_ADDRESS = re.compile(r"(?:\.[\w-]+)+(?:/[\w./-]*\w)?")


def widened(question: Question, text: str, span: Span) -> Span:
    """The span, extended to the whole of which it is a part."""
    span = _completed(question, text, whole_words(text, span))
    if question.wanted is Wanted.DATE:
        span = whole_time(question, text, span)
    if question.kind is Kind.WHO and text[span.start].isdigit():
        aged = pattern("widening.aged", question.language).search(text, 0, span.start)
        span = Span(aged.start(), span.end) if aged else span
    if question.wanted is Wanted.NUMBER:
        span = with_noun(question, text, span)
        share = pattern("widening.one_in", question.language).search(text, 0, span.start)
        span = Span(share.start(), span.end) if share else span
    if question.wanted is Wanted.DURATION:
        span = part_of_term(question, text, span)
    if question.wanted is Wanted.PLACE:
        away = pattern("widening.away", question.language).search(text, 0, span.start)
        span = Span(away.start(), span.end) if away else span
    if question.wanted is Wanted.MONEY:
        span = own_currency(text, span, question.language)
    span = both_ends(text, span, question.language)
    if question.wanted in OF_FIGURES:
        span = from_either(text, from_lesser(question, text, span), question.language)
    return counted_before_hyphen(text, whole_age(text, span, question.language), question.language)


def _completed(question: Question, text: str, span: Span) -> Span:
    """Figures that broke off from what they measure, with it.

    "20 feet" for "20", "48 hours" for "writing 48", "January 1" for "beginning January".
    """
    if question.wanted is Wanted.DATE and (day := _DAY_BEHIND.match(text, span.end)):
        month = text[span.start : span.end].rpartition(" ")[2]
        if vocabulary(question.language).is_month(month):
            return Span(span.end - len(month), day.end())
    if question.wanted is Wanted.DURATION:
        told = pattern("widening.duration", question.language).search(text, span.start)
        if told is not None and told.start() < span.end < told.end():
            return Span(*told.span())
    in_words = pattern("widening.in_words", question.language)
    bare = _BARE.fullmatch(text, *span) or in_words.fullmatch(text, *span)
    if question.wanted in OF_FIGURES and bare:
        words = pattern("widening.unit", question.language)
        unit = words.match(text, span.end) or _UNIT_SIGN.match(text, span.end)
        return Span(span.start, unit.end()) if unit else span
    return span


def whole_words(text: str, span: Span) -> Span:
    """The span up to the ends of the words that it begins and ends with."""
    start, end = span
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    address = _ADDRESS.match(text, end) if text[max(start, end - 3) : end] == "www" else None
    return Span(start, address.end() if address else end)
