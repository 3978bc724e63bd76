"""Messages as Telegram takes them: pieces of at most 4096 UTF-16 units with explicit entities."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from telegram import MessageEntity
from telegram.constants import MessageEntityType

from bot.message import Message, Style

LONGEST = 4096  # UTF-16 units of one message
LONG_QUOTE = 300  # characters from which on a quote is folded
_TYPES = {
    Style.STRONG: MessageEntityType.BOLD,
    Style.STRESS: MessageEntityType.BOLD,
    Style.NOTE: MessageEntityType.ITALIC,
}
_BREAKS = (re.compile(r"\n\n+"), re.compile(r"\n"), re.compile(r"(?<=[.!?])\s"), re.compile(r"\s"))


@dataclass(frozen=True, slots=True)
class Piece:
    """One message to send; offsets of the entities are in UTF-16 units."""

    text: str
    entities: tuple[MessageEntity, ...]


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
    if units(text[start:]) <= limit:
        return len(text)
    end, used = start, 0
    while end < len(text):
        used += 1 + (ord(text[end]) > 0xFFFF)
        if used > limit:
            break
        end += 1
    return end


def _break(text: str, start: int, end: int) -> int:
    """The last good place to cut in the latter half; the end itself where there is none."""
    for pattern in _BREAKS:
        found = [match.end() for match in pattern.finditer(text, (start + end) // 2, end)]
        if found:
            return found[-1]
    return end


def _piece(message: Message, start: int, end: int) -> Piece:
    entities = []
    for styled in message.styles:
        first, last = max(styled.start, start), min(styled.end, end)
        if first < last:
            kind = _TYPES.get(styled.style) or _quote(last - first)
            entities.append(
                MessageEntity(
                    type=kind,
                    offset=units(message.text[start:first]),
                    length=units(message.text[first:last]),
                )
            )
    return Piece(text=message.text[start:end], entities=tuple(entities))


def _quote(length: int) -> MessageEntityType:
    folded = length >= LONG_QUOTE
    return MessageEntityType.EXPANDABLE_BLOCKQUOTE if folded else MessageEntityType.BLOCKQUOTE
