"""Lifted words that can't be the measure asked for, or are an amount where none is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.answering.amounts.dimensions import Dimension
from bot.answering.amounts.measures import dimension
from bot.answering.amounts.quantities import ABSOLUTE, AMOUNTS, amount_around
from bot.answering.grammar.lexical import listed, pattern
from bot.answering.grammar.question import read_question
from bot.answering.grammar.sentence import read_sentence
from bot.answering.grammar.years import is_year
from bot.answering.people.roles import names_person
from bot.answering.times.in_passages import is_time
from retrieval.entities import Kind as MentionKind
from retrieval.entities import Mention, mentions
from retrieval.question import Question
from retrieval.records import Span


def is_of_dimension(question: Question, text: str, span: Span) -> bool:
    """Whether words may tell the measure asked for: "320 watts" tell no weight, a bare 320 may."""
    asked = dimension(question)
    if asked is None:
        return True
    start, end = amount_around(text, span, language=question.language, kinds=ABSOLUTE)
    words = text[start:end]
    if not asked.spans and _is_dated_year(text, span, question.language):
        return False
    found = mentions(words, language=question.language)
    if not _holds_measure(words, found):
        return MentionKind.MONEY not in asked.kinds or _is_sum(asked, text, span, question.language)
    told = replace(asked, beside=frozenset())
    return told.told_by(read_sentence(words, language=question.language), found)


def _is_dated_year(text: str, span: Span, language: str) -> bool:
    """Whether words are the year of a date and no more: "opened in 2014"."""
    dates = (m.span for m in mentions(text, language=language) if m.kind is MentionKind.DATE)
    return is_year(text, span) and any(each.covers(span) for each in dates)


def _is_sum(asked: Dimension, text: str, span: Span, language: str) -> bool:
    """Whether a figure without a currency is a price, by the word before it: "costs 180"."""
    if not text[span.start : span.end].strip()[-1:].isdigit() or "£" in text:
        return True
    before = [word.strip(",(").casefold() for word in text[: span.start].split()[-2:]]
    leading = asked.units | listed("amounts.before_sums", language)
    return not leading.isdisjoint(before)


def _holds_measure(text: str, found: Sequence[Mention]) -> bool:
    """Whether one of some mentions is an amount with its unit, or with what it counts."""
    return any(
        mention.kind in ABSOLUTE and any(map(str.isalpha, text[mention.start : mention.end]))
        for mention in found
    )


def is_level(question: Question, text: str, span: Span) -> bool:
    """Whether words are what something rose or fell to, where it is asked by how much it did."""
    if not pattern("amounts.by_how_much", question.language).search(question.text):
        return False
    before = text[: span.start].casefold().split()[-1:]
    return not listed("amounts.before_levels", question.language).isdisjoint(before)


def is_amount(question: Question, text: str, span: Span) -> bool:
    """Whether words are nothing but an amount."""
    return any(
        mention.kind in AMOUNTS
        and mention.span.covers(span)
        and not names_person(text[: mention.end].split()[-1].casefold(), question.language)
        for mention in mentions(text, language=question.language)
    )


def is_other_amount(question: Question, text: str, span: Span) -> bool:
    """Whether words are nothing but an amount, where it is asked which thing: "1,000 euros" are no
    school. The "4.2" of "article 4.2" may be which article.
    """
    head, sentence = read_question(question).head, read_sentence(text, language=question.language)
    first, last = sentence.at(span.start), sentence.at(span.end)
    numbered = head in sentence.terms[max(first - 1, 0) : last]
    return not numbered and is_amount(question, text, span)


def opens_with_measure(question: Question, text: str, span: Span) -> bool:
    """Whether words open with a time or a sum, which is nobody: "thirty years at sea"."""
    return any(
        mention.kind in (MentionKind.DURATION, MentionKind.MONEY) and mention.start <= span.start
        for mention in mentions(text, language=question.language)
        if mention.span.overlaps(span)
    )


def is_measure(question: Question, text: str, span: Span) -> bool:
    """Whether words hold an amount of something, and no time: "20 litres in 24 hours"."""
    held = [m for m in mentions(text, language=question.language) if m.span.overlaps(span)]
    timed = any(is_time(text, mention, question.language) for mention in held)
    return _holds_measure(text, held) and not timed
