"""The order in which a printed page is read: columns told from tables, left before right.

A page is cut in two at a gutter, a vertical strip that no run crosses; what spans the gutter above
and below is read before and after. Each part is cut further in the same way.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import mean, median
from typing import NamedTuple

from retrieval.reading.printed.runs import Run, rows_of

_MOST_RUNS = 1_500  # of a page; more are taken in the order of the file
_TRIED = 8  # places where a column may begin
_DEEPEST = 6
_LEAST_ROWS = 3
_LEAST_LETTERS = 12  # of the usual row in a column of prose
_LEAST_WORDS = 3
_LEAST_FILLED = 0.3  # of a column's width by its usual row
_LEAST_BESIDE = 0.5  # of the shorter column's height that stands beside the other


class _Cut(NamedTuple):
    """The parts of a page around a gutter."""

    above: list[Run]
    left: list[Run]
    right: list[Run]
    below: list[Run]


def columns_of(runs: Sequence[Run], *, depth: int = 0) -> list[list[Run]]:
    """The columns of a page in the order in which they are read."""
    if not runs:
        return []
    cut = _best(runs) if len(runs) <= _MOST_RUNS and depth < _DEEPEST else None
    if cut is None:
        return [list(runs)]
    return [column for part in cut for column in columns_of(part, depth=depth + 1)]


def _best(runs: Sequence[Run]) -> _Cut | None:
    """The cut with most runs in its columns."""
    begins = Counter(round(run.x0 / 2) * 2 for run in runs)
    first = min(begins)
    places = [x for x, count in begins.most_common(_TRIED) if count >= _LEAST_ROWS and x > first]
    cuts = [cut for x in sorted(places) if (cut := _cut_at(runs, x - 2)) is not None]
    return max(cuts, key=lambda cut: len(cut.left) + len(cut.right), default=None)


def _cut_at(runs: Sequence[Run], x: float) -> _Cut | None:
    """The longest stretch of the page in which two columns of prose part at x."""
    spanning = sorted(run.middle for run in runs if run.x0 < x < run.x1)
    edges = [float("-inf"), *spanning, float("inf")]
    best: _Cut | None = None
    for top, bottom in pairwise(edges):
        inside = [run for run in runs if top < run.middle < bottom]
        left = [run for run in inside if run.x1 <= x]
        right = [run for run in inside if run.x0 >= x]
        if not _are_columns(left, right):
            continue
        if best is None or len(inside) > len(best.left) + len(best.right):
            above = [run for run in runs if run.middle <= top]
            below = [run for run in runs if run.middle >= bottom]
            best = _Cut(above, left, right, below)
    return best


def _are_columns(left: Sequence[Run], right: Sequence[Run]) -> bool:
    """Whether both sides are prose, side by side over a good part of their height."""
    if min(len(left), len(right)) < _LEAST_ROWS:
        return False
    top = max(min(run.top for run in side) for side in (left, right))
    bottom = min(max(run.bottom for run in side) for side in (left, right))
    heights = [max(r.bottom for r in side) - min(r.top for r in side) for side in (left, right)]
    beside = bottom - top > _LEAST_BESIDE * min(heights)
    return beside and all(map(_is_prose, (left, right)))


def _is_prose(side: Sequence[Run]) -> bool:
    """Whether most rows of a side are one run each, with the letters and the width of prose.

    A small table may stand in a column; rows of cells alone are none.
    """
    rows = rows_of(side)
    whole = [row.runs[0] for row in rows if len(row.runs) == 1]
    if len(whole) < max(_LEAST_ROWS, len(rows) / 2):
        return False
    width = max(run.x1 for run in side) - min(run.x0 for run in side)
    dense = median(len(run.text.replace(" ", "")) for run in whole) >= _LEAST_LETTERS
    words = median(len(run.text.split()) for run in whole) >= _LEAST_WORDS
    filled = mean(run.x1 - run.x0 for run in whole) >= _LEAST_FILLED * width
    return dense and filled and (words or not any(" " in run.text for run in whole))
