"""Forward indexes written: of passages just read, and of those that others hold already."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from retrieval.indexing.forward import MOST, Forward, Words, encoded
from retrieval.indexing.postings import AT_ONCE, Numbers, ends_of, runs_of, smallest

Join = Callable[[Iterable[Numbers]], Numbers]


class Table(NamedTuple):
    """Distinct words, the most frequent first, as `terms` int32, `cues` and `uses` uint32,
    (n_words,); `numbers` int32 (n_rows,) tells the word of each row that they were made from.
    """

    terms: npt.NDArray[np.int32]
    cues: npt.NDArray[np.uint32]
    uses: npt.NDArray[np.uint32]
    numbers: Words


class Run(NamedTuple):
    """Passages `first` to `last`, which is excluded, of the forward index with a number."""

    number: int
    first: int
    last: int


def tabulated(
    terms: npt.NDArray[Any], cues: npt.NDArray[Any], counts: npt.NDArray[np.int64]
) -> Table:
    """The words of rows that occur `counts` times, all three (n_rows,).

    Equal rows become one word, rows that don't occur none; equally frequent words go by their terms
    and cues, so that the table doesn't depend on the order of the rows.
    """
    here = np.flatnonzero(counts)
    keys = terms[here].astype(np.uint64) << np.uint64(32) | cues[here].astype(np.uint64)
    distinct, which = np.unique(keys, return_inverse=True)
    uses = np.bincount(which, weights=counts[here], minlength=len(distinct))
    order = np.argsort(-uses, kind="stable")
    ranks = np.empty(len(order), dtype=np.int32)
    ranks[order] = np.arange(len(order), dtype=np.int32)
    numbers = np.zeros(len(counts), dtype=np.int32)
    numbers[here] = ranks.take(which)
    ordered = distinct.take(order)
    return Table(
        terms=(ordered >> np.uint64(32)).astype(np.int32),
        cues=ordered.astype(np.uint32),
        uses=uses[order].astype(np.uint32),
        numbers=numbers,
    )


def written(
    table: Table,
    parts: Iterable[tuple[npt.NDArray[np.int32], Numbers]],
    marks: npt.NDArray[np.uint8],
    join: Join,
) -> Forward:
    """The forward index of parts that follow one another: rows of the table, and how many of them
    each passage has. `join` puts the units of all parts together, at least one
    array of them.
    """
    wide = len(table.terms) > MOST
    sizes = [np.zeros(0, dtype=np.int64)]

    def units() -> Iterator[Numbers]:
        yield np.zeros(0, dtype=np.uint16)
        for rows, lengths in parts:
            own, taken = encoded(table.numbers.take(rows), lengths, wide=wide)
            sizes.append(taken)
            yield own

    joined = join(units())
    starts = smallest(ends_of(np.concatenate(sizes)))
    return Forward(table.terms, table.cues, table.uses, joined, starts, marks)


def rewritten(
    held: Sequence[Forward],
    places: Sequence[npt.NDArray[np.int64]],
    runs: Iterable[Run],
    *,
    at_once: int,
    join: Join,
) -> Forward:
    """Runs of passages of forward indexes as one, of which about `at_once` words are looked at
    together. Those of each index are in its order; the term with the number i of held[n] becomes
    places[n][i].
    """
    runs = list(runs)
    counts = [_used(own, [run for run in runs if run.number == n]) for n, own in enumerate(held)]
    terms = [own.take(other.terms) for own, other in zip(places, held, strict=True)]
    cues = [own.cues for own in held]
    table = tabulated(np.concatenate(terms), np.concatenate(cues), np.concatenate(counts))
    rows = ends_of(np.array([len(own.terms) for own in held])).tolist()
    parts = (
        (words + np.int32(rows[run.number]), sizes)
        for run in runs
        for bounds in runs_of(held[run.number].starts, at_once, run.first, run.last)
        for words, sizes in [held[run.number].run(*bounds)]
    )
    marks = [held[number].marks[first:last] for number, first, last in runs]
    return written(table, parts, np.concatenate([np.zeros(0, np.uint8), *marks]), join)


def _used(held: Forward, runs: Sequence[Run]) -> npt.NDArray[np.int64]:
    """How often each word stands in runs of passages: as often as in all but between the runs."""
    counts = held.uses.astype(np.int64)
    bounds = [0, *(place for run in runs for place in (run.first, run.last)), len(held.marks)]
    for first, last in zip(bounds[::2], bounds[1::2], strict=True):
        for gap in runs_of(held.starts, AT_ONCE, first, last):
            words, _ = held.run(*gap)
            counts -= np.bincount(words, minlength=len(counts))
    return counts
