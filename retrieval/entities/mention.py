"""The record of a mention and the kinds there are."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from retrieval.records import Span


class Kind(StrEnum):
    """What a mention is; the four kinds of NAMES are guesses from cues around the name."""

    DATE = "date"
    DURATION = "duration"
    NUMBER = "number"
    MONEY = "money"
    PERCENTAGE = "percentage"
    ORDINAL = "ordinal"
    PERSON = "person"
    PLACE = "place"
    GROUP = "group"
    NAME = "name"
    TITLE = "title"
    QUOTED = "quoted"


NAMES = frozenset({Kind.PERSON, Kind.PLACE, Kind.GROUP, Kind.NAME})


class Mention(NamedTuple):
    """One typed stretch `text[start:end]`.

    `value` is its normal form. DATE: ISO 8601, with leading dashes where the year or month is not
    told ("2017-01-23/2017-01-24", "2011-03", "--01-23", "--10"), "" where it is relative or
    doubtful. NUMBER, MONEY, PERCENTAGE: decimal digits ("400000"), "" where vague ("scores").
    ORDINAL: the number. DURATION: number and unit ("6 year"). Others: the words themselves.
    """

    kind: Kind
    start: int
    end: int
    value: str

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)
