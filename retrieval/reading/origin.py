"""Where a text comes from: title, publisher and date, where they plainly stand in it."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from typing import NamedTuple

from retrieval.reading.page import Page
from retrieval.reading.web import shapes
from retrieval.records import Block, BlockKind
from retrieval.times.dating import dates_in, has_clock, is_dateline, is_labelled

_LABELLED = re.compile(
    r"(?:publisher|source|site|quelle|fuente|источник|izvor|来源)\s*[:：]\s*(.{2,60})$",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s+[|·»]\s+")
_PLACE = r"(?:[A-ZÀ-Þ][\w.'’/-]{1,20}|\d{1,4})"
_DASH = r"\s*(?:--|\s-|[–—])\s*(?=[^\W\d_])"
_OPENING = re.compile(
    rf"{_PLACE}(?:[ ,]+{_PLACE}){{0,7}}(?:"
    rf"[,\s]*\((?P<named>[A-Z][\w./ ]{{1,20}})\){_DASH}"  # Oslo (ABC/DE) -
    rf"|[.,]\s+(?P<short>[A-Z]{{3,12}}){_DASH}"  # Oslo, ABC --
    r"|[,\s]*\((?P<brief>[A-Z]{2,8})\)\s+(?=[A-Z])"  # Oslo (ABC)
    r"|[.,]?\s*/(?P<slashed>[A-Z][\w .-]{1,20})/[.:]?\s)"  # Oslo /Abcd/.
)
_CHANGED = re.compile(r"(?:last )?(?:updated|modified|changed|edited|reviewed)\b", re.IGNORECASE)
_SMALL = frozenset({"the", "of", "and", "by", "for", "at", "de", "la", "el", "der", "die", "das"})
_MASTHEAD_WORDS = 14
_STRIP_WORDS = 20
_STRIP = re.compile(r"\s+[|·•»]\s+|\s{2,}[-–—]\s{2,}|\s{3,}|\t+")
_EDGE_BLOCKS = 40
_OPENING_PROSE = 2  # pieces of it of which one opens with a dateline


class Origin(NamedTuple):
    """Where a text comes from; "" and None where it doesn't plainly say so."""

    title: str
    publisher: str
    date: datetime.date | None


def origin_of(text: str, blocks: tuple[Block, ...], headline: int | None) -> Origin:
    """Title from the headline, publisher and date from the lines around it."""
    lines = [text[block.start : block.end] for block in blocks[:_EDGE_BLOCKS]]
    title = " ".join(lines[headline].split()) if headline is not None else ""
    parts = _PARTS.split(title)
    site = parts[-1] if len(parts) > 1 and len(parts[-1].split()) <= 4 else ""
    if site:
        title = " | ".join(parts[:-1])
    opening = _opening(lines)
    return Origin(
        title,
        _publisher(lines) or site or _agency(opening),
        _date(lines, blocks, headline) or _opening_date(opening),
    )


def dated(page: Page) -> Page:
    """A page of known structure with the publisher and date that plainly stand at its head."""
    headline = next(
        (n for n, b in enumerate(page.blocks[:_EDGE_BLOCKS]) if b.kind is BlockKind.HEADING), None
    )
    found = origin_of(page.text, page.blocks, headline)
    return replace(page, publisher=page.publisher or found.publisher, date=page.date or found.date)


def _publisher(lines: list[str]) -> str:
    for line in lines:
        labelled = _LABELLED.match(line)
        if labelled:
            return labelled.group(1).strip()
    return next((line for line in lines[:3] if shapes.is_site(line)), "")


def _opening(lines: list[str]) -> re.Match[str] | None:
    """The place, day and agency with which the first prose opens: "Oslo, May 2, ABC -- ...".

    What a page says in front of that, a summary, is prose as well.
    """
    prose = [line for line in lines if shapes.is_prose(line)]
    found = (_OPENING.match(line[:120]) for line in prose[:_OPENING_PROSE])
    return next(filter(None, found), None)


def _agency(opening: re.Match[str] | None) -> str:
    """The agency in a dateline; in one that begins with the day, what is in brackets is a place."""
    if opening is None:
        return ""
    named = next(filter(None, opening.groups()))
    return "" if is_dateline(opening[0].partition("(")[0].strip()) else named


def _opening_date(opening: re.Match[str] | None) -> datetime.date | None:
    """The whole date in a dateline."""
    dates = dates_in(opening[0]) if opening else []
    return dates[0].date if len(dates) == 1 else None


def _date(
    lines: list[str], blocks: tuple[Block, ...], headline: int | None
) -> datetime.date | None:
    """The date of the dateline that is labelled, has a clock, or stands nearest the headline.

    Only lines before the third piece of prose count, besides labelled ones at the end. Where bare
    dates stand among prose, as in a diary, none of them dates the whole, unless they are that one.
    """
    prose = [number for number, line in enumerate(lines) if shapes.is_prose(line)]
    lines = _with_labels(lines)
    found, bare = [], set()
    for number, line in enumerate(lines):
        at_head = not prose or number <= prose[0]
        if not (
            is_dateline(line)
            or (is_labelled(line) and len(line) <= 120)
            or (at_head and (_is_masthead(line) or _has_dateline(line)))
        ):
            continue
        dates = dates_in(line)
        if not dates:
            continue
        if prose and number > prose[0] and not is_labelled(line):
            if blocks[number].kind is not BlockKind.FURNITURE and not _CHANGED.match(line):
                bare.add(dates[0].date)
            continue
        distance = abs(number - (headline or 0))
        below = headline is not None and number > headline
        found.append(((is_labelled(line), has_clock(line), below, -distance), dates[0].date))
    told = max(found)[1] if found else None
    return told if bare <= {told} else None


def _with_labels(lines: list[str]) -> list[str]:
    """Lines that are only a date, with the "Published" that stands alone in the line above them."""
    return [
        f"{above} {line}" if is_dateline(line) and _is_label(above) else line
        for above, line in zip(["", *lines], lines, strict=False)
    ]


def _is_label(line: str) -> bool:
    """Whether a line says nothing but that a date follows: "Published", "Last updated:"."""
    lone = len(line.split()) == 1 and is_labelled(line)
    return lone or _CHANGED.fullmatch(line.rstrip(": ")) is not None


def _has_dateline(line: str) -> bool:
    """Whether one part of a line is only a date: "Friday 2 February 2018 | 4 min read"."""
    parts = _STRIP.split(line) if len(line.split()) <= _STRIP_WORDS else []
    return len(parts) > 1 and any(map(is_dateline, parts))


def _is_masthead(line: str) -> bool:
    """Whether a line names a paper, a place or an author beside a date, and says nothing else."""
    found = dates_in(line) if len(line.split()) <= _MASTHEAD_WORDS else []
    if len(found) != 1:
        return False
    rest = line[: found[0].start] + line[found[0].end :]
    words = [word for word in re.findall(r"[^\W\d_]+", rest) if word.casefold() not in _SMALL]
    parted = re.search(r"[|·•,;–—/]", rest) is not None or has_clock(rest)
    return parted and bool(words) and all(word[0].isupper() for word in words)
