"""A Message: plain text with styled spans, which each front end shows in its own way."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from retrieval.records import Span


class Style(Enum):
    """How a span is shown: bold, quoted, matched words inside a quote, or in the background."""

    STRONG = auto()
    QUOTE = auto()
    STRESS = auto()
    NOTE = auto()


@dataclass(frozen=True, slots=True)
class Styled:
    """A style on characters `start` to `end` of a message."""

    style: Style
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Message:
    """Text for people; spans are in characters, ordered by start, and never begin or end mid-way
    through a style of the same kind.
    """

    text: str
    styles: tuple[Styled, ...]


@dataclass(slots=True)
class Draft:
    """Collects lines and their styles until the message is finished."""

    _lines: list[str] = field(default_factory=list)
    _styles: list[Styled] = field(default_factory=list)
    _length: int = 0

    def line(self, text: str, style: Style | None = None, *, stress: Iterable[Span] = ()) -> None:
        """Add one line of untrusted text, made fit for display; `stress` are spans of `text`."""
        shown, places = displayable(text)
        start = self._length
        if style is not None and shown:
            self._styles.append(Styled(style, start, start + len(shown)))
        for span in stress:
            first, last = places[span.start], places[span.end]
            if first < last:
                self._styles.append(Styled(Style.STRESS, start + first, start + last))
        self._lines.append(shown)
        self._length += len(shown) + 1

    def gap(self) -> None:
        """Add an empty line, unless the message is empty or one stands there already."""
        if self._lines and self._lines[-1]:
            self.line("")

    def message(self) -> Message:
        """What was collected, without empty lines at the end."""
        lines = list(self._lines)
        while lines and not lines[-1]:
            lines.pop()
        ordered = sorted(self._styles, key=lambda styled: (styled.start, -styled.end))
        return Message(text="\n".join(lines), styles=tuple(ordered))


def well_formed(text: str) -> str:
    """Half characters, which JSON and broken terminals let through, as question marks."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def displayable(text: str) -> tuple[str, Sequence[int]]:
    """One line of text without control characters, and where each character of `text` went.

    White space becomes single blanks; control, format and private characters that could steer a
    terminal or turn the direction of text are dropped; joiners, marks of direction and the tags of
    flags, which scripts and emoji need, stay. There are `len(text) + 1` places,
    offsets into the returned line.
    """
    if text.isprintable() and text == text.strip() and "  " not in text:  # nearly always
        return text, range(len(text) + 1)
    shown: list[str] = []
    places = []
    for character in text:
        places.append(len(shown))
        if character.isspace():
            if shown and shown[-1] != " ":
                shown.append(" ")
        elif _is_seen(character):
            shown.append(character)
    while shown and shown[-1] == " ":
        shown.pop()
    places = [min(place, len(shown)) for place in [*places, len(shown)]]
    return "".join(shown), places


def _is_seen(character: str) -> bool:
    """Whether a character is for people; emoji newer than Python's tables are, too."""
    return (
        unicodedata.category(character) not in _UNSEEN
        or character in _NEEDED
        or 0x1F000 <= ord(character) < 0x1FFFE
        or 0xE0020 <= ord(character) <= 0xE007F
    )


_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_NEEDED = frozenset("\u200c\u200d\u200e\u200f\u061c")  # joiners, marks of direction
