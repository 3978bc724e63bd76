"""The years that texts tell in figures: "2019", "the 1950s", "2023/24", "from 1950 to 1980"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.answering.grammar.lexical import pattern
from retrieval.records import Span
from retrieval.times.moments import YEAR

_SINGLE = re.compile(rf"\b{YEAR}\b")
_FIRST = re.compile(rf"(?<![\d.,]){YEAR}(?![\d,.]*\d)")
_SEASON = re.compile(rf"\b(?P<first>{YEAR})[/–-](?P<last>\d\d)\b")
_FROM_TO = re.compile(rf"\b(?P<first>{YEAR})\s*[-–—/]\s*(?P<last>{YEAR})\b")


def is_year(text: str, span: Span) -> bool:
    """Whether words are a figure that may be a year, and no more."""
    return _SINGLE.fullmatch(text, *span) is not None


def years_in(text: str) -> list[int]:
    """The single years that a text tells, those of dates among them."""
    return [int(year) for year in _SINGLE.findall(text)]


def years_and_decades_in(text: str) -> list[int]:
    """The years that a text tells, the first of a decade for the decade, no parts of other figures.

    >>> years_and_decades_in("from the 1950s to 1963, for 2,019 euros")
    [1950, 1963]
    """
    return [int(year) for year in _FIRST.findall(text)]


def ends_of_seasons(text: str) -> list[int]:
    """The second years of those told as a pair: 2024 of "2023/24", 2000 of "1999/00"."""
    pairs = ((int(pair["first"]), int(pair["last"])) for pair in _SEASON.finditer(text))
    return [first + (last - first) % 100 for first, last in pairs]


def stretches_in(text: str, language: str) -> Iterator[range]:
    """The years from one to another that a text tells: "1950-1980", "from 1950 to 1980"."""
    for told in (_FROM_TO, pattern("years.from_to", language)):
        for found in told.finditer(text):
            yield range(int(found["first"]), int(found["last"]) + 1)
