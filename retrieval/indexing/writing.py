"""Forward indexes written: of passages just read, and of those that others hold already."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from retrieval.indexing.forward import MOST, Forward, Words, encoded
from retrieval.indexing.postings import AT_ONCE, Numbers, ends_of, runs_of, smallest

Join = Callable[[Iterable[Numbers]], Numbers]


class Table(NamedTuple):
    """Distinct words, the most frequent first, as `terms` int32, `cues` and `uses` uint32; `ranks`
    int32 tells the place among them of each row that they were made from; all (n_words,).
    """

    terms: npt.NDArray[np.int32]
    cues: npt.NDArray[np.uint32]
    uses: npt.NDArray[np.uint32]
    ranks: Words


class Run(NamedTuple):
    """Passages `first` to `last`, which is excluded, of the forward index with a number."""

    number: int
    first: int
    last: int


def tabulated(terms: Numbers, cues: Numbers, uses: Numbers) -> Table:
    """The words of rows in an order of their own, each with its term and cues and used so often,
    once or more: (n_words,). Equally frequent ones stay in the order of their rows.
    """
    order = np.argsort(-uses.astype(np.int64), kind="stable")
    ranks = np.empty(len(order), dtype=np.int32)
    ranks[order] = np.arange(len(order), dtype=np.int32)
    return Table(
        terms=terms.take(order).astype(np.int32),
        cues=cues.take(order).astype(np.uint32),
        uses=uses.take(order).astype(np.uint32),
        ranks=ranks,
    )


def by_rank(ranks: Words, rows: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """What is told of rows that have some ranks, all of them, in the order of these: (n_words,)."""
    found = np.empty_like(rows)
    found[ranks] = rows
    return found


def written(
    table: Table, parts: Iterable[tuple[Words, Numbers]], marks: npt.NDArray[np.uint8], join: Join
) -> Forward:
    """The forward index of parts that follow one another: their words, by place in the table, and
    how many each passage has. `join` puts the units of all parts together, at least one array of
    them.
    """
    wide = len(table.terms) > MOST
    sizes = [np.zeros(0, dtype=np.int64)]

    def units() -> Iterator[Numbers]:
        yield np.zeros(0, dtype=np.uint16)
        for words, lengths in parts:
            own, taken = encoded(words, lengths, wide=wide)
            sizes.append(taken)
            yield own

    joined = join(units())
    starts = smallest(ends_of(np.concatenate(sizes)))
    return Forward(table.terms, table.cues, table.uses, joined, starts, marks)


def rewritten(
    held: Sequence[Forward],
    rows: Sequence[Numbers],
    table: Table,
    runs: Sequence[Run],
    *,
    at_once: int,
    join: Join,
) -> Forward:
    """Runs of passages of forward indexes as one, of which about `at_once` words are looked at
    together. The word with the number i of held[n] was made the row rows[n][i] of the table, -1 if
    it is in no run.
    """
    ranks = np.append(table.ranks, np.int32(0))  # the last is that of words in no run
    words_of = [ranks[own] for own in rows]
    parts = (
        (words_of[run.number].take(words), sizes)
        for run in runs
        for bounds in runs_of(held[run.number].starts, at_once, run.first, run.last)
        for words, sizes in [held[run.number].run(*bounds)]
    )
    marks = [held[number].marks[first:last] for number, first, last in runs]
    return written(table, parts, np.concatenate([np.zeros(0, np.uint8), *marks]), join)


def interleaved(moved: npt.NDArray[np.int32], into: npt.NDArray[np.int32]) -> list[Run]:
    """Where the passages of a whole come from: passage i of a forward index, number 0, is in the
    place moved[i], or nowhere where that is below 0; that of another, number 1, in into[i]. Both
    keep their order.
    """
    kept = np.flatnonzero(moved >= 0)
    number = np.zeros(len(kept) + len(into), dtype=np.int64)
    place = np.empty_like(number)
    number[into] = 1
    place[moved[kept]], place[into] = kept, np.arange(len(into))
    breaks = np.flatnonzero((np.diff(number) != 0) | (np.diff(place) != 1)) + 1
    bounds = [0, *breaks.tolist(), len(number)]
    return [
        Run(int(number[first]), int(place[first]), int(place[first]) + last - first)
        for first, last in pairwise(bounds)
        if first < last
    ]


def left(held: Forward, runs: Iterable[Run]) -> npt.NDArray[np.int64]:
    """How often each word stands in runs of passages: as often as in all but between the runs."""
    counts = held.uses.astype(np.int64)
    bounds = [0, *(place for run in runs for place in (run.first, run.last)), len(held.marks)]
    for first, last in zip(bounds[::2], bounds[1::2], strict=True):
        for gap in runs_of(held.starts, AT_ONCE, first, last):
            words, _ = held.run(*gap)
            counts -= np.bincount(words, minlength=len(counts))
    return counts
