"""The rows of a table of a web page; cells that span columns or rows are repeated in each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from retrieval.reading.page import Writer
from retrieval.reading.tables import joined, labelled, write_table
from retrieval.records import BlockKind

_WIDEST, _LONGEST = 60, 300  # columns and rows that a cell may span
_MOST_COLUMNS = 500


class _Cell(NamedTuple):
    """A cell of the first row: its text, how many columns and rows it spans."""

    text: str
    wide: int
    deep: int


class _Spanning(NamedTuple):
    """A cell that goes on in so many rows below, its text, whether it is a heading."""

    left: int
    text: str
    heading: bool


class Grid:
    """Collects rows until they are written; empty again afterwards."""

    def __init__(self) -> None:
        self._rows: list[list[str]] = []
        self._named: list[int] = []  # how many cells of each row are headings
        self._below: dict[int, _Spanning] = {}  # by column
        self._top: list[_Cell] = []  # the first row's

    def __bool__(self) -> bool:
        return bool(self._rows)

    def begin(self) -> None:
        """Begin a row."""
        self._rows.append([])
        self._named.append(0)
        if len(self._rows) == 1:
            self._top = []

    def add(self, text: str, *, heading: bool, columns: str = "", rows: str = "") -> None:
        """Add a cell to the row; `columns` and `rows` are how many it spans, as written."""
        row = self._rows[-1]
        self._fill(row)
        text = " ".join(text.split())
        wide, deep = _spanned(columns, _WIDEST), _spanned(rows, _LONGEST)
        if len(self._rows) == 1:
            self._top.append(_Cell(text, wide, deep))
        for at in range(wide):
            if len(row) < _MOST_COLUMNS:
                if deep > 1:
                    said = text if at == 0 or heading else ""
                    self._below[len(row)] = _Spanning(deep - 1, said, heading)
                row.append(text if at == 0 or heading else "")
        self._named[-1] += wide if heading else 0

    def end(self) -> None:
        """End a row; one that is blank is left out."""
        self._fill(self._rows[-1])
        if not any(self._rows[-1]):
            self._rows.pop()
            self._named.pop()

    def write(self, writer: Writer, kind: BlockKind) -> None:
        """Write the rows, each cell behind the heading of its column."""
        rows, named, top = self._rows, self._named, self._top
        heading = kind if kind is BlockKind.FURNITURE else BlockKind.HEADING
        self._rows, self._named, self._below, self._top = [], [], {}, []
        while len(rows) > 1 and len(set(rows[0])) == 1 and named[0] == len(rows[0]) > 1:
            writer.write(heading, rows[0][0])  # one heading across the whole table
            rows, named = rows[1:], named[1:]
        above = 0
        while above < len(rows) and named[above] >= len(rows[above]):
            above += 1
        if not any(named) and 0 < (spanned := _headings(top)) < len(rows):
            above = spanned
            rows[0] = [cell.text for cell in top for _ in range(cell.wide)]  # it names all columns
        keys = above < len(rows) and all(0 < n < len(r) for r, n in zip(rows, named, strict=True))
        if above == 0 and keys:  # each row begins with its own heading
            for row in rows:
                rest = " | ".join(filter(None, row[1:]))
                writer.write(kind, labelled([row[0]], [rest]) if rest else row[0])
        elif 0 < above < len(rows) and len(rows[above]) == 1 == len(joined(rows[:above])):
            write_table(writer, rows, headings=0, kind=kind)
        else:
            write_table(writer, rows, headings=above or None, kind=kind)

    def _fill(self, row: list[str]) -> None:
        """Give the row what cells above it say in its next columns."""
        while len(row) in self._below:
            cell = self._below.pop(len(row))
            if cell.left > 1:
                self._below[len(row)] = cell._replace(left=cell.left - 1)
            self._named[-1] += cell.heading
            row.append(cell.text)


def _headings(top: Sequence[_Cell]) -> int:
    """How many rows name the columns where nothing is marked as a heading, 0 where that is unclear.

    A cell over several columns has their names below it, which the other cells of its row, that
    need no more names, reach down beside.
    """
    others = {cell.deep for cell in top if cell.wide == 1}
    spanning = any(cell.wide > 1 == cell.deep for cell in top)
    return others.pop() if spanning and len(others) == 1 and others != {1} else 0


def _spanned(written: str, most: int) -> int:
    return max(1, min(int(written), most)) if written.isdecimal() and len(written) < 6 else 1
