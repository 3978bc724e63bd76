"""The rows of a printed column parted into headings, paragraphs, items and tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from retrieval.reading.printed.runs import Row, Run, by_turn, leading, rows_of
from retrieval.reading.text.lines import ITEM, is_ended
from retrieval.records import BlockKind

_LARGE, _SMALL = 1.12, 0.9  # of the body's size: a heading's letters, a note's
_SAME_SIZE = 0.1
_GAP = 1.3  # of the usual leading between two paragraphs
_INDENT = 0.7  # of the letters' size
_SHORT = 0.15  # of a column's width that the last row of a paragraph leaves free
_ALIGNED = 4.0  # points between cells of one column
_HEADING_LETTERS, _HEADING_ROWS, _BOLD_ROWS = 250, 4, 2


class Piece(NamedTuple):
    """A paragraph, heading or item on one page, its rows still apart; a table's rows as cells."""

    kind: BlockKind
    rows: tuple[Row, ...]
    page: int
    small: bool
    table: bool = False


def pieces_of(rows: Sequence[Row], body: float, page: int) -> Iterator[Piece]:
    """The headings, paragraphs, items and tables of one column."""
    step = leading([row for row in rows if abs(row.size - body) <= _SAME_SIZE * body] or rows)
    right = max((row.x1 for row in rows), default=0.0)
    left = min((row.x0 for row in rows), default=0.0)
    at = 0
    while at < len(rows):
        end = _table_end(rows, at)
        if end:
            yield Piece(BlockKind.ROW, tuple(rows[at:end]), page, small=False, table=True)
            at = end
            continue
        end = at + 1
        while (
            end < len(rows)
            and not _table_end(rows, end)
            and not _begins(rows[at], rows[end - 1], rows[end], step, left, right)
        ):
            end += 1
        group = tuple(rows[at:end])
        small = group[0].size < _SMALL * body
        yield Piece(_kind(group, body), group, page, small=small)
        at = end


def _begins(first: Row, above: Row, row: Row, step: float, left: float, right: float) -> bool:
    """Whether a row begins a paragraph of its own."""
    if abs(row.size - above.size) > _SAME_SIZE * max(row.size, above.size):
        return True
    if row.bold != above.bold and (row.bold or above is first):
        return True
    if ITEM.match(row.text[:100]):
        return True
    if row.top - above.top > _GAP * max(step, 0.9 * row.size):
        return True
    indent = _INDENT * row.size
    if row.x0 > above.x0 + indent and above is not first:
        return True
    if row.x0 > above.x0 + indent and not ITEM.match(first.text[:100]) and row.x0 > left + indent:
        return True
    brief = above.x1 < right - _SHORT * (right - left)
    return brief and is_ended(above.text)


def _kind(rows: Sequence[Row], body: float) -> BlockKind:
    text = " ".join(row.text for row in rows)
    brief = len(text) <= _HEADING_LETTERS and any(map(str.isalpha, text))
    large = rows[0].size > _LARGE * body and len(rows) <= _HEADING_ROWS
    bold = all(row.bold for row in rows) and len(rows) <= _BOLD_ROWS and not text.endswith(".")
    if brief and (large or (bold and rows[0].size > _SMALL * body)):
        return BlockKind.HEADING
    return BlockKind.ITEM if ITEM.match(text[:100]) else BlockKind.PARAGRAPH


def title_of(pages: Sequence[Sequence[Run]], body: float) -> str:
    """The largest letters on the first page, if they are larger than the text."""
    rows = rows_of(by_turn(pages[0])[0]) if pages and pages[0] else []
    largest = max((row.size for row in rows), default=0.0)
    if largest <= _LARGE * body:
        return ""
    said = [row for row in rows if row.size > 0.95 * largest]
    run = said[:1]
    for row in said[1:]:
        if row.top - run[-1].top > 2 * row.size:
            break
        run.append(row)
    title = " ".join(row.text for row in run)
    return title if len(title) <= _HEADING_LETTERS and any(map(str.isalpha, title)) else ""


def _table_end(rows: Sequence[Row], at: int) -> int:
    """The row behind a table that begins with row `at`; 0 if none does.

    Two rows or more of two cells or more each, most of whose cells begin or end where another
    row's do.
    """
    end = at
    while end < len(rows) and len(rows[end].runs) >= 2:
        if end > at and not _are_aligned(rows[end - 1], rows[end]):
            break
        end += 1
    return end if end - at >= 2 else 0


def _are_aligned(above: Row, row: Row) -> bool:
    shared = sum(any(_is_under(cell, other) for other in above.runs) for cell in row.runs)
    return shared * 2 > min(len(above.runs), len(row.runs))


def _is_under(cell: Run, other: Run) -> bool:
    edges = (
        abs(cell.x0 - other.x0),
        abs(cell.x1 - other.x1),
        abs((cell.x0 + cell.x1) - (other.x0 + other.x1)) / 2,
    )
    return min(edges) <= _ALIGNED


def cells_of(rows: Sequence[Row]) -> list[list[str]]:
    """The cells of a table's rows, each under the cell of the widest row that it overlaps most."""
    widest = max(rows, key=lambda row: len(row.runs))
    places = [[run.x0, run.x1] for run in widest.runs]
    table = []
    for row in rows:
        cells = [""] * len(places)
        for run in row.runs:
            at = min(range(len(places)), key=lambda n: _distance(run, places[n]))
            cells[at] = f"{cells[at]} {run.text}".strip()
        table.append(cells)
    return table


def _distance(run: Run, place: list[float]) -> tuple[float, float]:
    apart = max(0.0, run.x0 - place[1], place[0] - run.x1)
    return apart, abs((run.x0 + run.x1) - (place[0] + place[1]))


def has_bold_head(rows: Sequence[Row]) -> bool:
    return rows[0].bold and not any(row.bold for row in rows[1:])
