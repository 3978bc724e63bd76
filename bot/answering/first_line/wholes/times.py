"""The time of which lifted words are a part: a day with its hours, and both ends of a stretch."""

from __future__ import annotations

import re

from bot.answering.forms.things import end_words, hours_in, times_of_day
from bot.answering.grammar.lexical import listed, pattern
from bot.answering.times.beside import time_beside
from bot.answering.times.day_hours import days_listed, part_of_day
from bot.answering.times.hours import is_state
from bot.answering.times.lives import asked_of_life
from retrieval.entities import Kind as MentionKind
from retrieval.entities import mentions
from retrieval.entities.tokens import vocabulary
from retrieval.question import Question
from retrieval.records import Span

_PARTED = re.compile(r"\s?[-–]\s?|(?:[\s,]|\([^()]{1,20}\))*")  # signs between two times
_YEAR = re.compile(r"\d{4}\b")
_WORD = re.compile(r"[^\W\d_]+")
_STOPPED = re.compile(r"(?:\b[^\W\d_]\.){2}$")  # "4 p.m.", "50 B.C."


def whole_time(question: Question, text: str, span: Span) -> Span:
    """A time with the days, the hours and the other end that belong to it, and without a stop."""
    span = _with_days(text, span, question.language)
    span = _of_feast(text, span, question.language)
    alone = part_of_day(question.text, text, question.language) or time_beside(question, text)
    if alone is None:
        span = _one_end(question, text, span) or _range(text, span, question.language)
    span = _without_link(text, _without_stop(text, span), question.language)
    led = pattern("widening.leading", question.language).search(text, 0, span.start)
    return Span(led.start(), span.end) if led else span


def _with_days(text: str, span: Span, language: str) -> Span:
    """A weekday with the others it is listed with, and the hours right behind them."""
    listed = next((days for days in days_listed(text, language) if days.covers(span)), span)
    hours = (h for h in hours_in(text, language) if h.start >= listed.end)
    behind = next((h for h in hours if not text[listed.end : h.start].strip(" \n:,")), listed)
    return Span(listed.start, behind.end) if listed != span else span


def _of_feast(text: str, span: Span, language: str) -> Span:
    """A year with the feast before it: "New Year's Day, 1853"."""
    feast = pattern("widening.feast", language).search(text, 0, span.start)
    return Span(feast.start(), span.end) if feast else span


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


def _range(text: str, span: Span, language: str) -> Span:
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


def _touch(text: str, start: int, end: int, language: str) -> bool:
    """Whether nothing parts two times, or only what makes a range or one time of both."""
    worded = (pattern(f"widening.{name}", language) for name in ("to", "beside"))
    return any(each.fullmatch(text, start, end) for each in (_PARTED, *worded))


def _without_stop(text: str, span: Span) -> Span:
    """A time without the full stop of its sentence: "4pm" of "until 4pm."."""
    stop = text[span.end - 1] == "." and not _STOPPED.search(text, span.start, span.end)
    return Span(span.start, span.end - stop)


def _without_link(text: str, span: Span, language: str) -> Span:
    """A time without what only leads to another event: ", a day after" behind "on Saturday"."""
    link = pattern("widening.link", language).search(text, span.start + 1, span.end)
    return Span(span.start, link.start()) if link else span
