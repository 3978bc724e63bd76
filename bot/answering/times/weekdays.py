"""Whether a weekday is one of those a sentence tells: "from Monday to Thursday", "daily"."""

from __future__ import annotations

import re

DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_ASKED = re.compile(rf"\b({DAY})s?\b", re.IGNORECASE)
_RANGE = re.compile(
    rf"\b({DAY})s?(?:\s+(?:to|until|till|through)\s+|\s*[-–]\s*)({DAY})s?\b", re.IGNORECASE
)
_LABEL = re.compile(
    rf"{DAY}s?(?:(?:,|,? and| to| until| till| through|\s*[-–])\s*{DAY}s?)*", re.IGNORECASE
)
_EVERY = re.compile(r"\b(?:daily|every day|seven days a week)\b", re.IGNORECASE)
_WORKING = re.compile(r"\bweekdays\b", re.IGNORECASE)
_WORK_ENDS = 5  # Monday is 0


def day_told(asked: str, text: str) -> bool | None:
    """Whether the only weekday of a question is among those of a text's range.

    None where the question has none or several, or the text names days otherwise.

    >>> day_told("Is the mill open on Friday?", "The mill is open from Monday to Thursday.")
    False
    """
    wanted = [found[1].casefold() for found in _ASKED.finditer(asked)]
    if len(wanted) != 1:
        return None
    day = _DAYS.index(wanted[0])
    ranges = [tuple(_DAYS.index(end.casefold()) for end in pair) for pair in _RANGE.findall(text)]
    named = {_DAYS.index(found[1].casefold()) for found in _ASKED.finditer(text)}
    if _EVERY.search(text):
        return True if not named else None
    if any(day in _between(first, last) for first, last in ranges):
        return True
    if _WORKING.search(text):
        return day < _WORK_ENDS if not named else None
    return False if ranges and day not in named else None


def day_labelled(asked: str, label: str) -> bool:
    """Whether a label is nothing but weekdays, and the only one of a question among them.

    >>> day_labelled("When does it open on Thursdays?", "Tuesday and Thursday")
    True
    """
    wanted = [found[1].casefold() for found in _ASKED.finditer(asked)]
    if len(wanted) != 1 or _LABEL.fullmatch(label.strip()) is None:
        return False
    named = {found[1].casefold() for found in _ASKED.finditer(label)}
    return wanted[0] in named or day_told(asked, label) is True


def _between(first: int, last: int) -> list[int]:
    """The days from one to another, over Sunday where it must be."""
    return [(first + step) % len(_DAYS) for step in range((last - first) % len(_DAYS) + 1)]
