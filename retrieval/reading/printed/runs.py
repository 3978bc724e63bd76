"""Words on a printed page joined to runs, and runs that stand side by side joined to rows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

ASKEW = 4
GAP = 1.0  # of the letters' size between two words, from which they stand in different columns
_SAME_ROW = 0.5  # of the lower one's height that two runs in one row share
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one line without a wide gap between them.

    `x0` to `x1` is its width and `top` to `bottom` its height, in points from the page's upper left
    corner; where a page is read from right to left, x counts from the right. `size` is that of its
    letters in points. `apart` says that its line begins with it. `turn` is how many right angles it
    is turned to the right on the page, or ASKEW; its place is told as if it were upright.
    """

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    bold: bool
    apart: bool = False
    turn: int = 0

    @property
    def middle(self) -> float:
        """Half-way down its height."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Row:
    """Runs side by side, from the first to the last to be read."""

    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """What the row says."""
        return " ".join(run.text for run in self.runs)

    @property
    def x0(self) -> float:
        """Where it begins."""
        return self.runs[0].x0

    @property
    def x1(self) -> float:
        """Where it ends."""
        return max(run.x1 for run in self.runs)

    @property
    def top(self) -> float:
        """Its upper edge."""
        return min(run.top for run in self.runs)

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return max(run.bottom for run in self.runs)

    @property
    def size(self) -> float:
        """The size of most of its letters."""
        return max(self.runs, key=lambda run: len(run.text)).size

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(run.bold for run in self.runs)


def runs_of(words: Sequence[Run]) -> list[Run]:
    """The runs of a page from its words in the order of the file."""
    if _is_right_to_left(words):
        words = [replace(word, x0=-word.x1, x1=-word.x0) for word in words]
    runs: list[list[Run]] = []
    for word in words:
        if runs and not word.apart and _follows(runs[-1][-1], word):
            runs[-1].append(word)
        else:
            runs.append([word])
    return [_joined(run) for run in runs]


def by_turn(runs: Iterable[Run]) -> list[list[Run]]:
    """The runs of a page by how they are turned, those with most letters first."""
    found: dict[int, list[Run]] = {}
    for run in runs:
        found.setdefault(run.turn, []).append(run)
    return sorted(found.values(), key=lambda runs: -sum(len(run.text) for run in runs))


def rows_of(runs: Iterable[Run]) -> list[Row]:
    """The rows of a column from above."""
    rows: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: (run.middle, run.x0)):
        if rows and _shares(rows[-1], run):
            rows[-1].append(run)
        else:
            rows.append([run])
    found = [Row(_closed(sorted(row, key=lambda run: run.x0))) for row in rows]
    return sorted(found, key=lambda row: row.top)


def body_size(runs: Iterable[Run]) -> float:
    """The size of letters in which most of a document is set; 0 without letters."""
    letters: dict[float, int] = {}
    for run in runs:
        size = round(run.size * 2) / 2
        letters[size] = letters.get(size, 0) + len(run.text)
    return max(letters, key=lambda size: letters[size], default=0.0)


def leading(rows: Sequence[Row]) -> float:
    """The usual distance from one row's top to the next one's; 0 for less than two rows."""
    steps = [below.top - row.top for row, below in pairwise(rows)]
    steps = [step for step in steps if step > 0]
    return median(steps) if steps else 0.0


def _is_right_to_left(words: Sequence[Run]) -> bool:
    text = "".join(word.text for word in words)
    return len(_RIGHT_TO_LEFT.findall(text)) * 2 > sum(map(str.isalpha, text))


def _follows(word: Run, following: Run) -> bool:
    gap = following.x0 - word.x1
    size = max(word.size, following.size)
    level = min(word.bottom, following.bottom) - max(word.top, following.top)
    lower = min(word.bottom - word.top, following.bottom - following.top)
    near = -size < gap < GAP * size and level > 0.3 * lower
    return near and word.turn == following.turn


def _joined(words: Sequence[Run]) -> Run:
    weight = max(words, key=lambda word: len(word.text))
    return Run(
        text=" ".join(word.text for word in words),
        x0=min(word.x0 for word in words),
        x1=max(word.x1 for word in words),
        top=min(word.top for word in words),
        bottom=max(word.bottom for word in words),
        size=weight.size,
        bold=sum(len(word.text) for word in words if word.bold) * 2
        > sum(len(word.text) for word in words),
        turn=weight.turn,
    )


def _shares(row: Sequence[Run], run: Run) -> bool:
    """Whether a run stands beside all of a row."""
    top, bottom = max(r.top for r in row), min(r.bottom for r in row)
    shared = min(bottom, run.bottom) - max(top, run.top)
    return shared > _SAME_ROW * min(bottom - top, run.bottom - run.top)


def _closed(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Runs of a row without a wide gap between them made one."""
    found: list[Run] = []
    for run in runs:
        if found and run.x0 - found[-1].x1 < GAP * max(run.size, found[-1].size):
            glued = run.x0 - found[-1].x1 < 0.1 * run.size  # a note's number at a word
            both = _joined([found[-1], run])
            found[-1] = replace(both, text=found[-1].text + run.text) if glued else both
        else:
            found.append(run)
    return tuple(found)
