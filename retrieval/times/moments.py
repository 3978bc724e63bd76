"""When the events of a sentence took place: its own dates, made whole by its document's date."""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass
from enum import IntEnum

from retrieval.entities import Kind, Mention, mentions
from retrieval.records import Passage
from retrieval.times.dating import dates_in

AHEAD = 90  # days; texts speak of the past, and of what is near
_FIRST_YEAR, _LAST_YEAR = 1000, 2200
YEAR = r"(?:1[5-9]|20)\d\d"  # a figure that is likely a year
_YEAR = re.compile(YEAR)
_PART = re.compile(r"(?P<year>\d{4}|-)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?")


class Precision(IntEnum):
    """How exactly a date is told."""

    YEAR = 0
    MONTH = 1
    DAY = 2


@dataclass(frozen=True, slots=True)
class Partial:
    """A date of which some may be left out: `year` None is any year, `month` and `day` likewise."""

    year: int | None
    month: int | None = None
    day: int | None = None

    def within(self, year: int) -> tuple[datetime.date, datetime.date]:
        """Its first and last day, in `year` if it tells none; 29 February is the last of a month.

        >>> Partial(None, 5).within(2017)
        (datetime.date(2017, 5, 1), datetime.date(2017, 5, 31))
        """
        year = self.year or year
        if self.month is None:
            return datetime.date(year, 1, 1), datetime.date(year, 12, 31)
        last = calendar.monthrange(year, self.month)[1]
        if self.day is None:
            return datetime.date(year, self.month, 1), datetime.date(year, self.month, last)
        day = datetime.date(year, self.month, min(self.day, last))
        return day, day

    @property
    def precision(self) -> Precision:
        """The smallest unit that is told."""
        if self.month is None:
            return Precision.YEAR
        return Precision.MONTH if self.day is None else Precision.DAY


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """A time from `first` to `last`, both days included; `told`: a text names it itself."""

    first: datetime.date
    last: datetime.date
    precision: Precision
    told: bool = True


def moments(text: str, *, language: str, written: datetime.date | None) -> list[Moment]:
    """The times that a text names, in its order.

    A date without its year is the last such date before `written`, the date of the text itself, or
    soon after it; where that is not known it is left out, as is "on Saturday".
    """
    found = [
        moment
        for mention in mentions(text, language=language or "en")
        if mention.value and (mention.kind is Kind.DATE or _is_year(mention, text))
        if (moment := _moment(mention.value, written)) is not None
    ]
    if found:
        return found
    return [Moment(told.date, told.date, Precision.DAY) for told in dates_in(text)]


def _is_year(mention: Mention, text: str) -> bool:
    """Whether a bare number is a year: "the prize of 2015 went", but not "2015 ships"."""
    bare = mention.kind is Kind.NUMBER
    return bare and _YEAR.fullmatch(text, mention.start, mention.end) is not None


def when(passage: Passage) -> Moment | None:
    """The first time a passage names, else the date of its document; None where neither is told."""
    document = passage.document
    named = moments(passage.text, language=document.language, written=document.date)
    return named[0] if named else written(passage)


def written(passage: Passage) -> Moment | None:
    """The date of a passage's document; None where it has none."""
    date = passage.document.date
    return None if date is None else Moment(date, date, Precision.DAY, told=False)


def _moment(value: str, written: datetime.date | None) -> Moment | None:
    """The time of a mention's ISO form, such as "2017-01-23/2017-01-24" or "--10"."""
    parts = [partial for part in value.split("/") if (partial := _partial(part)) is not None]
    if not parts:
        return None
    spans = [_whole(part, written) for part in parts]
    whole = [span for span in spans if span is not None]
    if not whole:
        return None
    return Moment(whole[0][0], max(last for _, last in whole), parts[0].precision)


def _partial(part: str) -> Partial | None:
    """The date of a part of an ISO form, "2011-03" or "--10"; None where it is no date."""
    match = _PART.fullmatch(part)
    if match is None:
        return None
    year = None if match["year"] == "-" else int(match["year"])
    month = int(match["month"]) if match["month"] else None
    day = int(match["day"]) if match["day"] else None
    sound = (month is None or 1 <= month <= 12) and (day is None or 1 <= day <= 31)
    in_range = year is None or _FIRST_YEAR <= year <= _LAST_YEAR
    return Partial(year, month, day) if sound and in_range else None


def _whole(
    part: Partial, written: datetime.date | None
) -> tuple[datetime.date, datetime.date] | None:
    """A partial date with its year: the last that lies no more than AHEAD days after its text."""
    if part.year is not None:
        return part.within(part.year)
    if written is None:
        return None
    years = (written.year - 1, written.year, written.year + 1)
    spans = [part.within(year) for year in years]
    return max(span for span in spans if (span[0] - written).days <= AHEAD)
