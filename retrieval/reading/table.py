"""CSV to a Page: pairs of question and answer, or a table whose rows stand by themselves."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator

from retrieval.errors import UnreadableFileError
from retrieval.reading.page import Page, Writer
from retrieval.reading.pairs import has_pairs, page_of_pairs, pairs_of
from retrieval.reading.tables import write_table

_SEPARATORS = ",;\t|"  # the first is taken where none parts the rows
_SAMPLE = 20_000
_LONGEST_CELL = 131_072  # characters
_MOST_COLUMNS = 500


def read(text: str) -> Page:
    """A page of comma-, semicolon- or tab-separated values; the first row names the columns.

    Raises UnreadableFileError where the rows can't be told.
    """
    rows = [row for row in _rows(text) if any(cell.strip() for cell in row)]
    if rows and has_pairs(rows[0]):
        pairs, other = pairs_of(dict(zip(rows[0], row, strict=False)) for row in rows[1:])
        return page_of_pairs(pairs, other=other)
    writer = Writer()
    write_table(writer, rows, headings=1 if len(rows) > 1 else 0)
    return Page(writer.text, tuple(writer.blocks))


def _rows(text: str) -> Iterator[list[str]]:
    """The rows of a table of text, by the separator that its head shows."""
    csv.field_size_limit(_LONGEST_CELL)
    separator = _separator(_head(text))
    try:
        for row in _parted(text, separator):
            if len(row) > _MOST_COLUMNS:
                raise UnreadableFileError(f"a row has more than {_MOST_COLUMNS} columns")
            yield row
    except csv.Error as error:
        raise UnreadableFileError(f"its rows can't be told apart ({error})") from None


def _separator(head: str) -> str:
    """The sign by which most rows fall into the same number of cells, and into the most cells.

    The standard library's guess takes time without bound over a run of quotation marks.
    """

    def regularity(sign: str) -> tuple[float, int]:
        try:
            widths = Counter(len(row) for row in _parted(head, sign) if row)
        except csv.Error:
            return 0.0, 0
        cells, rows = max(widths.items(), key=lambda item: item[1], default=(0, 0))
        return (rows / widths.total(), cells) if cells > 1 else (0.0, 0)

    return max(_SEPARATORS, key=regularity)


def _parted(text: str, separator: str) -> Iterator[list[str]]:
    lines = io.StringIO(text, newline="")
    return csv.reader(lines, delimiter=separator, skipinitialspace=True, strict=False)


def _head(text: str) -> str:
    """Whole lines at the head of a text, to tell the separator from."""
    return text[:_SAMPLE].rpartition("\n")[0] or text[:_SAMPLE]
