"""A short answer made whole: its words, the other end of a range, a day with its hour.

"Between 44 and 53 mph" is how fast, not "53 mph"; "from 5 to 16 May from 8.30 to 15.30" is when,
not "15.30"; no answer ends within "D2X".
"""

from __future__ import annotations

import re

from bot.answering.amounts.counting import asks_how_many
from bot.answering.first_line.cuts.amounts import OF_FIGURES
from bot.answering.forms.things import end_words, hours_in, times_of_day
from bot.answering.grammar.lexical import listed, pattern
from bot.answering.grammar.question import read_question
from bot.answering.grammar.sentence import Sentence, read_sentence
from bot.answering.times.beside import time_beside
from bot.answering.times.day_hours import days_listed, part_of_day
from bot.answering.times.hours import is_state
from bot.answering.times.lives import asked_of_life
from retrieval.entities import Kind as MentionKind
from retrieval.entities import mentions
from retrieval.entities.tokens import vocabulary
from retrieval.question import Question, Wanted
from retrieval.records import Span

_PARTED = re.compile(r"\s?[-–]\s?|(?:[\s,]|\([^()]{1,20}\))*")  # signs between two times
_YEAR = re.compile(r"\d{4}\b")
_WORD = re.compile(r"[^\W\d_]+")
_BARE = re.compile(r"\d[\d.,]*")
_DAY_BEHIND = re.compile(r" \d{1,2}(?![\d:]|[.,]\d)")
_UNIT_SIGN = re.compile(r" (?:[kMG]?W(?:h|p)?|[kMGT]B|m?Ah|[km]?V|dB|[mcd]?l)\b")
_STOPPED = re.compile(r"(?:\b[^\W\d_]\.){2}$")  # "4 p.m.", "50 B.C."
_ADDRESS = re.compile(r"(?:\.[\w-]+)+(?:/[\w./-]*\w)?")


def widened(question: Question, text: str, span: Span) -> Span:
    """The span, extended to the whole of which it is a part."""
    span = _completed(question, text, whole_words(text, span))
    if question.wanted is Wanted.DATE:
        span = _with_days(text, span, question.language)
        span = _of_feast(text, span, question.language)
        alone = part_of_day(question.text, text, question.language) or time_beside(question, text)
        if alone is None:
            span = _one_end(question, text, span) or _whole_time(text, span, question.language)
        span = _without_link(text, _without_stop(text, span), question.language)
        led = pattern("widening.leading", question.language).search(text, 0, span.start)
        span = Span(led.start(), span.end) if led else span
    if question.wanted is Wanted.NUMBER:
        span = _with_noun(question, text, span)
        share = pattern("widening.one_in", question.language).search(text, 0, span.start)
        span = Span(share.start(), span.end) if share else span
    if question.wanted is Wanted.DURATION:
        span = _part_of_term(question, text, span)
    if question.wanted is Wanted.MONEY:
        span = _own_currency(text, span, question.language)
    span = _both_ends(text, span, question.language)
    if question.wanted in OF_FIGURES:
        span = _from_lesser(question, text, span)
    return _counted_before_hyphen(text, _age(text, span, question.language), question.language)


def _both_ends(text: str, span: Span, language: str) -> Span:
    """A figure that ends a range with the one that begins it: "between 44 and 53 mph"."""
    first = pattern("widening.first_end", language).search(text, 0, span.start)
    return Span(first.start(), span.end) if first and text[span.start].isdigit() else span


def _from_lesser(question: Question, text: str, span: Span) -> Span:
    """A figure with the lesser one before it: "20 to 40 miles"; a vote of "10 to 3" is no range,
    nor is a number that the question has: "Mixer 700 - 799 euros".
    """
    first = pattern("widening.lesser_end", question.language).search(text, 0, span.start)
    last = _BARE.match(text, span.start)
    if first is None or last is None or first["figure"] in question.text:
        return span
    lesser = _BARE.search(first["figure"])
    figures = [each[0].strip(".,").replace(",", "") for each in (lesser, last) if each]
    if any(figure.count(".") > 1 for figure in figures):
        return span
    return Span(first.start(), span.end) if float(figures[0]) < float(figures[-1]) else span


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
    if question.wanted in OF_FIGURES and _BARE.fullmatch(text, *span):
        words = pattern("widening.unit", question.language)
        unit = words.match(text, span.end) or _UNIT_SIGN.match(text, span.end)
        return Span(span.start, unit.end()) if unit else span
    return span


def _with_days(text: str, span: Span, language: str) -> Span:
    """A weekday with the others it is listed with, and the hours right behind them."""
    listed = next((days for days in days_listed(text, language) if days.covers(span)), span)
    hours = (h for h in hours_in(text, language) if h.start >= listed.end)
    behind = next((h for h in hours if not text[listed.end : h.start].strip(" \n:,")), listed)
    return Span(listed.start, behind.end) if listed != span else span


def _with_noun(question: Question, text: str, span: Span) -> Span:
    """A number with the noun that is counted, where the span stopped right before that.

    Without an article: "four main markets" of "the four main markets".
    """
    sentence = read_sentence(text, language=question.language)
    place = sentence.at(span.end)
    counted = read_question(question).head if asks_how_many(question) else ""
    noun = sentence.tags[place : place + 1] == "N" and sentence.terms[place] == counted
    bare = text[span.end - 1].isdigit() or text[span.start : span.end].isalpha()
    compound = place + 1 if noun and _goes_on(sentence, place) else place
    end = sentence.tokens.ends[compound] if noun and not bare else span.end
    article = pattern("widening.numbered", question.language).match(text, span.start, end)
    return Span(article.end() if article else span.start, end)


def _goes_on(sentence: Sentence, place: int) -> bool:
    """Whether a noun stands before the plural that a number counts: "three guarantor countries"."""
    words, behind = sentence.words, sentence.tags[place + 1 : place + 2]
    return behind == "N" and not words[place].endswith("s") and words[place + 1].endswith("s")


def _part_of_term(question: Question, text: str, span: Span) -> Span:
    """How much of a term went by: "two years of his ten-year lease", unless that is asked for."""
    found = mentions(text, language=question.language)
    terms = [m.span for m in found if m.kind is MentionKind.DURATION]
    of = pattern("widening.of_term", question.language)
    part = next((t for t in terms if of.fullmatch(text, t.end, max(t.end, span.start))), None)
    sentence = read_sentence(text, language=question.language)
    end = sentence.run_end(sentence.at(span.end), "N-")
    asked = {token.term for token in question.content}
    return span if part is None or sentence.terms[end - 1] in asked else part


def _counted_before_hyphen(text: str, span: Span, language: str) -> Span:
    """A number without the article of what it counts: "thirteen" of "the thirteen-turbine farm"."""
    article = pattern("widening.article", language).match(text, span.start, span.end)
    return Span(article.end(), span.end) if article and text[span.end :].startswith("-") else span


def _one_end(question: Question, text: str, span: Span) -> Span | None:
    """The end of a stretch of time that is asked for: "1950" for "when did it begin?".

    None where the whole is asked for; the span where it has no two ends.
    """
    language = question.language
    opening, closing = (question.words & end_words(language, n) for n in ("opening", "closing"))
    since = question.words & listed("widening.since", language)
    one = opening or closing or asked_of_life(question) or since
    if is_state(question) or not one:
        return None
    ends = pattern("widening.two_ends", language).fullmatch(text, *span)
    if ends is None or bool(opening) == bool(closing):
        return span
    return Span(*ends.span("first" if opening else "last"))


def _of_feast(text: str, span: Span, language: str) -> Span:
    """A year with the feast before it: "New Year's Day, 1853"."""
    feast = pattern("widening.feast", language).search(text, 0, span.start)
    return Span(feast.start(), span.end) if feast else span


def whole_words(text: str, span: Span) -> Span:
    """The span up to the ends of the words that it begins and ends with."""
    start, end = span
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    address = _ADDRESS.match(text, end) if text[max(start, end - 3) : end] == "www" else None
    return Span(start, address.end() if address else end)


def _whole_time(text: str, span: Span, language: str) -> Span:
    """A date or time of day with the end of its range, and with the other where they touch."""
    found = [
        m.span
        for m in mentions(text, language=language)
        if m.kind is MentionKind.DATE and _tells_day(text[m.start : m.end], language)
    ]
    parts = sorted({*found, *times_of_day(text, language)})
    if not any(part.overlaps(span) for part in parts):
        return span
    span = next((part for part in found if part.covers(span)), span)
    for part in reversed(parts):
        if part.end <= span.start and _touch(text, part.end, span.start, language):
            span = Span(part.start, span.end)
    for part in parts:
        if part.start >= span.end and _touch(text, span.end, part.start, language):
            if _is_of_next_day(text, span, part, found, language):
                break
            span = Span(span.start, part.end)
    return span


def _is_of_next_day(text: str, span: Span, part: Span, days: list[Span], language: str) -> bool:
    """Whether a time of day goes with the day behind it: "on 4 May, from 7.30 on 5 May"."""
    if part in days or not any(span.covers(day) for day in days):
        return False
    behind = (day.start for day in days if day.start >= part.end)
    on = pattern("widening.on", language)
    return any(on.fullmatch(text, part.end, start) for start in behind)


def _tells_day(date: str, language: str) -> bool:
    """Whether a date tells a year, a month or a day, and not only a part of a day."""
    if _YEAR.search(date) or pattern("widening.day", language).search(date):
        return True
    return any(map(vocabulary(language).is_month, _WORD.findall(date)))


def _without_stop(text: str, span: Span) -> Span:
    """A time without the full stop of its sentence: "4pm" of "until 4pm."."""
    stop = text[span.end - 1] == "." and not _STOPPED.search(text, span.start, span.end)
    return Span(span.start, span.end - stop)


def _without_link(text: str, span: Span, language: str) -> Span:
    """A time without what only leads to another event: ", a day after" behind "on Saturday"."""
    link = pattern("widening.link", language).search(text, span.start + 1, span.end)
    return Span(span.start, link.start()) if link else span


def _own_currency(text: str, span: Span, language: str) -> Span:
    """The sum that a lifted one in brackets only tells in another currency."""
    if text[: span.start].rstrip()[-1:] != "(":
        return span
    told = text[: span.start].rstrip(" (")
    sums = (m.span for m in mentions(text, language=language) if m.kind is MentionKind.MONEY)
    return next((each for each in sums if each.end == len(told)), span)


def _touch(text: str, start: int, end: int, language: str) -> bool:
    """Whether nothing parts two times, or only what makes a range or one time of both."""
    worded = (pattern(f"widening.{name}", language) for name in ("to", "beside"))
    return any(each.fullmatch(text, start, end) for each in (_PARTED, *worded))


def _age(text: str, span: Span, language: str) -> Span:
    """An age without the half of "-year-old" that was lifted with it."""
    year = pattern("widening.age", language).search(text, span.start, span.end)
    old = pattern("widening.old", language).match(text, span.end)
    if old is None or year is None:
        return span
    return Span(span.start, year.end("number"))
