"""A short answer made whole: its words, the other end of a range, a day with its hour.

"Between 44 and 53 mph" is how fast, not "53 mph"; "from 5 to 16 May from 8.30 to 15.30" is when,
not "15.30"; no answer ends within "D2X".
"""

from __future__ import annotations

import re

from bot.answering.first_line.trimming import OF_FIGURES
from bot.answering.forms.things import end_words, hours_in, times_of_day
from bot.answering.grammar.asked import read_question
from bot.answering.grammar.sentence import read_sentence
from bot.answering.times.beside import time_beside
from bot.answering.times.day_hours import days_listed, part_of_day
from bot.answering.times.hours import is_state
from bot.answering.times.lives import asked_of_life
from retrieval.entities import Kind as MentionKind
from retrieval.entities import mentions
from retrieval.entities.tokens import vocabulary
from retrieval.question import Question, Wanted
from retrieval.records import Span

_FIGURE = r"[$£€]?\d+(?:[.,]\d+)*\s?(?:[^\W\d_]{1,4}|%)?"
_FIRST_END = re.compile(rf"\b(?:between {_FIGURE} and|from {_FIGURE} to) $", re.IGNORECASE)
_LEADS = r"(?:from|at|between|on|about|around|the|hours|of|local|time|and)"
_BESIDE = re.compile(rf"(?:[\s,]|\([^()]{{1,20}}\)|\b{_LEADS}\b)*", re.IGNORECASE)
_OF_TERM = re.compile(r" of (?:his|her|its|their|the|an?|my|our|your) ", re.IGNORECASE)
_ON = re.compile(r" on (?:the )?", re.IGNORECASE)
_TO = re.compile(r"\s?(?:to|until|till|through|-|–)\s?", re.IGNORECASE)
_FEAST = re.compile(
    r"\b(?:New Year['’]s|Christmas|Boxing|Easter|Good|Ash|Whit|Midsummer['’]?s?|St\.? \w+['’]s)"
    r" (?:Day|Eve|Sunday|Monday|Friday|Wednesday),? $"
)
_YEAR_OR_DAY = re.compile(r"\d{4}\b|day\b|morrow\b")
_WORD = re.compile(r"[^\W\d_]+")
_AGE = re.compile(r"(?P<number>[\d½¼¾]+)-year$")
_TWO_ENDS = re.compile(
    r"(?:from )?(?P<first>[^\W\d_]* ?(?:\d\d? )?[^\W\d_]* ?\d{4})"
    r" (?:to|until|till|through) (?P<last>.*\d{4})"
)
_BARE = re.compile(r"\d[\d.,]*")
_DAY_BEHIND = re.compile(r" \d{1,2}(?![\d:]|[.,]\d)")
_TIME_TOLD = re.compile(
    r"\b\d[\d.,]*(?:\s?[-–]\s?\d+)?\s(?:min(?:ute)?|hour|hr|day|week|month|year)s?\b"
)
_UNIT_BEHIND = re.compile(
    r"-(?:acre|foot|inch|mile|yard|met(?:re|er)|litre|liter|day|week|month|year|hour|minute)s?\b"
    r"| (?:feet|foot|inches|inch|miles?|yards?|acres?|pounds|lbs?|stone|degrees|tbsps?|tsps?|cups?"
    r"|cloves?|[kMG]?W(?:h|p)?|[kMGT]B|m?Ah|[km]?V|dB|[mcd]?l|(?:table|tea)?spoons?|watts?)\b"
)
_ARTICLE = re.compile(r"(?:a|an|the) (?=[\w½]+$)")
_NUMBERED = re.compile(r"the (?=\d)")
_STOPPED = re.compile(r"\b[ap]\.m\.$", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:\.[\w-]+)+(?:/[\w./-]*\w)?")
_LEADING = re.compile(
    r"\b(?:between|(?:the )?(?:turn|beginning|start|end|middle|close) of(?: the)?|early|late|mid)"
    r"[ -]$",
    re.IGNORECASE,
)
_ONE_IN = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+) (?:in|out of)(?: every)? $",
    re.IGNORECASE,
)
_OLD = re.compile(r"-olds?\b")


def widened(question: Question, text: str, span: Span) -> Span:
    """The span with what it is a part of."""
    span = _completed(question, text, whole_words(text, span))
    if question.wanted is Wanted.DATE:
        span = _with_days(text, span, question.language)
        span = _of_feast(text, span)
        alone = part_of_day(question.text, text, question.language) or time_beside(question, text)
        if alone is None:
            span = _one_end(question, text, span) or _whole_time(text, span, question.language)
        span = _without_stop(text, span)
        led = _LEADING.search(text, 0, span.start)
        span = Span(led.start(), span.end) if led else span
    if question.wanted is Wanted.NUMBER:
        span = _with_noun(question, text, span)
        share = _ONE_IN.search(text, 0, span.start)
        span = Span(share.start(), span.end) if share else span
    if question.wanted is Wanted.DURATION:
        span = _part_of_term(question, text, span)
    if question.wanted is Wanted.MONEY:
        span = _own_currency(text, span, question.language)
    first = _FIRST_END.search(text, 0, span.start) if text[span.start].isdigit() else None
    span = Span(first.start(), span.end) if first else span
    return _counted_before_hyphen(text, _age(text, span))


def _completed(question: Question, text: str, span: Span) -> Span:
    """Figures that broke off from what they measure, with it.

    "20 feet" for "20", "48 hours" for "writing 48", "January 1" for "beginning January".
    """
    if question.wanted is Wanted.DATE and (day := _DAY_BEHIND.match(text, span.end)):
        month = text[span.start : span.end].rpartition(" ")[2]
        if vocabulary(question.language).is_month(month):
            return Span(span.end - len(month), day.end())
    told = _TIME_TOLD.search(text, span.start) if question.wanted is Wanted.DURATION else None
    if told is not None and told.start() < span.end < told.end():
        return Span(*told.span())
    if question.wanted in OF_FIGURES and _BARE.fullmatch(text, *span):
        unit = _UNIT_BEHIND.match(text, span.end)
        return Span(span.start, unit.end()) if unit else span
    return span


def _with_days(text: str, span: Span, language: str) -> Span:
    """A weekday with the others it is listed with, and the hours right behind them."""
    listed = next((days for days in days_listed(text) if days.covers(span)), span)
    hours = (h for h in hours_in(text, language) if h.start >= listed.end)
    behind = next((h for h in hours if not text[listed.end : h.start].strip(" \n:,")), listed)
    return Span(listed.start, behind.end) if listed != span else span


def _with_noun(question: Question, text: str, span: Span) -> Span:
    """A number with the noun that is counted, where the span stopped right before that.

    Without an article: "four main markets" of "the four main markets".
    """
    sentence = read_sentence(text, language=question.language)
    place = sentence.at(span.end)
    counted = read_question(question).head if "many" in question.words else ""
    noun = sentence.tags[place : place + 1] == "N" and sentence.terms[place] == counted
    bare = text[span.end - 1].isdigit() or text[span.start : span.end].isalpha()
    end = sentence.tokens.ends[place] if noun and not bare else span.end
    article = _NUMBERED.match(text, span.start, end)
    return Span(article.end() if article else span.start, end)


def _part_of_term(question: Question, text: str, span: Span) -> Span:
    """How much of a term went by: "two years of his ten-year lease", unless that is asked for."""
    found = mentions(text, language=question.language)
    terms = [m.span for m in found if m.kind is MentionKind.DURATION]
    part = next((t for t in terms if _OF_TERM.fullmatch(text, t.end, max(t.end, span.start))), None)
    sentence = read_sentence(text, language=question.language)
    end = sentence.at(span.end)
    while sentence.tags[end : end + 1] and sentence.tags[end] in "N-":
        end += 1
    asked = {token.term for token in question.content}
    return span if part is None or sentence.terms[end - 1] in asked else part


def _counted_before_hyphen(text: str, span: Span) -> Span:
    """A number without the article of what it counts: "thirteen" of "the thirteen-turbine farm"."""
    article = _ARTICLE.match(text, span.start, span.end)
    return Span(article.end(), span.end) if article and text[span.end :].startswith("-") else span


def _one_end(question: Question, text: str, span: Span) -> Span | None:
    """The end of a stretch of time that is asked for: "1950" for "when did it begin?".

    None where the whole is asked for; the span where it has no two ends.
    """
    language = question.language
    opening, closing = (question.words & end_words(language, n) for n in ("opening", "closing"))
    one = opening or closing or asked_of_life(question) or "since" in question.words
    if is_state(question) or not one:
        return None
    ends = _TWO_ENDS.fullmatch(text, *span)
    if ends is None or bool(opening) == bool(closing):
        return span
    return Span(*ends.span("first" if opening else "last"))


def _of_feast(text: str, span: Span) -> Span:
    """A year with the feast before it: "New Year's Day, 1853"."""
    feast = _FEAST.search(text, 0, span.start)
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
        if part.end <= span.start and _touch(text, part.end, span.start):
            span = Span(part.start, span.end)
    for part in parts:
        if part.start >= span.end and _touch(text, span.end, part.start):
            if _is_of_next_day(text, span, part, found):
                break
            span = Span(span.start, part.end)
    return span


def _is_of_next_day(text: str, span: Span, part: Span, days: list[Span]) -> bool:
    """Whether a time of day goes with the day behind it: "on 4 May, from 7.30 on 5 May"."""
    if part in days or not any(span.covers(day) for day in days):
        return False
    behind = (day.start for day in days if day.start >= part.end)
    return any(_ON.fullmatch(text, part.end, start) for start in behind)


def _tells_day(date: str, language: str) -> bool:
    """Whether a date tells a year, a month or a day, and not only a part of a day."""
    is_month = vocabulary(language).is_month
    return _YEAR_OR_DAY.search(date) is not None or any(map(is_month, _WORD.findall(date)))


def _without_stop(text: str, span: Span) -> Span:
    """A time without the full stop of its sentence: "4pm" of "until 4pm."."""
    stop = text[span.end - 1] == "." and not _STOPPED.search(text, span.start, span.end)
    return Span(span.start, span.end - stop)


def _own_currency(text: str, span: Span, language: str) -> Span:
    """The sum that a lifted one in brackets only tells in another currency."""
    if text[: span.start].rstrip()[-1:] != "(":
        return span
    told = text[: span.start].rstrip(" (")
    sums = (m.span for m in mentions(text, language=language) if m.kind is MentionKind.MONEY)
    return next((each for each in sums if each.end == len(told)), span)


def _touch(text: str, start: int, end: int) -> bool:
    """Whether nothing parts two times, or only what makes a range or one time of both."""
    return bool(_TO.fullmatch(text, start, end) or _BESIDE.fullmatch(text, start, end))


def _age(text: str, span: Span) -> Span:
    """An age without the half of "-year-old" that was lifted with it."""
    year = _AGE.search(text, span.start, span.end)
    old = _OLD.match(text, span.end)
    if old is None or year is None:
        return span
    return Span(span.start, year.end("number"))
