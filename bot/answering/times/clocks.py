"""Times of day as minutes, and whether two of them can be the same: "half past five", "5.30 pm"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from bot.answering.forms.things import hours_in, times_of_day
from retrieval.entities.tokens import vocabulary
from retrieval.lexicon import lexicon
from retrieval.records import Span

_HALF_DAY = 720  # minutes
_NEAR = 10  # minutes that "about" leaves open on each side
_DIGITS = re.compile(r"(\d{1,2})[.:]?([0-5]\d)?(?!\d)")
_SEEN_BEFORE = 24  # characters


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day: `minutes` since midnight, 0 to 1439.

    `either`: it may as well be twelve hours later. `about`: give or take a few minutes.
    """

    minutes: int
    either: bool
    about: bool
    span: Span


@dataclass(frozen=True, slots=True)
class _Spoken:
    """How a language tells times in words: `parts` of an hour and `named` times in minutes."""

    shifted: re.Pattern[str]
    past: str
    late: re.Pattern[str]
    early: re.Pattern[str]
    about: re.Pattern[str]
    parts: Mapping[str, int]
    named: Mapping[str, int]


def clocks(text: str, *, language: str) -> list[Clock]:
    """The times of day in a text, in order, without those of opening hours."""
    hours = hours_in(text, language)
    read = (
        _clock(text, span, language)
        for span in times_of_day(text, language)
        if not any(span.overlaps(each) for each in hours)
    )
    return [clock for clock in read if clock is not None]


def same_clock(one: Clock, other: Clock) -> bool:
    """Whether two times of day can be the same."""
    whole = _HALF_DAY if one.either or other.either else 2 * _HALF_DAY
    apart = (one.minutes - other.minutes) % whole
    return min(apart, whole - apart) <= (_NEAR if one.about or other.about else 0)


def _clock(text: str, span: Span, language: str) -> Clock | None:
    """The time of day at a span; None where its words tell none."""
    known = _spoken(language)
    if known is None:
        return None
    words = text[span.start : span.end].casefold()
    before = text[max(0, span.start - _SEEN_BEFORE) : span.start].casefold()
    about = bool(known.about.search(before))
    if words in known.named:
        return Clock(known.named[words], either=False, about=about, span=span)
    minutes = _minutes(words, known, language)
    if minutes is None:
        return None
    if known.late.search(words):
        minutes += _HALF_DAY if minutes < _HALF_DAY else 0
    elif known.early.search(words) and minutes // 60 == 12:
        minutes -= _HALF_DAY
    certain = known.late.search(words) or known.early.search(words) or minutes >= 13 * 60
    return Clock(minutes % (2 * _HALF_DAY), either=not certain, about=about, span=span)


def _minutes(words: str, known: _Spoken, language: str) -> int | None:
    """The minutes since midnight, or noon, that the words tell."""
    shifted = known.shifted.search(words)
    if shifted:
        shift = known.parts.get(shifted[1]) or _number(shifted[1], language)
        hour = _number(shifted[3], language)
        if shift is None or hour is None:
            return None
        return hour * 60 + (shift if shifted[2] == known.past else -shift)
    digits = _DIGITS.search(words)
    if digits:
        return int(digits[1]) * 60 + int(digits[2] or 0)
    hour = _number(words.split()[0], language)
    return None if hour is None else hour * 60


def _number(word: str, language: str) -> int | None:
    """What a word or its parts ("twenty-five") count."""
    if word.isdecimal():
        return int(word)
    known = vocabulary(language).numbers
    parts = [known.get(part) for part in word.split("-")]
    found = [part for part in parts if part is not None]
    return sum(found) if len(found) == len(parts) else None


@cache
def _spoken(language: str) -> _Spoken | None:
    """What the lexicon tells of times in words; None where it tells nothing."""
    table = lexicon(f"statements_{language}").get("clocks")
    if table is None:
        return None
    patterns = {name: re.compile(table[name]) for name in ("shifted", "late", "early", "about")}
    return _Spoken(past=table["past"], parts=table["parts"], named=table["named"], **patterns)
