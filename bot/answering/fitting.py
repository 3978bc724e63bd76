"""Whether lifted words can be what is asked for, by what stands around them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.answering.counting import counted_in, counts_another
from bot.answering.disputes.statements import words_of
from bot.answering.forms import form_asked, times_of_day
from bot.answering.holders import holds_another_office
from bot.answering.measures import Dimension, dimension
from bot.answering.needs.people import LOCATING
from bot.answering.needs.reading import lists_of
from bot.answering.needs.times import is_comparison, is_time
from bot.answering.roles import names_person
from bot.answering.short.asked import read_question
from bot.answering.short.sentence import read_sentence
from retrieval.analysis import analyser
from retrieval.entities import Kind as MentionKind
from retrieval.entities import Mention, mentions
from retrieval.question import Kind, Question, Wanted
from retrieval.records import Span

_FEW_DIGITS = re.compile(r"\d{1,2}")  # an age, or a part of a date: no time by itself
_BEFORE_SUMS = frozenset({"is", "was", "are", "were", "at", "for", "of", "to", "from"})
_FROM = frozenset({"from", "by", "with"})
_PEOPLE = frozenset({MentionKind.PERSON, MentionKind.NAME})
_BEFORE_TIMES = re.compile(
    r"\b(?:in|on|at|by|during|after|before|since|until|till|from|to|within|for|over|through"
    r"|throughout|when|while|once|as)\s+$",
    re.IGNORECASE,
)
_TIMES = frozenset({MentionKind.DATE, MentionKind.DURATION, MentionKind.ORDINAL})
_AMOUNTS = frozenset({MentionKind.NUMBER, MentionKind.DURATION, MentionKind.MONEY})


def fits(question: Question, text: str, span: Span) -> bool:
    """Whether words may count what is counted in the question, or name who is asked for.

    "Seven years" are no answer to how many rounds, "in Lunde" is none to who.
    """
    form = form_asked(question)
    if form is not None and form.needed:
        return any(found.overlaps(span) for found in form.found_in(text, asked=question.text))
    if not _is_of_dimension(question, text, span) or _is_denied(question, text, span):
        return False
    if question.kind is Kind.WHEN and not _may_tell_time(question, text, span):
        return False
    if question.kind in (Kind.WHAT, Kind.WHICH) and question.wanted is Wanted.THING:
        return not _speaks(question, text, span)
    if question.wanted is Wanted.DATE:
        measure = _is_measure(question, text, span) or _FEW_DIGITS.fullmatch(text, *span)
        return not measure and not is_comparison(text, span.start)
    if question.wanted is Wanted.REASON:
        return not _is_date(question, text, span) and not _is_amount(question, text, span)
    if question.kind is Kind.HOW_MANY and question.wanted is Wanted.NUMBER:
        return not _counts_another(question, text, span)
    if question.kind is Kind.WHERE:
        return not (_comes_from(question, text, span) or _is_date(question, text, span))
    if question.kind is Kind.WHO:
        before = text[: span.start].split()
        located = before and before[-1] in LOCATING
        others = (_is_amount, _only_says, _names_asked, _repeats)
        sentence = read_sentence(text, language=question.language)
        lesser = holds_another_office(question, sentence)
        opens = sentence.tags[sentence.at(span.start)] in "SPt&"  # "unless the goods were broken"
        return not (located or lesser or opens) and not any(
            other(question, text, span) for other in others
        )
    return True


def _may_tell_time(question: Question, text: str, span: Span) -> bool:
    """Whether words hold a time, or stand behind what leads to one: "after the war"."""
    language = question.language
    sentence = read_sentence(text, language=language)
    first, last = sentence.at(span.start), sentence.at(span.end)
    led = _BEFORE_TIMES.search(text, 0, sentence.tokens.starts[first])
    said = set(sentence.terms[max(first - 1, 0) : last]) & lists_of(language).whenever
    held = any(
        m.kind in _TIMES and m.span.overlaps(span) for m in mentions(text, language=language)
    )
    clock = any(time.overlaps(span) for time in times_of_day(text, language))
    return bool(led or said or held or clock or any(map(str.isdigit, text[span.start : span.end])))


def _is_denied(question: Question, text: str, span: Span) -> bool:
    """Whether "not" stands right before words, where the question has none."""
    before = text[: span.start].split()[-1:]
    return before in (["not"], ["never"]) and not question.words & {"not", "never", "no"}


def _speaks(question: Question, text: str, span: Span) -> bool:
    """Whether words name who says what a sentence tells: "Ida Holm said that a can was found"."""
    sentence = read_sentence(text, language=question.language)
    behind = sentence.terms[sentence.at(span.end) : sentence.at(span.end) + 1]
    persons = (m for m in mentions(text, language=question.language) if m.kind in _PEOPLE)
    named = any(mention.span.overlaps(span) for mention in persons)
    return named and bool(words_of(question.language).saying.intersection(behind))


def _repeats(question: Question, text: str, span: Span) -> bool:
    """Whether the noun of words that name nobody is one of the question: "the vole" of a vole."""
    found = mentions(text, language=question.language)
    if any(
        mention.kind in _PEOPLE and mention.start < span.end <= mention.end for mention in found
    ):
        return False
    last = read_sentence(text[span.start : span.end], language=question.language).terms[-1]
    return last in {token.term for token in question.content}


def _is_sum(asked: Dimension, text: str, span: Span) -> bool:
    """Whether a figure without a currency is a price, by the word before it: "costs 180"."""
    if not text[span.start : span.end].strip()[-1:].isdigit() or "£" in text:
        return True
    before = [word.strip(",(").casefold() for word in text[: span.start].split()[-2:]]
    return bool((asked.units | _BEFORE_SUMS) & set(before))


def _comes_from(question: Question, text: str, span: Span) -> bool:
    """Whether words name whom something is from or by, where it is asked where it is."""
    before = text[: span.start].split()[-1:]
    return bool(before) and before[0] in _FROM and before[0] not in question.words


def _only_says(question: Question, text: str, span: Span) -> bool:
    """Whether words name who says what a sentence tells, where it is asked who does it.

    Of "the fair is on Friday, said Ida Holm" she is not the one who sings there.
    """
    verb = read_question(question).verb
    sentence = read_sentence(text, language=question.language)
    saying = words_of(question.language).saying
    if not verb or verb in saying or verb in sentence.terms:
        return False
    before, behind = sentence.at(span.start) - 1, sentence.at(span.end)
    beside = [sentence.terms[n] for n in (before, behind) if 0 <= n < len(sentence.terms)]
    return any(term in saying for term in beside)


def _is_of_dimension(question: Question, text: str, span: Span) -> bool:
    """Whether words may tell the measure asked for: "320 watts" tell no weight, a bare 320 may."""
    asked = dimension(question)
    if asked is None:
        return True
    words = text[span.start : span.end]
    found = mentions(words, language=question.language)
    if not _holds_measure(words, found):
        return MentionKind.MONEY not in asked.kinds or _is_sum(asked, text, span)
    told = replace(asked, beside=frozenset())
    return told.told_by(read_sentence(words, language=question.language), found)


def _names_asked(question: Question, text: str, span: Span) -> bool:
    """Whether words name a person of whom something else is asked: "who replaced Idris?"."""
    analysis = analyser(question.language)
    asked = {token.term for token in question.content}
    return any(
        mention.kind in _PEOPLE
        and mention.span.overlaps(span)
        and not asked.isdisjoint(analysis.terms(text[mention.start : mention.end]))
        for mention in mentions(text, language=question.language)
    )


def _is_amount(question: Question, text: str, span: Span) -> bool:
    """Whether words are nothing but an amount."""
    return any(
        mention.kind in _AMOUNTS | {MentionKind.PERCENTAGE}
        and mention.span.covers(span)
        and not names_person(text[: mention.end].split()[-1].casefold(), question.language)
        for mention in mentions(text, language=question.language)
    )


def _is_measure(question: Question, text: str, span: Span) -> bool:
    """Whether words hold an amount of something, and no time: "20 litres in 24 hours"."""
    held = [m for m in mentions(text, language=question.language) if m.span.overlaps(span)]
    return _holds_measure(text, held) and not any(is_time(text, mention) for mention in held)


def _holds_measure(text: str, found: Sequence[Mention]) -> bool:
    """Whether one of some mentions is an amount with its unit, or with what it counts."""
    return any(
        mention.kind in _AMOUNTS and any(map(str.isalpha, text[mention.start : mention.end]))
        for mention in found
    )


def _is_date(question: Question, text: str, span: Span) -> bool:
    """Whether words are nothing but a date."""
    return any(
        mention.kind is MentionKind.DATE and mention.span.covers(span)
        for mention in mentions(text, language=question.language)
    )


def _counts_another(question: Question, text: str, span: Span) -> bool:
    head = read_question(question).head
    if not head or "many" not in question.text.casefold().split():
        return False
    counted = counted_in(question, head)
    sentence = read_sentence(text, language=question.language)
    return any(
        mention.kind in _AMOUNTS
        and mention.span.overlaps(span)
        and counts_another(sentence, mention, counted)
        for mention in mentions(text, language=question.language)
    )
