"""Whether a weekday is one of those a sentence tells: "from Monday to Thursday", "daily"."""

from __future__ import annotations

from bot.answering.grammar.lexical import pattern
from retrieval.entities.tokens import vocabulary

_WORK_ENDS = 5  # Monday is 0
_WEEK = 7  # days


def days_in(text: str, language: str) -> list[int]:
    """The weekdays that a text names, in order, Monday as 0."""
    found = pattern("weekdays.name", language).finditer(text)
    return [_number(each[1], language) for each in found]


def day_told(asked: str, text: str, *, language: str = "en") -> bool | None:
    """Whether the only weekday of a question is among those of a text's range.

    None where the question has none or several, or the text names days otherwise.

    >>> day_told("Is the mill open on Friday?", "The mill is open from Monday to Thursday.")
    False
    """
    wanted = days_in(asked, language)
    if len(wanted) != 1:
        return None
    day, named = wanted[0], days_in(text, language)
    found = pattern("weekdays.range", language).findall(text)
    ranges = [(_number(first, language), _number(last, language)) for first, last in found]
    if pattern("weekdays.every", language).search(text):
        return True if not named else None
    if any(day in _between(first, last) for first, last in ranges):
        return True
    if pattern("weekdays.working", language).search(text):
        return day < _WORK_ENDS if not named else None
    return False if ranges and day not in named else None


def day_labelled(asked: str, label: str, *, language: str = "en") -> bool:
    """Whether a label is nothing but weekdays, and the only one of a question among them.

    >>> day_labelled("When does it open on Thursdays?", "Tuesday and Thursday")
    True
    """
    wanted = days_in(asked, language)
    if len(wanted) != 1 or not pattern("weekdays.label", language).fullmatch(label.strip()):
        return False
    within = day_told(asked, label, language=language)
    return wanted[0] in days_in(label, language) or within is True


def _number(day: str, language: str) -> int:
    return vocabulary(language).weekdays[day.casefold()] - 1


def _between(first: int, last: int) -> list[int]:
    """The days from one to another, over Sunday where it must be."""
    return [(first + step) % _WEEK for step in range((last - first) % _WEEK + 1)]
