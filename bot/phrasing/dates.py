"""Dates and stretches of time in the words of a language."""

from __future__ import annotations

import datetime

from bot.phrasing.phrases import Phrases
from retrieval.times.moments import Moment, Precision


def say_date(date: datetime.date, phrases: Phrases) -> str:
    """A date in the words of a language."""
    return _days(date, str(date.day), phrases)


def say_moment(moment: Moment, phrases: Phrases) -> str:
    """A time in the words of a language, as exactly as it was told: "23–24 January 2017"."""
    first, last = moment.first, moment.last
    in_one_month = (first.year, first.month) == (last.year, last.month)
    if moment.precision is Precision.DAY and in_one_month and first != last:
        return _days(first, f"{first.day}–{last.day}", phrases)
    ends = (_told(first, moment.precision, phrases), _told(last, moment.precision, phrases))
    return " – ".join(dict.fromkeys(ends))


def _told(date: datetime.date, precision: Precision, phrases: Phrases) -> str:
    if precision is Precision.YEAR:
        return str(date.year)
    if precision is Precision.MONTH:
        month = phrases.months_alone[date.month - 1]
        return phrases.month_pattern.format(month=month, year=date.year)
    return say_date(date, phrases)


def _days(date: datetime.date, days: str, phrases: Phrases) -> str:
    """Days of the month of a date."""
    month = phrases.months[date.month - 1]
    return phrases.date_pattern.format(day=days, month=month, year=date.year)
