"""Lines of plain text, and what each is by its own words: an item, a row, an entry, a name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

WIDEST_WRAP = 130
LOOKED_AT = 400
BULLETS = "•◦▪‣●○·"
ITEM = re.compile(rf"(?:[-*+{BULLETS}–—]|\(?\d{{1,3}}[.)]|[a-z]\)|\([a-z]\))[ \t]+\S")
_ROW = re.compile(r"\S(?:\t+| {3,}|[ \t]*\|[ \t]*)\S")
UNDERLINE = re.compile(r"(?:={3,}|-{3,}|~{3,}|\*{3,}|_{3,})$")
_ENDED = re.compile(r"""[.!?…。！？।؟:;：；]["'”’»)\]」』]*$""")
_LABELLED = re.compile(r"[^\W_](?:[^:.!?;]|\.(?=\d)|:(?=\d)){0,60}: +\S")
_KEYED = re.compile(r"[^\W\d_][\w. -]{0,40}?\s?=\s?[^\s=(){};][^=(){};]{0,80}$")  # "port = 8080"
_BRACKETS = re.compile(r"\([^()]*\)")
_LEAST_CAPITALS = 4
_ENTRY = re.compile(r":\s|\d[:.]\d\d|\s[–—-]\s|[@|]")
_PLAIN_WORDS = 6


class Line(NamedTuple):
    """One line that isn't blank: its trimmed extent, and whether the line before it was blank.

    `parted`: it is a paragraph of its own, since the text has none over several lines.
    `indent`: the column it begins at, from 0.
    """

    start: int
    end: int
    after_blank: bool
    text: str
    parted: bool = False
    indent: int = 0

    @property
    def width(self) -> int:
        """The column it ends at, by which hanging items are wrapped as well."""
        return self.indent + len(self.text)


def lines_of(text: str) -> Iterator[Line]:
    at, blank = 0, True
    for raw in text.split("\n"):
        trimmed = raw.strip()
        if trimmed:
            indented = raw[: len(raw) - len(raw.lstrip())]
            start = at + len(indented)
            indent = len(indented.expandtabs())
            yield Line(start, start + len(trimmed), blank, trimmed, indent=indent)
        blank = not trimmed
        at += len(raw) + 1


def are_entries(lines: Sequence[str]) -> bool:
    """Whether lines of one paragraph are entries of their own: each has a label, and none is long.

    "Monday: closed", "Wednesday 3 September: term begins".
    """
    return len(lines) > 1 and all(map(is_entry, lines))


def is_entry(line: str) -> bool:
    """Whether a line has a label and isn't long: "Monday: closed", "port = 8080"."""
    return len(line) <= WIDEST_WRAP and (_LABELLED.match(line) is not None or is_keyed(line))


def is_keyed(line: str) -> bool:
    """Whether a line gives a key its value, as settings do: "port = 8080"."""
    return _KEYED.match(line) is not None


def is_name(line: str) -> bool:
    """Whether a line may name what stands below it: a few words that are no sentence or entry."""
    named = "\n" not in line and is_plain(line) and not is_ended(line.rstrip(":"))
    return named and not line[0].islower() and any(map(str.isalpha, line))


def is_ended(text: str) -> bool:
    """Whether a text ends as a sentence does, closing quotes and brackets aside."""
    return _ENDED.search(text[-40:]) is not None


def is_capital(text: str) -> bool:
    """Whether a line is in capitals, whatever stands in brackets: "TURBO (if fitted)"."""
    bare = _BRACKETS.sub("", text)
    return bare.isupper() and sum(map(str.isalpha, bare)) >= _LEAST_CAPITALS


def is_plain(text: str) -> bool:
    """Whether a line has a few words and no label, time of day or dash, as entries do."""
    return len(text.split()) <= _PLAIN_WORDS and not _ENTRY.search(text)


def is_item(text: str) -> bool:
    return ITEM.match(text[:LOOKED_AT]) is not None


def is_row(text: str) -> bool:
    return len(text) <= LOOKED_AT and _ROW.search(text) is not None
