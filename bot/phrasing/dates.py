"""Dates and stretches of time in the words of a language."""

from __future__ import annotations

import datetime

from bot.phrasing.phrases import Phrases
from retrieval.times.moments import Moment, Precision


def say_date(date: datetime.date, phrases: Phrases) -> str:
    """A date in the words of a language."""
    return _said(date, phrases.date_pattern, phrases.months)


def say_moment(moment: Moment, phrases: Phrases) -> str:
    """A time in the words of a language, as exactly as it was told.

    What both ends share is said once: "23–24 January 2017", "30 June – 2 July 2019", "June–August
    2019".
    """
    first, last = moment.first, moment.last
    if moment.precision is Precision.YEAR:
        return "–".join(dict.fromkeys((str(first.year), str(last.year))))
    pattern, months = phrases.month_pattern, phrases.months_alone
    if moment.precision is Precision.DAY:
        pattern, months = phrases.date_pattern, phrases.months
        if (first.year, first.month) == (last.year, last.month):
            days = dict.fromkeys((str(first.day), str(last.day)))
            return _said(first, pattern, months, days="–".join(days))
    end = _said(last, pattern, months)
    if _said(first, pattern, months) == end:
        return end
    shared = _yearless(pattern) if first.year == last.year else ""
    begin = _said(first, shared or pattern, months)
    return f"{begin} – {end}" if " " in begin else f"{begin}–{end}"


def _yearless(pattern: str) -> str:
    """The pattern of a date without its year and what leads to that; "" where the year is first."""
    before = pattern.partition("{year}")[0]
    return before[: before.rfind("}") + 1]


def _said(date: datetime.date, pattern: str, months: tuple[str, ...], *, days: str = "") -> str:
    """A date in a pattern, or some days of its month."""
    return pattern.format(day=days or date.day, month=months[date.month - 1], year=date.year)
