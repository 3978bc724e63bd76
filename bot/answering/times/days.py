"""Dates of statements as spans of days, and whether two of them are the same time."""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass

from retrieval.entities import Mention
from retrieval.records import Span

_ANY_YEAR = 2000  # a leap year, for dates without a year
_PART = re.compile(r"(?P<year>\d{4}|-)(?:-(?P<month>\d\d))?(?:-(?P<day>\d\d))?$")
_YEAR = re.compile(r"(?<!\d)(1\d{3}|20\d\d)(s?)(?!\d)")


@dataclass(frozen=True, slots=True)
class Time:
    """When something was, as far as its words tell.

    `first` and `last` are days; `yearless` says that the year stands for any. None for both where
    the words are relative ("on Monday"). `bound` is the word before it that makes it a limit
    ("until"), "" for a time itself.
    """

    words: str
    first: datetime.date | None
    last: datetime.date | None
    yearless: bool
    bound: str
    span: Span


def time_of(mention: Mention, text: str, *, bound: str) -> Time:
    """The time of a mention of a date."""
    words = text[mention.start : mention.end]
    first, last, yearless = _days(mention.value, words)
    span = mention.span
    return Time(words.casefold(), first, last, yearless, bound, span)


def together(one: Time, other: Time) -> bool | None:
    """Whether two times have a day in common; None where their words don't tell."""
    if one.first is None or other.first is None or one.last is None or other.last is None:
        return True if one.words == other.words else None
    ends = [one.first, one.last, other.first, other.last]
    if one.yearless or other.yearless:
        if any(_whole_year(time) for time in (one, other)):
            return None
        ends = [_in_any_year(day) for day in ends]
    return ends[0] <= ends[3] and ends[2] <= ends[1]


def days_between(one: Time, other: Time) -> int | None:
    """How far two single days are from each other; None where one is none, or relative."""
    if one.first is None or other.first is None:
        return None
    if one.first != one.last or other.first != other.last:
        return None
    first, second = one.first, other.first
    if one.yearless or other.yearless:
        first, second = _in_any_year(first), _in_any_year(second)
    return abs((first - second).days)


def _whole_year(time: Time) -> bool:
    return time.first is not None and time.last is not None and (time.last - time.first).days > 300


def _in_any_year(day: datetime.date) -> datetime.date:
    return day.replace(year=_ANY_YEAR)


def _days(value: str, words: str) -> tuple[datetime.date | None, datetime.date | None, bool]:
    """The first and last day of a normal form, else of a year or decade among the words."""
    ends = [_PART.match(part) for part in value.split("/")] if value else []
    try:
        if ends and ends[0] and ends[-1]:
            yearless = ends[0]["year"] == "-"
            return _day(ends[0], last=False), _day(ends[-1], last=True), yearless
        year = _YEAR.search(words)
        if year:
            first = int(year[1])
            until = first + 9 if year[2] else first
            return datetime.date(first, 1, 1), datetime.date(until, 12, 31), False
    except ValueError:
        pass
    return None, None, False


def _day(part: re.Match[str], *, last: bool) -> datetime.date:
    """The first or last day of a year, a month or a day. Raises ValueError if there is none."""
    year = _ANY_YEAR if part["year"] == "-" else int(part["year"])
    month = int(part["month"]) if part["month"] else (12 if last else 1)
    if part["day"]:
        return datetime.date(year, month, int(part["day"]))
    return datetime.date(year, month, calendar.monthrange(year, month)[1] if last else 1)
