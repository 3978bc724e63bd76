"""Messages as Telegram takes them: pieces of at most 4096 UTF-16 units with explicit entities."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from telegram.constants import MessageEntityType

from bot.message import Message, Style, Styled

LONGEST = 4096  # UTF-16 units of one message
MOST_ENTITIES = 100  # of one message; Telegram shows no more
LONG_QUOTE = 300  # characters from which on a quote is folded
_TYPES = {
    Style.STRONG: MessageEntityType.BOLD,
    Style.STRESS: MessageEntityType.BOLD,
    Style.NOTE: MessageEntityType.ITALIC,
}
_JOINER = "\u200d"
_VARIANTS = ("\ufe0e", "\ufe0f", "\u20e3")
_TONES, _TAGS = ("\U0001f3fb", "\U0001f3ff"), ("\U000e0020", "\U000e007f")
_LETTERS = ("\U0001f1e6", "\U0001f1ff")  # two of them make a flag
_BREAKS = (re.compile(r"\n\n+"), re.compile(r"\n"), re.compile(r"(?<=[.!?])\s"), re.compile(r"\s"))


class Entity(NamedTuple):
    """How a part of a message is shown; `offset` and `length` are in UTF-16 units."""

    type: str
    offset: int
    length: int


@dataclass(frozen=True, slots=True)
class Piece:
    """One message to send."""

    text: str
    entities: tuple[Entity, ...]


def pieces(message: Message, *, limit: int = LONGEST) -> tuple[Piece, ...]:
    """A message in pieces of at most `limit` UTF-16 units, cut between paragraphs or sentences."""
    return tuple(_piece(message, start, end) for start, end in _cuts(message.text, limit))


def units(text: str) -> int:
    """The length of a text in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _cuts(text: str, limit: int) -> Iterator[tuple[int, int]]:
    """Where each piece starts and ends, in characters, white space at the cuts left out."""
    start = 0
    while start < len(text):
        end = _reach(text, start, limit)
        if end < len(text):
            end = _break(text, start, end)
        piece = text[start:end]
        stripped = piece.strip()
        if stripped:
            first = start + piece.index(stripped)
            yield first, first + len(stripped)
        start = end


def _reach(text: str, start: int, limit: int) -> int:
    """How far a piece may go that begins at `start`."""
    rest = len(text) - start
    if 2 * rest <= limit or units(text[start:]) <= limit:
        return len(text)
    end, used = start, 0
    while end < len(text):
        used += 1 + (ord(text[end]) > 0xFFFF)
        if used > limit:
            break
        end += 1
    while start + 1 < end < len(text) and _joined(text, end):
        end -= 1
    return end


def _joined(text: str, place: int) -> bool:
    """Whether a cut would part a character from what belongs to it: an accent, half of an emoji."""
    before, after = text[place - 1], text[place]
    return (
        unicodedata.combining(after) != 0
        or _JOINER in (before, after)
        or after in _VARIANTS
        or _TONES[0] <= after <= _TONES[1]
        or _TAGS[0] <= after <= _TAGS[1]
        or _parts_flag(text, place)
    )


def _parts_flag(text: str, place: int) -> bool:
    """Whether a cut falls between the two letters of a flag."""
    start = place
    while start > 0 and _LETTERS[0] <= text[start - 1] <= _LETTERS[1]:
        start -= 1
    return (place - start) % 2 == 1 and _LETTERS[0] <= text[place] <= _LETTERS[1]


def _break(text: str, start: int, end: int) -> int:
    """The last good place to cut in the latter half; the end itself where there is none."""
    for pattern in _BREAKS:
        found = [match.end() for match in pattern.finditer(text, (start + end) // 2, end)]
        if found:
            return found[-1]
    return end


def _piece(message: Message, start: int, end: int) -> Piece:
    """The piece of a message between two characters, its styles as entities in UTF-16 units."""
    entities: list[Entity] = []
    alike = units(message.text) == len(message.text)  # each character is one unit, as it mostly is
    length: Callable[[int, int], int] = (
        (lambda first, last: last - first)
        if alike
        else (lambda first, last: units(message.text[first:last]))
    )
    for styled in _most_telling(message, start, end):
        first, last = max(styled.start, start), min(styled.end, end)
        if first < last:
            kind = _TYPES.get(styled.style) or _quote(last - first)
            entities.append(
                Entity(
                    type=kind,
                    offset=length(start, first),
                    length=length(first, last),
                )
            )
    return Piece(text=message.text[start:end], entities=tuple(entities))


def _most_telling(message: Message, start: int, end: int) -> list[Styled]:
    """The styles of a piece, in their order; of too many, matched words go first."""
    inside = [s for s in message.styles if max(s.start, start) < min(s.end, end)]
    spare = len(inside) - MOST_ENTITIES
    kept = []
    for styled in reversed(inside):
        if spare > 0 and styled.style is Style.STRESS:
            spare -= 1
        else:
            kept.append(styled)
    return kept[::-1][:MOST_ENTITIES]


def _quote(length: int) -> MessageEntityType:
    folded = length >= LONG_QUOTE
    return MessageEntityType.EXPANDABLE_BLOCKQUOTE if folded else MessageEntityType.BLOCKQUOTE
