"""Where the lines of a plain text are wrapped, and which of them go on with the one above."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from retrieval.reading.text.lines import (
    LOOKED_AT,
    UNDERLINE,
    WIDEST_WRAP,
    Line,
    is_ended,
    is_item,
    is_keyed,
    is_row,
)
from retrieval.reading.text.stamps import is_stamped

_NARROWEST_WRAP = 45
_NARROWEST_DENSE_WRAP = 18
_DENSE = re.compile("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_NEVER_LAST = re.compile(r"\s(?:an?|the|and|or)$")
_SELDOM_LAST = re.compile(  # but in a heading: "What to look for"
    r"\s(?:of|to|at|by|from|with|near|about|into|than|as|is|was|were|whose|on|in|for)$"
)
_LIFE = re.compile(r"(?:\(?1\d{3}\s?[–-]\s?(?:1\d|20)\d\d\)?$|(?:Born|Died):? +\S)")
_NAME_WORDS = 5
_BROKEN_WORDS = 8
_WRAPPED_TO_LONGER = 8  # lines of a wrapped text to each that is longer than the others
_MANY_WRAPPED = 8
_LONG = 80  # characters of a line that is hardly a heading


class _Seam(NamedTuple):
    """A line, the one right below it, and how long it would be with that one's first word."""

    line: Line
    below: Line
    longer: int


def wrap_width(lines: list[Line]) -> int:
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
        and not (is_item(below.text) or is_stamped(below.text) or line.text == below.text)
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


def is_broken(lines: Sequence[Line]) -> bool:
    """Whether long lines of a text break off within sentences, wherever they do.

    That is certain where the line below goes on in lower case.
    """
    return any(
        _stops_within(above, line) and line.text[0].islower() for above, line in pairwise(lines)
    )


def _stops_within(above: Line, line: Line) -> bool:
    """Whether a long line has no end of a sentence and may go on in the one right below."""
    texts = (above.text, line.text)
    if line.after_blank or above.width < _LONG or any(is_row(t) or is_item(t) for t in texts):
        return False
    return above.text[-1].isalnum() or above.text[-1] == ","


def _narrowest(text: str) -> int:
    return _NARROWEST_DENSE_WRAP if _DENSE.search(text) else _NARROWEST_WRAP


def _is_full(line: Line, below: Line, width: int) -> bool:
    return line.width <= width < _with_next_word(line, below)


def _with_next_word(line: Line, below: Line) -> int:
    """How long a line would be with the first word of the one below it."""
    head = below.text[:LOOKED_AT]
    first = 1 if _DENSE.match(head) else len(head.split(maxsplit=1)[0])
    return line.width + 1 + first


def continues(above: Line, line: Line, first: Line, width: int, *, broken: bool) -> bool:
    """Whether a line goes on with what the line above it says; `first` opens their block.

    `broken` is said of a text by `is_broken`, `width` is its `wrap_width`.
    """
    if line.after_blank and _breaks_off(above.text, line.text):
        return True
    if _LIFE.match(line.text) and (_LIFE.match(above.text) or (above.start and _names(above.text))):
        return True  # a name that opens the text is its title
    if line.after_blank or above.text == line.text or UNDERLINE.match(line.text):
        return False
    if is_stamped(line.text) or (is_keyed(line.text) and is_keyed(above.text)):
        return False
    if UNDERLINE.match(above.text) or (is_row(above.text) and is_row(line.text)):
        return False
    full = bool(width) and _is_full(above, line, width)
    if is_item(line.text) and (not full or is_item(first.text) or is_ended(above.text)):
        return False
    if full:
        return True
    if broken and _stops_within(above, line):
        return True
    stopped = line.text[0].islower() and not is_ended(above.text)
    end = above.text[-LOOKED_AT:]
    stopped = stopped or bool(_NEVER_LAST.search(end) or (width and _SELDOM_LAST.search(end)))
    return stopped and len(above.text) >= 20 and above.text[:LOOKED_AT].count(" ") >= 3


def _names(text: str) -> bool:
    """Whether a line may be somebody's name and nothing else."""
    words = text.split()
    return 2 <= len(words) <= _NAME_WORDS and all(word[0].isupper() for word in words)


def _breaks_off(above: str, below: str) -> bool:
    """Whether a long line stops within a sentence that the line behind a blank one goes on with."""
    head = above[:LOOKED_AT]
    long = len(above) >= _NARROWEST_WRAP and len(head.split()) >= _BROKEN_WORDS
    stopped = above[-1].isalnum() or above[-1] == ","
    return long and stopped and below[0].islower() and not (is_item(head) or is_item(below))
