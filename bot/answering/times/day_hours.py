"""The part of a text that tells one weekday's hours, where it tells each day its own.

"Friday 6-19, Saturday 8-17.30", or lines of days above lines of hours; in prose the days may stand
behind the hours.
"""

from __future__ import annotations

from functools import lru_cache

from bot.answering.forms.things import Form, chosen, end_words, hours_in, times_of_day
from bot.answering.grammar.lexical import pattern
from bot.answering.times.weekdays import day_labelled
from retrieval.question import Question, Wanted
from retrieval.records import Span

_FORMS = frozenset({"clock", "hours"})
_KEPT = 16  # texts: those of one reply, of which several rules ask it


def days_listed(text: str, language: str) -> list[Span]:
    """The weekdays of a text, those that belong together as one: "Monday, Wednesday & Friday"."""
    return [Span(*found.span()) for found in pattern("weekdays.listed", language).finditer(text)]


@lru_cache(maxsize=_KEPT)
def part_of_day(asked: str, text: str, language: str) -> Span | None:
    """Where a text tells days and hours of the only weekday of a question; None where not plainly.

    >>> text = "Friday 6-19.00, Saturday 8-17.30"
    >>> text[slice(*part_of_day("When is it open on Saturday?", text, "en"))]
    'Saturday 8-17.30'
    """
    days, hours = days_listed(text, language), hours_in(text, language)
    if len(days) < 2 or len(hours) < 2:
        return None
    ahead = days[0].start < hours[0].start
    starts = [day.start for day in days] if ahead else [0, *(day.end for day in days[:-1])]
    ends = [*starts[1:], len(text)] if ahead else [day.end for day in days]
    holidays = pattern("weekdays.and_holidays", language)
    fitting = [
        Span(start, end)
        for day, start, end in zip(days, starts, ends, strict=True)
        if day_labelled(asked, holidays.sub("", text[day.start : day.end]), language=language)
    ]
    return fitting[0] if len(fitting) == 1 else None


def time_of_day_asked(question: Question, form: Form | None, text: str) -> Span | None:
    """The hours of the weekday that is asked for, or the end of them that is."""
    language = question.language
    if question.wanted is not Wanted.DATE and (form is None or form.name not in _FORMS):
        return None
    part = part_of_day(question.text, text, language)
    if part is None:
        return None
    stretches = [span for span in hours_in(text, language) if part.covers(span)]
    ends = [s for s in times_of_day(text, language) if part.covers(s) and s not in stretches]
    at_end = bool(question.words & end_words(language, "closing"))
    if at_end and len(ends) == 2 and len(stretches) == 1:
        return max(ends, key=lambda clock: clock.end)
    one = chosen(question, ends) if form is not None and form.name == "clock" else None
    return one or (stretches[0] if len(stretches) == 1 else None)
