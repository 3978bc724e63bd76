"""Rows of tables that make sense alone: every cell is behind the heading of its column."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from retrieval.reading.page import Writer
from retrieval.records import BlockKind

PARTED = " | "
_HEADING_WORDS = 8
_CELL_WORDS = 25
_NUMBER = re.compile(r"\d")
_BLANKS = re.compile(r"\s+")
Row = Sequence[str]


def write_table(
    writer: Writer,
    rows: Iterable[Row],
    *,
    headings: int | None = None,
    kind: BlockKind = BlockKind.ROW,
) -> None:
    """Write a table, a block a row.

    `headings` is how many rows at the top name the columns; None: as many as look like it. They
    stand in front of the cells below them, and alone only where nothing is below.
    """
    table = [[_BLANKS.sub(" ", cell).strip() for cell in row] for row in rows]
    above = _headings(table) if headings is None else headings
    names = joined(table[:above]) if 0 < above < len(table) else []
    for number, row in enumerate(table):
        if number >= above or not names:
            writer.write(kind, labelled(names, row))


def joined(rows: Sequence[Row]) -> list[str]:
    """The headings of columns that several rows give together: "2019", "spring" as one."""
    width = max(map(len, rows), default=0)
    columns = ([row[at] for row in rows if at < len(row)] for at in range(width))
    return [" ".join(dict.fromkeys(filter(None, column))) for column in columns]


def labelled(names: Row, cells: Row) -> str:
    """A row as one line: "Room: Library | Opens: 9:00"; empty cells are left out."""
    said = []
    for at, cell in enumerate(cells):
        name = names[at].rstrip(" :") if at < len(names) else ""
        if cell:
            said.append(f"{name}: {cell}" if name and name != cell else cell)
    return PARTED.join(said)


def _headings(table: Sequence[Row]) -> int:
    """1 if the first row names columns, else 0.

    Its cells are short, distinct and without digits, as no other row's are, or the table is of
    three columns or more with short cells throughout.
    """
    if len(table) < 2 or len(table[0]) < 2:
        return 0
    first, rest = table[0], table[1:]
    said = [cell for cell in first if cell]
    if len(said) < len(first) - 1 or len(set(said)) < len(said):
        return 0
    if any(_NUMBER.search(cell) or len(cell.split()) > _HEADING_WORDS for cell in said):
        return 0
    columns = [[row[at] for row in rest if at < len(row) and row[at]] for at in range(len(first))]
    numbers = any(
        column and sum(bool(_NUMBER.search(cell)) for cell in column) * 2 > len(column)
        for column in columns
    )
    even = all(len(row) == len(first) for row in rest)
    brief = all(len(cell.split()) <= _CELL_WORDS for row in rest for cell in row)
    return int(even and (numbers or (len(first) >= 3 and brief)))
