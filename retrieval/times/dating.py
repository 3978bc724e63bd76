"""Dates as they stand in text: ISO, day-month-year, month-day-year, with many languages' names."""

from __future__ import annotations

import datetime
import re
from functools import cache
from typing import NamedTuple

from retrieval.lexicon import lexicon

_YEAR = r"(?P<year>(?:1[5-9]|2[0-5])\d\d)"
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])"
_NUMERIC = (
    re.compile(rf"(?<!\d){_YEAR}(?P<sign>[-/.])(?P<month>\d{{1,2}})(?P=sign){_DAY}(?!\d)"),
    re.compile(rf"(?<![\d.]){_DAY}\.\s?(?P<month>\d{{1,2}})\.\s?{_YEAR}(?!\d)"),
    re.compile(
        rf"(?<!\d)(?P<first>\d{{1,2}})(?P<sign>[/-])(?P<second>\d{{1,2}})(?P=sign){_YEAR}(?!\d)"
    ),
    re.compile(rf"(?<!\d){_YEAR}\s?[年년]\s?(?P<month>\d{{1,2}})\s?[月월]\s?{_DAY}\s?[日일]"),
    re.compile(rf"(?i)ngày\s+{_DAY}\s+tháng\s+(?P<month>\d{{1,2}})(?:\s+năm|,)?\s+{_YEAR}"),
)
_CLOCK = re.compile(r"(?<!\d)\d{1,2}[:.]\d\d(?::\d\d)?(?!\d)")
_WORD = re.compile(r"[^\W\d_]+")
_DAY_AND_YEAR = re.compile(r"\d\D+\d{4}|\d{4}\D+\d")  # quicker told than a date
_LONGEST = 300


class Dated(NamedTuple):
    """A date and where it stands in a text."""

    date: datetime.date
    start: int
    end: int


def date_of(text: str) -> datetime.date | None:
    """The first whole date (day, month and year) in a text; None where there is none.

    "03/04/2017" is no date here, since it is told two ways in different countries.
    """
    found = dates_in(text[:_LONGEST])
    return found[0].date if found else None


def dates_in(text: str) -> list[Dated]:
    """All whole dates in a text, in order."""
    if _DAY_AND_YEAR.search(text) is None:
        return []
    found = [
        Dated(date, match.start(), match.end())
        for pattern in (*_NUMERIC, *_named())
        for match in pattern.finditer(text)
        if (date := _date(match)) is not None
    ]
    found.sort(key=lambda dated: (dated.start, -dated.end))
    kept: list[Dated] = []
    for dated in found:
        if not kept or dated.start >= kept[-1].end:
            kept.append(dated)
    return kept


def is_dateline(text: str) -> bool:
    """Whether a line says nothing but a date: clock, weekday, counts, "Published" aside."""
    if len(text) > _LONGEST:
        return False
    found = dates_in(text)
    if not found:
        return False
    rest = "".join(
        " " if any(dated.start <= at < dated.end for dated in found) else character
        for at, character in enumerate(text)
    )
    return all(word.casefold() in _words("words") for word in _WORD.findall(rest))


def is_labelled(text: str) -> bool:
    """Whether a line announces a date of publication ("Published: ...")."""
    first = _WORD.search(text)
    return bool(first) and first is not None and first.group().casefold() in _words("publication")


def has_clock(text: str) -> bool:
    """Whether a time of day stands in a line, as 12:45 does."""
    return _CLOCK.search(text) is not None


def _date(match: re.Match[str]) -> datetime.date | None:
    """The date of a match; None where there is no such day, or where it could be two."""
    parts = match.groupdict()
    if "name" in parts:
        month, day = month_numbers()[parts["name"].casefold()], int(parts["day"])
    elif "first" in parts:
        first, second = int(parts["first"]), int(parts["second"])
        if first <= 12 and second <= 12 and first != second:
            return None
        day, month = (first, second) if second <= 12 else (second, first)
    else:
        month, day = int(parts["month"]), int(parts["day"])
    try:
        return datetime.date(int(parts["year"]), month, day)
    except ValueError:
        return None


@cache
def month_numbers() -> dict[str, int]:
    """The number of each name of a month."""
    numbers: dict[str, int] = {}
    for names in lexicon("dates")["months"].values():
        for number, alternatives in enumerate(names.split(), start=1):
            for name in alternatives.split("/"):
                numbers.setdefault(name.casefold(), number)
    return numbers


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(str(lexicon("dates")["labels"][name]).casefold().split())


@cache
def _named() -> tuple[re.Pattern[str], ...]:
    """Patterns for dates with a month's name, day first and month first."""
    names = "|".join(sorted(map(re.escape, month_numbers()), key=len, reverse=True))
    name = rf"(?<!\w)(?P<name>{names})(?!\w)\.?"
    ordinal = r"(?:st|nd|rd|th|er|º|ª)?"
    return (
        re.compile(
            rf"(?i)(?<!\d){_DAY}{ordinal}(?:\.?\s*|[-/.])(?:of\s+|de\s+)?{name}(?:\s*,?\s+|[-/.])"
            rf"(?:de[l]?\s+)?{_YEAR}(?!\d)"
        ),
        re.compile(rf"(?i){name}\s*{_DAY}{ordinal}(?:\s*,\s*|\s+){_YEAR}(?!\d)"),
    )
