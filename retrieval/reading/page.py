"""A Page: what a reader makes of one file, before it has a place in a collection."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from retrieval.records import Block, BlockKind


@dataclass(frozen=True, slots=True)
class Page:
    """The text of a file with its blocks and what plainly stands in it about its origin.

    `blocks` cover what is not blank in `text`, in order, without overlap. `title`, `publisher` and
    `language` are "" and `date` is None where the file doesn't tell.
    """

    text: str
    blocks: tuple[Block, ...]
    title: str = ""
    publisher: str = ""
    date: datetime.date | None = None
    language: str = ""


class Writer:
    """Builds the text of a page block by block; the offsets of the blocks are those in `text`."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._pieces: list[str] = []
        self._length = 0

    @property
    def text(self) -> str:
        """All that was written so far."""
        return "".join(self._pieces)

    def write(self, kind: BlockKind, text: str) -> None:
        """Append a block; a blank line goes before it, one newline between items or rows."""
        text = text.strip()
        if not text:
            return
        if self.blocks:
            close = kind in {BlockKind.ITEM, BlockKind.ROW} and self.blocks[-1].kind is kind
            self._append("\n" if close else "\n\n")
        start = self._length
        self._append(text)
        self.blocks.append(Block(kind, start, self._length))

    def _append(self, piece: str) -> None:
        self._pieces.append(piece)
        self._length += len(piece)
