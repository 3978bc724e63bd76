"""A Page: what a reader makes of one file, before it has a place in a collection."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from retrieval.reading.signs import CONTROLS, NEWLINES
from retrieval.records import Block, BlockKind, Place, PlaceKind

_INDENT = 2  # characters for every item around another


@dataclass(frozen=True, slots=True)
class Page:
    """The text of a file with its blocks and what plainly stands in it about its origin.

    `blocks` cover what is not blank in `text`, in order, without overlap. `title`, `publisher` and
    `language` are "" and `date` is None where the file doesn't tell. `remarks` are sentences about
    what could not be read.
    """

    text: str
    blocks: tuple[Block, ...]
    title: str = ""
    publisher: str = ""
    date: datetime.date | None = None
    language: str = ""
    encoding: str = ""
    places: tuple[Place, ...] = ()
    remarks: tuple[str, ...] = ()


class Writer:
    """Builds the text of a page block by block; the offsets of the blocks are those in `text`."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.places: list[Place] = []
        self._waiting: list[tuple[PlaceKind, str]] = []
        self._pieces: list[str] = []
        self._length = 0

    @property
    def text(self) -> str:
        """All that was written so far."""
        return "".join(self._pieces)

    def write(self, kind: BlockKind, text: str, *, within: int = 0) -> int:
        """Append a block and say where it begins; -1 if it is blank and so left out.

        A blank line goes before it, one newline between items or rows; the first line of an item
        that stands `within` others is as often indented. Control characters become blanks, halves
        of surrogate pairs the replacement character.
        """
        text = writable(text).strip()
        if not text:
            return -1
        if self.blocks:
            close = kind in {BlockKind.ITEM, BlockKind.ROW} and self.blocks[-1].kind is kind
            self._append(("\n" if close else "\n\n") + " " * (_INDENT * within))
        start = self._length
        self._append(text)
        self.blocks.append(Block(kind, start, self._length))
        self.places += [Place(place, start, name) for place, name in self._waiting]
        self._waiting = []
        return start

    def mark(self, kind: PlaceKind, name: str) -> None:
        """Let a place begin where the next block will."""
        self._waiting.append((kind, writable(name)))

    def _append(self, piece: str) -> None:
        self._pieces.append(piece)
        self._length += len(piece)


def writable(text: str) -> str:
    """Text that can be stored and sent: newlines as "\\n", no controls, no halves of pairs."""
    return CONTROLS.sub(_replacement, NEWLINES.sub("\n", text))


def _replacement(match: re.Match[str]) -> str:
    return "\ufffd" if match.group() >= "\ud800" else " "
