"""Figures in a passage (amounts, days, times of day), and whether two of them can both be right."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.answering.amounts.quantities import Quantity, compatible, quantity
from bot.answering.times.clocks import Clock, clocks, same_clock
from bot.answering.times.days import Time, days_between, time_of, together
from retrieval.entities import Kind, mentions
from retrieval.records import Span

_KEPT = 64  # passages: those of a reply, each read beside several others
MOST = 4.0  # natural logarithm of how many times larger one amount is than another, at most


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount, a day or a time of day, and where it stands in its text."""

    span: Span
    told: Quantity | Time | Clock

    def is_like(self, other: Figure) -> bool:
        """Whether both are days, both times of day, or both amounts of one kind."""
        one, two = self.told, other.told
        if isinstance(one, Quantity) and isinstance(two, Quantity):
            return one.kind is two.kind
        return type(one) is type(two)

    def agrees(self, other: Figure) -> bool | None:
        """Whether two figures can both be right; None where their words don't tell."""
        one, two = self.told, other.told
        if isinstance(one, Quantity) and isinstance(two, Quantity):
            return compatible(one, two)
        if isinstance(one, Time) and isinstance(two, Time):
            return together(one, two)
        if isinstance(one, Clock) and isinstance(two, Clock):
            return same_clock(one, two)
        return False

    def apart(self, other: Figure) -> float:
        """The natural logarithm of how many times the larger of two amounts is the other, 0 to
        `MOST`; 0 for days and times of day.
        """
        one, two = self.told, other.told
        if not isinstance(one, Quantity) or not isinstance(two, Quantity) or one.value == two.value:
            return 0.0
        least, most = sorted((one.value, two.value))
        return min(math.log(most / least), MOST) if least > 0 else MOST

    def days_apart(self, other: Figure) -> int | None:
        """How many days lie between two days of the calendar; None where one is no such day."""
        one, two = self.told, other.told
        if not isinstance(one, Time) or not isinstance(two, Time):
            return None
        return days_between(one, two)


@lru_cache(maxsize=_KEPT)
def figures(text: str, *, language: str) -> tuple[Figure, ...]:
    """The amounts, days and times of day that a text tells, in order."""
    every = mentions(text, language=language)
    exact = [each.span for each in every if each.kind in (Kind.MONEY, Kind.PERCENTAGE)]
    found = [
        Figure(clock.span, clock)
        for clock in clocks(text, language=language)
        if not any(span.overlaps(clock.span) for span in exact)
    ]
    times = [figure.span for figure in found]
    for mention in every:
        told: Quantity | Time | None
        if any(mention.span.overlaps(span) for span in times):
            continue
        if mention.kind is Kind.DATE:
            told = time_of(mention, text, bound="")
        else:
            told = quantity(text, mention, language=language)
        if told is not None:
            found.append(Figure(mention.span, told))
    return tuple(sorted(found, key=lambda figure: figure.span))


def within(found: Sequence[Figure], span: Span) -> list[Figure]:
    """The figures of which any part stands in a span."""
    return [each for each in found if each.span.overlaps(span)]


def at_other_times(one: Sequence[Figure], other: Sequence[Figure]) -> bool:
    """Whether a time among some figures has no day in common with one among others."""
    times = [[each.told for each in found if isinstance(each.told, Time)] for found in (one, other)]
    return any(together(a, b) is False for a in times[0] for b in times[1])
