"""The time that a question asks about: "before May 2017", "since 2015", "in October", "latest"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from retrieval.lexicon import lexicon
from retrieval.records import Span
from retrieval.times.dating import month_numbers
from retrieval.times.moments import Moment, Partial


class Relation(StrEnum):
    """How the events asked for lie to the date that is named; the last three name none.

    FIRST_TOLD asks for the figure that was told first, and is no bound on anything else.
    """

    BEFORE = "before"
    AFTER = "after"
    SINCE = "since"
    UNTIL = "until"
    WITHIN = "within"
    BETWEEN = "between"
    LATEST = "latest"
    EARLIEST = "earliest"
    FIRST_TOLD = "first_told"


# What comes after the May meeting may come in May.
_ABOUT_EVENT = {Relation.BEFORE: Relation.UNTIL, Relation.AFTER: Relation.SINCE}
ORDERS = frozenset({Relation.LATEST, Relation.EARLIEST, Relation.FIRST_TOLD})


@dataclass(frozen=True, slots=True)
class Period:
    """A bound on time in a question; `span` are the words that state it.

    `first` and `last` are the dates named, the same one twice where there is one; both None for
    those of ORDERS.
    """

    relation: Relation
    first: Partial | None
    last: Partial | None
    span: Span

    def holds(self, moment: Moment) -> bool:
        """Whether a time satisfies the bound; a date without a year is of the moment's own."""
        if self.first is None or self.last is None:
            return True
        year = moment.first.year
        start, end = self.first.within(year)[0], self.last.within(year)[1]
        if self.relation is Relation.BEFORE:
            return moment.first < start
        if self.relation is Relation.AFTER:
            return moment.last > self.first.within(year)[1]
        if self.relation is Relation.SINCE:
            return moment.last >= start
        if self.relation is Relation.UNTIL:
            return moment.first <= end
        return moment.first <= end and moment.last >= start

    def without(self, text: str) -> str:
        """A question without the words of the bound."""
        rest = f"{text[: self.span.start].rstrip()} {text[self.span.end :].lstrip()}"
        return re.sub(r"\s+([?!.,])", r"\1", rest).strip()


def period_of(text: str, *, language: str = "en") -> Period | None:
    """The first bound on time in a question, None where it has none.

    >>> period_of("Who won before May 2017?").relation.value
    'before'
    """
    grammar = _grammar(language)
    for pattern, relation in grammar:
        match = pattern.search(text)
        if match is None:
            continue
        if relation in ORDERS:
            return Period(relation, None, None, Span(*match.span()))
        first = _partial(match["date"])
        last = _partial(match["other"]) if relation is Relation.BETWEEN else first
        if first is not None and last is not None:
            if match.groupdict().get("event"):
                relation = _ABOUT_EVENT.get(relation, relation)
            return Period(relation, _yeared(first, last), last, Span(*match.span()))
    return None


def _yeared(first: Partial, last: Partial) -> Partial:
    """ "May" of "between May and July 2016" with its year."""
    if first.year is None and last.year is not None:
        return Partial(last.year, first.month, first.day)
    return first


def _partial(words: str) -> Partial | None:
    """A date as people write it: a year, a month, a day with its month, or all of them."""
    year = month = day = None
    for token in re.findall(r"[^\W\d_]+|\d+", words):
        number = month_numbers().get(token.casefold())
        if number is not None:
            month = number
        elif token.isdigit() and len(token) == 4:
            year = int(token)
        elif token.isdigit() and len(token) <= 2 and 1 <= int(token) <= 31:
            day = int(token)
    if year is None and month is None:
        return None
    return Partial(year, month, day if month is not None else None)


@cache
def _grammar(language: str) -> tuple[tuple[re.Pattern[str], Relation], ...]:
    """The patterns of a language, bounds with two dates first; none where it has no words."""
    words: dict[str, list[str]] = lexicon(language).get("period", {})
    if not words:
        return ()
    months = "|".join(sorted(map(re.escape, month_numbers()), key=len, reverse=True))
    small = "|".join(map(re.escape, words["between_words"]))
    day = r"\d{1,2}(?:st|nd|rd|th|-?го|º)?"
    year = r"(?:1\d{3}|20\d\d|21\d\d)"
    date = (
        rf"(?:(?:{day}\s+(?:(?:{small})\s+)?)?(?:{months})\b\.?(?:\s+{day}\b)?"
        rf"(?:,?\s+(?:(?:{small})\s+)?{year})?|{year})(?!\w)(?!\s*[%])"
    )
    between = "|".join(map(re.escape, words["between"]))
    joined = "|".join(map(re.escape, words["and"]))
    units = "|".join(map(re.escape, words["units"]))
    naming = "|".join(map(re.escape, words.get("naming", [])))
    event = rf"(?:{naming})\s+(?P<date>{date})(?=(?P<event>\s+[^\W\d_]+))" if naming else None
    found = [(rf"\b(?:{between})\s+(?P<date>{date})\s+(?:{joined})\s+(?P<other>{date})", "between")]
    for name in ("before", "after", "since", "until", "within"):
        listed = "|".join(map(re.escape, sorted(words[name], key=len, reverse=True)))
        bound = rf"\b(?:{listed})\s+(?:(?:{small})\s+)?(?P<date>{date})"
        if event:
            found.append((rf"\b(?:{listed})\s+{event}", name))
        found.append((bound, name))
    for name in ("latest", "earliest", "first_told"):
        listed = "|".join(map(re.escape, sorted(words.get(name, [name]), key=len, reverse=True)))
        found.append((rf"\b(?:{listed})\b(?!\s+(?:{units})\b)", name))
    return tuple((re.compile(text, re.IGNORECASE), Relation(name)) for text, name in found)
