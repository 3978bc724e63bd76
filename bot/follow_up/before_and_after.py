"""What a message reckons from what was said: "the year before", "the one after", "since then"."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from bot.follow_up.parts.reading import Reading
from bot.phrasing import FollowUpWords
from retrieval.entities import Kind
from retrieval.lexicon import lexicon

_FIGURES = re.compile(r"\d+")
_SUFFIXES = {1: "st", 2: "nd", 3: "rd"}
_YEARS = re.compile(
    r"(?<![\d.,])(?P<first>[12]\d{3})(?:(?P<sign>[/–-])(?P<second>\d{4}|\d{2}))?(?![\d.,]\d|\d)"
)


def in_the_year_beside(text: str, words: FollowUpWords, earlier: str) -> str:
    """ "In the year before" as the year before the last one in `earlier`: "in 2014", "in 2019/20".

    The message as it is where no year was spoken of, or where it has its own.
    """
    years = list(_YEARS.finditer(earlier))
    for pattern, step in ((words.year_before, -1), (words.year_after, 1)):
        match = pattern.search(text)
        if match is None or not years or _YEARS.search(text):
            continue
        told = words.in_year.replace("{year}", _beside(years[-1], step))
        return f"{text[: match.start()]}{told}{text[match.end() :]}"
    return text


def _beside(years: re.Match[str], step: int) -> str:
    """A year or two joined, so many years on: "2020/21" as "2019/20"."""
    first = str(int(years["first"]) + step)
    second = years["second"]
    if not second:
        return first
    return f"{first}{years['sign']}{str(int(first) + 1)[-len(second) :]}"


def in_the_turn_beside(text: str, earlier: Reading) -> str:
    """ "The one before that" with its number: "the second", where the third was spoken of.

    The message as it is where nothing was numbered, or where it names a number itself.
    """
    language = earlier.sentence.language
    numbered = earlier.of(Kind.ORDINAL)
    beside = _beside_pattern(language)
    match = beside.search(text) if numbered else None
    if match is None:
        return text
    told = earlier.text[numbered[-1].start : numbered[-1].end]
    ordinals: dict[str, int] = lexicon(language)["ordinals"]
    figures = _FIGURES.match(told)
    number = int(figures[0]) if figures is not None else ordinals.get(told.casefold(), 0)
    number += -1 if match["before"] else 1
    names = {n: word for word, n in ordinals.items()}
    word = names.get(number, "") if figures is None else f"{number}{_suffix(number)}"
    return f"{text[: match.start()]}the {word}{text[match.end() :]}" if number and word else text


def _suffix(number: int) -> str:
    """What makes a number in figures an ordinal: "2nd", "12th"."""
    teen = number % 100 // 10 == 1
    return "th" if teen else _SUFFIXES.get(number % 10, "th")


@cache
def _beside_pattern(language: str) -> re.Pattern[str]:
    turns: dict[str, list[str]] = lexicon(language).get("turns", {})
    if not turns:
        return re.compile(r"(?!)")
    before, after = ("|".join(turns[name]) for name in ("before", "after"))
    return re.compile(
        rf"(?<!\w)(?:the )?(?:(?P<before>{before})|(?P<after>{after}))(?!\w)", re.IGNORECASE
    )


def at_that_time(text: str, words: FollowUpWords, last_date: Callable[[], str]) -> str:
    """ "Before that" and "since then" with the date that was last spoken of, "" for none."""
    anchor = last_date() if words.time.search(text) else ""
    if not anchor:
        return text
    return words.time.sub(lambda match: f"{match['relation']} {anchor}", text)
