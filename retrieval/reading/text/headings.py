"""Lines that stand above others as their heading or the title of a part."""

from __future__ import annotations

import re

from retrieval.reading.text.lines import (
    UNDERLINE,
    Line,
    is_capital,
    is_ended,
    is_item,
    is_plain,
    is_row,
)

_NUMBERED = re.compile(r"\d{1,3}[.)]\s")
_PART = re.compile(r"(?:[A-Z]|\d{1,3})(?:\.\d{1,3})+\.?[ \t]+[^\W\d_]+(?: \S+){0,7}$")
_NO_HEADING = re.compile(r"[\d,;“”\"]|[:!]$")
_HEADING_LENGTH = 100
_HEADING_WORDS = 14


def stands_above(text: str, below: str) -> bool:
    """Whether a line that stands alone is the heading of the paragraph or item below it.

    A few words: no byline, no date, no label with what it is of.
    """
    plain = "\n" not in text and is_plain(text) and not _NO_HEADING.search(text)
    return plain and is_heading(_alone(text), [_alone(below)])


def _alone(text: str) -> Line:
    return Line(0, len(text), after_blank=True, text=text)


def is_title(line: Line, before: Line | None, below: list[Line]) -> bool:
    """Whether a numbered line is no item of a list but stands above prose: "4. Planning".

    So does one above the first of its parts, "4.1. Roads".
    """
    if not _NUMBERED.match(line.text):
        return False
    if below[0].after_blank and below[0].text.startswith(f"{line.text.split('.')[0]}.1"):
        return line.after_blank and not is_ended(line.text)
    ends_a_list = before is not None and is_item(before.text) and below[0].after_blank
    if ends_a_list or is_item(below[0].text):
        return False
    return is_heading(line, below)


def is_part(line: Line, below: Line) -> bool:
    """Whether a line alone is the title of a numbered part: "4.1. Roads"."""
    alone = line.after_blank and below.after_blank and len(line.text) <= _HEADING_LENGTH
    return alone and bool(_PART.match(line.text)) and not is_ended(line.text)


def is_heading(line: Line, below: list[Line]) -> bool:
    """A short line that isn't a sentence, stands alone, and has prose or a list under it.

    One in capitals needs no blank line before it.
    """
    text = line.text
    if UNDERLINE.match(below[0].text) and not below[0].after_blank:
        return len(text) <= _HEADING_LENGTH and any(map(str.isalnum, text))
    if len(text) > _HEADING_LENGTH or len(text.split()) > _HEADING_WORDS or text[0].islower():
        return False
    if (is_ended(text) and text[-1] not in ":：") or text[-1] in ",-–—":
        return False
    alone = line.after_blank or (line.parted and is_plain(text))
    if not alone and (not is_capital(text) or is_capital(below[0].text)):
        return False
    prose = is_ended(below[-1].text) and sum(len(part.text) for part in below) > len(text)
    listed = is_item(below[0].text) or (is_row(below[0].text) and below[0].after_blank)
    return any(map(str.isalpha, text)) and (prose or listed)
