"""Lines of plain text to blocks: wrapped lines are joined; items, rows and headings told apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from retrieval.reading.text.stamps import is_stamped
from retrieval.records import Block, BlockKind

WIDEST_WRAP = 130
_NARROWEST_WRAP = 45
_NARROWEST_DENSE_WRAP = 18
_LOOKED_AT = 400
BULLETS = "•◦▪‣●○·"
ITEM = re.compile(rf"(?:[-*+{BULLETS}–—]|\(?\d{{1,3}}[.)]|[a-z]\)|\([a-z]\))[ \t]+\S")
_NUMBERED = re.compile(r"\d{1,3}[.)]\s")
_PART = re.compile(r"(?:[A-Z]|\d{1,3})(?:\.\d{1,3})+\.?[ \t]+[^\W\d_]+(?: \S+){0,7}$")
_ROW = re.compile(r"\S(?:\t+| {3,}|[ \t]*\|[ \t]*)\S")
_UNDERLINE = re.compile(r"(?:={3,}|-{3,}|~{3,}|\*{3,}|_{3,})$")
_ENDED = re.compile(r"""[.!?…。！？।؟:;：；]["'”’»)\]」』]*$""")
_DENSE = re.compile("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_LABELLED = re.compile(r"[^\W_](?:[^:.!?;]|\.(?=\d)|:(?=\d)){0,60}: +\S")
_KEYED = re.compile(r"[^\W\d_][\w. -]{0,40}?\s?=\s?[^\s=(){};][^=(){};]{0,80}$")  # "port = 8080"
_NO_HEADING = re.compile(r"[\d,;“”\"]|[:!]$")
_BRACKETS = re.compile(r"\([^()]*\)")
_LEAST_CAPITALS = 4
_NEVER_LAST = re.compile(r"\s(?:an?|the|and|or)$")
_SELDOM_LAST = re.compile(  # but in a heading: "What to look for"
    r"\s(?:of|to|at|by|from|with|near|about|into|than|as|is|was|were|whose|on|in|for)$"
)
_LIFE = re.compile(r"(?:\(?1\d{3}\s?[–-]\s?(?:1\d|20)\d\d\)?$|(?:Born|Died):? +\S)")
_ENTRY = re.compile(r":\s|\d[:.]\d\d|\s[–—-]\s|[@|]")
_PLAIN_WORDS = 6
_NAME_WORDS = 5
_BROKEN_WORDS = 8
_WRAPPED_TO_LONGER = 8  # lines of a wrapped text to each that is longer than the others
_MANY_WRAPPED = 8
_FEW_BLANKS = 4  # lines that aren't blank to each that is, of a text with a line for each paragraph
_HEADING_LENGTH = 100
_HEADING_WORDS = 14


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


class _Seam(NamedTuple):
    """A line, the one right below it, and how long it would be with that one's first word."""

    line: Line
    below: Line
    longer: int


def blocks_of(text: str) -> list[Block]:
    """The blocks of a plain text, before any of them is called furniture."""
    lines = list(_lines(text))
    width = _wrap_width(lines)
    if not width and sum(line.after_blank for line in lines) * _FEW_BLANKS <= len(lines):
        lines = [line._replace(parted=True) for line in lines]
    groups: list[list[Line]] = []
    for number, line in enumerate(lines):
        if groups and _continues(lines[number - 1], line, groups[-1][0], width):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_block(groups, number) for number in range(len(groups))]


def stands_above(text: str, below: str) -> bool:
    """Whether a line that stands alone is the heading of the paragraph or item below it.

    A few words: no byline, no date, no label with what it is of.
    """
    plain = "\n" not in text and _is_plain(text) and not _NO_HEADING.search(text)
    return plain and _is_heading(_alone(text), [_alone(below)])


def _alone(text: str) -> Line:
    return Line(0, len(text), after_blank=True, text=text)


def are_entries(lines: Sequence[str]) -> bool:
    """Whether lines of one paragraph are entries of their own: each has a label, and none is long.

    "Monday: closed", "Wednesday 3 September: term begins".
    """
    return len(lines) > 1 and all(map(is_entry, lines))


def is_entry(line: str) -> bool:
    """Whether a line has a label and isn't long: "Monday: closed", "port = 8080"."""
    return len(line) <= WIDEST_WRAP and (_LABELLED.match(line) is not None or _is_keyed(line))


def _is_keyed(line: str) -> bool:
    """Whether a line gives a key its value, as settings do: "port = 8080"."""
    return _KEYED.match(line) is not None


def is_name(line: str) -> bool:
    """Whether a line may name what stands below it: a few words that are no sentence or entry."""
    named = "\n" not in line and _is_plain(line) and not is_ended(line.rstrip(":"))
    return named and not line[0].islower() and any(map(str.isalpha, line))


def is_ended(text: str) -> bool:
    """Whether a text ends as a sentence does, closing quotes and brackets aside."""
    return _ENDED.search(text[-40:]) is not None


def _is_capital(text: str) -> bool:
    """Whether a line is in capitals, whatever stands in brackets: "TURBO (if fitted)"."""
    bare = _BRACKETS.sub("", text)
    return bare.isupper() and sum(map(str.isalpha, bare)) >= _LEAST_CAPITALS


def _lines(text: str) -> Iterator[Line]:
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


def _wrap_width(lines: list[Line]) -> int:
    """The width at which a text's lines are wrapped; 0 where they aren't.

    A line is full when the next one's first word would not have fitted. A text is wrapped when most
    lines that have another directly below are full, and three are or one breaks off a sentence.
    So is one in which that holds of the lines that end no sentence, the longest of many aside:
    what stands above a report in paragraphs of a few lines each.
    """
    seams = [
        _Seam(line, below, _with_next_word(line, below))
        for line, below in pairwise(lines)
        if not below.after_blank
        and not (_is_item(below.text) or is_stamped(below.text) or line.text == below.text)
    ]
    width = max((seam.line.width for seam in seams), default=0)
    if _are_wrapped(seams, width):
        return width
    apart = [seam for seam in seams if not is_ended(seam.line.text)]
    widths = sorted((seam.line.width for seam in apart), reverse=True)
    tried = widths[: len(widths) // _WRAPPED_TO_LONGER + 1] if len(apart) >= _MANY_WRAPPED else []
    return next((width for width in dict.fromkeys(tried) if _are_wrapped(apart, width)), 0)


def _are_wrapped(seams: Sequence[_Seam], width: int) -> bool:
    """Whether lines are wrapped at a width."""
    if width > WIDEST_WRAP or width < _narrowest(seams[0].line.text if seams else ""):
        return False
    full = [seam for seam in seams if seam.line.width <= width < seam.longer]
    if len(full) * 5 < len(seams) * 3:
        return False
    return len(full) >= 3 or any(
        seam.below.text[0].islower() and not is_ended(seam.line.text) for seam in full
    )


def _narrowest(text: str) -> int:
    return _NARROWEST_DENSE_WRAP if _DENSE.search(text) else _NARROWEST_WRAP


def _is_full(line: Line, below: Line, width: int) -> bool:
    return line.width <= width < _with_next_word(line, below)


def _with_next_word(line: Line, below: Line) -> int:
    """How long a line would be with the first word of the one below it."""
    head = below.text[:_LOOKED_AT]
    first = 1 if _DENSE.match(head) else len(head.split(maxsplit=1)[0])
    return line.width + 1 + first


def _continues(above: Line, line: Line, first: Line, width: int) -> bool:
    """Whether a line goes on with what the line above it says."""
    if line.after_blank and _breaks_off(above.text, line.text):
        return True
    if _LIFE.match(line.text) and (_LIFE.match(above.text) or (above.start and _names(above.text))):
        return True  # a name that opens the text is its title
    if line.after_blank or above.text == line.text or _UNDERLINE.match(line.text):
        return False
    if is_stamped(line.text) or (_is_keyed(line.text) and _is_keyed(above.text)):
        return False
    if _UNDERLINE.match(above.text) or (_is_row(above.text) and _is_row(line.text)):
        return False
    full = bool(width) and _is_full(above, line, width)
    if _is_item(line.text) and (not full or _is_item(first.text) or is_ended(above.text)):
        return False
    if full:
        return True
    broken = line.text[0].islower() and not is_ended(above.text)
    end = above.text[-_LOOKED_AT:]
    broken = broken or bool(_NEVER_LAST.search(end) or (width and _SELDOM_LAST.search(end)))
    return broken and len(above.text) >= 20 and above.text[:_LOOKED_AT].count(" ") >= 3


def _names(text: str) -> bool:
    """Whether a line may be somebody's name and nothing else."""
    words = text.split()
    return 2 <= len(words) <= _NAME_WORDS and all(word[0].isupper() for word in words)


def _is_plain(text: str) -> bool:
    """Whether a line has a few words and no label, time of day or dash, as entries do."""
    return len(text.split()) <= _PLAIN_WORDS and not _ENTRY.search(text)


def _breaks_off(above: str, below: str) -> bool:
    """Whether a long line stops within a sentence that the line behind a blank one goes on with."""
    head = above[:_LOOKED_AT]
    long = len(above) >= _NARROWEST_WRAP and len(head.split()) >= _BROKEN_WORDS
    stopped = above[-1].isalnum() or above[-1] == ","
    return long and stopped and below[0].islower() and not (_is_item(head) or _is_item(below))


def _is_item(text: str) -> bool:
    return ITEM.match(text[:_LOOKED_AT]) is not None


def _is_row(text: str) -> bool:
    return len(text) <= _LOOKED_AT and _ROW.search(text) is not None


def _block(groups: list[list[Line]], number: int) -> Block:
    """The block of a group of lines, judged with the groups beside it."""
    group = groups[number]
    start, end = group[0].start, group[-1].end
    after = groups[number + 1][0] if number + 1 < len(groups) else None
    before = groups[number - 1][-1] if number else None
    kind = BlockKind.PARAGRAPH
    if _is_item(group[0].text):
        titled = len(group) == 1 and after and _is_title(group[0], before, groups[number + 1])
        kind = BlockKind.HEADING if titled else BlockKind.ITEM
    elif len(group) == 1 and _is_row(group[0].text) and _has_row_beside(group[0], before, after):
        kind = BlockKind.ROW
    elif len(group) == 1 and after:
        titled = _is_heading(group[0], groups[number + 1]) or _is_part(group[0], after)
        kind = BlockKind.HEADING if titled else BlockKind.PARAGRAPH
    return Block(kind, start, end)


def _has_row_beside(line: Line, before: Line | None, after: Line | None) -> bool:
    above = before is not None and not line.after_blank and _is_row(before.text)
    below = after is not None and not after.after_blank and _is_row(after.text)
    return above or below


def _is_title(line: Line, before: Line | None, below: list[Line]) -> bool:
    """Whether a numbered line is no item of a list but stands above prose: "4. Planning".

    So does one above the first of its parts, "4.1. Roads".
    """
    if not _NUMBERED.match(line.text):
        return False
    if below[0].after_blank and below[0].text.startswith(f"{line.text.split('.')[0]}.1"):
        return line.after_blank and not is_ended(line.text)
    ends_a_list = before is not None and _is_item(before.text) and below[0].after_blank
    if ends_a_list or _is_item(below[0].text):
        return False
    return _is_heading(line, below)


def _is_part(line: Line, below: Line) -> bool:
    """Whether a line alone is the title of a numbered part: "4.1. Roads"."""
    alone = line.after_blank and below.after_blank and len(line.text) <= _HEADING_LENGTH
    return alone and bool(_PART.match(line.text)) and not is_ended(line.text)


def _is_heading(line: Line, below: list[Line]) -> bool:
    """A short line that isn't a sentence, stands alone, and has prose or a list under it.

    One in capitals needs no blank line before it.
    """
    text = line.text
    if _UNDERLINE.match(below[0].text) and not below[0].after_blank:
        return len(text) <= _HEADING_LENGTH and any(map(str.isalnum, text))
    if len(text) > _HEADING_LENGTH or len(text.split()) > _HEADING_WORDS or text[0].islower():
        return False
    if (is_ended(text) and text[-1] not in ":：") or text[-1] in ",-–—":
        return False
    alone = line.after_blank or (line.parted and _is_plain(text))
    if not alone and (not _is_capital(text) or _is_capital(below[0].text)):
        return False
    prose = is_ended(below[-1].text) and sum(len(part.text) for part in below) > len(text)
    listed = _is_item(below[0].text) or (_is_row(below[0].text) and below[0].after_blank)
    return any(map(str.isalpha, text)) and (prose or listed)
