"""The text of printed pages, laid out: headings, paragraphs, items, tables and notes, page by page.

A paragraph may go on in the next column or on the next page. What stands in between, such as a
running head, a footnote or a caption, is held back until the paragraph has ended.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from retrieval.reading.page import Writer
from retrieval.reading.printed.columns import columns_of
from retrieval.reading.printed.paragraphs import Piece, cells_of, has_bold_head, pieces_of, title_of
from retrieval.reading.printed.running_heads import running
from retrieval.reading.printed.runs import Run, body_size, by_turn, rows_of
from retrieval.reading.tables import write_table
from retrieval.reading.text.lines import is_ended
from retrieval.records import BlockKind, Place, PlaceKind

_HYPHEN = re.compile(r"(?P<first>[^\W\d_]{2,})[-\xad\u2010]$")
_WORD = re.compile(r"[^\W\d_]+")
_TAKEN_APART = re.compile(r"[^\W\d_]+-[^\W\d_]+")


@dataclass(slots=True)
class _Open:
    """A paragraph that may go on: its text so far, and where in it pages begin."""

    kind: BlockKind
    text: str
    small: bool
    pages: list[tuple[int, int]] = field(default_factory=list)


def laid_out(pages: Sequence[Sequence[Run]]) -> tuple[Writer, str]:
    """The text of all pages, and the title that stands at the head of the first.

    Running heads and page numbers are furniture; words parted at line ends are joined.
    """
    marginal = running(pages)
    kept = [
        [run for at, run in enumerate(runs) if (number, at) not in marginal]
        for number, runs in enumerate(pages)
    ]
    body = body_size(run for runs in kept for run in runs)
    printer = _Printer(_words(kept))
    for number, runs in enumerate(kept):
        furniture = [run for at, run in enumerate(pages[number]) if (number, at) in marginal]
        for row in rows_of(furniture):
            printer.add(Piece(BlockKind.FURNITURE, (row,), number + 1, small=True))
        for column in (column for side in by_turn(runs) for column in columns_of(side)):
            for piece in pieces_of(rows_of(column), body, number + 1):
                printer.add(piece)
    printer.close()
    return printer.writer, title_of(kept, body)


class _Printer:
    """Writes pieces in order, joining those that go on."""

    def __init__(self, words: frozenset[str]) -> None:
        self.writer = Writer()
        self._words = words
        self._open: _Open | None = None
        self._held: list[Piece] = []
        self._page = 0

    def add(self, piece: Piece) -> None:
        """Write a piece, join it to the open one, or hold it back."""
        small = piece.small or piece.kind is BlockKind.FURNITURE
        if self._open is not None and not is_ended(self._open.text):
            if small and not self._open.small:
                self._held.append(piece)
                return
            if self._goes_on(self._open, piece):
                self._extend(self._open, piece)
                return
        self.close()
        if piece.table or piece.kind in {BlockKind.FURNITURE, BlockKind.HEADING}:
            self._write(piece)
        else:
            self._open = _Open(piece.kind, "", piece.small)
            self._extend(self._open, piece)

    def close(self) -> None:
        """Write the open paragraph and what was held back for it."""
        paragraph, self._open = self._open, None
        held, self._held = self._held, []
        if paragraph is not None:
            self._put(paragraph.kind, paragraph.text, paragraph.pages)
        for piece in held:
            self._write(piece)

    def _goes_on(self, paragraph: _Open, piece: Piece) -> bool:
        """Whether a piece is the rest of a paragraph that broke off."""
        if piece.kind is not BlockKind.PARAGRAPH or piece.table or piece.small != paragraph.small:
            return False
        if paragraph.pages[-1][1] == piece.page and len(paragraph.text) < 60:
            return False  # a short line, not the end of a column
        said = piece.rows[0].text
        return said[0].islower() or _HYPHEN.search(paragraph.text[-40:]) is not None

    def _extend(self, paragraph: _Open, piece: Piece) -> None:
        for row in piece.rows:
            start = len(paragraph.text)
            paragraph.text = self._joined(paragraph.text, row.text)
            if not paragraph.pages or paragraph.pages[-1][1] != piece.page:
                begin = start + (len(paragraph.text) > start + len(row.text))
                paragraph.pages.append((begin, piece.page))

    def _write(self, piece: Piece) -> None:
        if piece.table:
            self._mark(piece.page)
            cells = cells_of(piece.rows)
            write_table(self.writer, cells, headings=1 if has_bold_head(piece.rows) else None)
            return
        text = ""
        for row in piece.rows:
            text = self._joined(text, row.text)
        self._put(piece.kind, text, [(0, piece.page)])

    def _put(self, kind: BlockKind, text: str, pages: list[tuple[int, int]]) -> None:
        lead = len(text) - len(text.lstrip())
        start = self.writer.write(kind, text)
        if start < 0:
            return
        for at, page in pages:
            if page != self._page:
                place = Place(PlaceKind.PAGE, start + max(0, at - lead), str(page))
                self.writer.places.append(place)
                self._page = page

    def _mark(self, page: int) -> None:
        if page != self._page:
            self.writer.mark(PlaceKind.PAGE, str(page))
            self._page = page

    def _joined(self, text: str, row: str) -> str:
        """Text and the next row; a word parted by a hyphen is made whole.

        The hyphen stays where it belongs to the word: as far as the document tells elsewhere, or
        where what follows it isn't in lower case.
        """
        if not text:
            return row
        parted = _HYPHEN.search(text[-40:])
        rest = _WORD.match(row)
        if not parted or not rest:
            return f"{text}{'' if text.endswith('-') else ' '}{row}"
        first, second = parted["first"].casefold(), rest.group().casefold()
        own = f"{first}-{second}" in self._words and first + second not in self._words
        if own or not row[0].islower():
            return text + row
        return text[:-1] + row


def _words(pages: Iterable[Iterable[Run]]) -> frozenset[str]:
    """The words of a document that stand whole in a line, those with a hyphen too."""
    found: set[str] = set()
    for runs in pages:
        for run in runs:
            said = run.text.casefold()
            found.update(_WORD.findall(said), _TAKEN_APART.findall(said))
    return frozenset(found)
