"""Postings by term: which passages hold it, how often, and what share of its weight that earns.

The share lets repeated terms count ever less and long passages a little less, as BM25 does
(Robertson and Zaragoza 2009, formula 3.15):

    share(t, d) = tf * (K + 1) / (tf + K * (1 - B + B * length(d) / mean length))

With K = 1 and B = 0, a term that occurs once has the share 1 and one that occurs thrice 1.5.
Counts and lengths are what is kept; shares are computed from them, so that a collection may change
without any of its other passages being written anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt  # loading it takes long

Floats: TypeAlias = "npt.NDArray[np.float64]"
Numbers: TypeAlias = "npt.NDArray[np.integer[Any]]"
AT_ONCE = 1_000_000  # postings that are looked at together
SMALL = 5_000  # passages; in so many a sum of all scores is quicker than any skipping
FREQUENT = 32  # a term that stands in one of so many passages is frequent


class Weighting(NamedTuple):
    """The K and B of a share: how much a repetition still counts (0 and above), how much length
    counts (0 to 1).
    """

    repetition: float
    length: float


SENTENCES = Weighting(repetition=0.5, length=0.3)
DOCUMENTS = Weighting(repetition=2.0, length=0.75)


class Listing(NamedTuple):
    """The postings of one term: `passages` int32 and `counts`, both (n,), in order of passages.

    `peak` is the largest of their shares, `column` the count of every passage of the collection,
    (n_passages,), for frequent terms only, `shares` those of the postings, (n,), in small
    collections only.
    """

    passages: npt.NDArray[np.int32]
    counts: Numbers
    peak: float
    column: Numbers | None
    shares: Floats | None

    def held(self, passages: Numbers) -> Numbers:
        """How often each of some passages of the collection holds the term: (n,)."""
        if self.column is not None:
            return self.column.take(passages, mode="clip")
        if not len(self.passages):
            return np.zeros(len(passages), dtype=np.uint8)
        passages = passages.astype(np.int32, copy=False)  # another type would have all copied
        places = self.passages.searchsorted(passages)
        there = self.passages.take(places, mode="clip") == passages
        return np.asarray(self.counts.take(places, mode="clip") * there)

    def around(self, passages: npt.NDArray[np.int64], reach: int) -> npt.NDArray[np.bool_]:
        """Whether each of some passages, and those up to `reach` before and behind it, hold the
        term: (n, 2 * reach + 1). Of numbers that no passage has nothing is told.
        """
        first = passages[:, None] - reach
        window = np.arange(2 * reach + 1)
        if self.column is not None:
            return np.asarray(self.column.take(first + window, mode="clip") != 0)
        found = np.zeros((len(passages), len(window)), dtype=bool)
        if len(self.passages):
            # A window holds no more postings than passages: they stand behind its first place.
            places = self.passages.searchsorted(first.astype(np.int32)) + window
            gaps = self.passages.take(places, mode="clip") - first
            rows, columns = np.nonzero((gaps >= 0) & (gaps < len(window)))
            found[rows, gaps[rows, columns]] = True
        return found


class Postings:
    """All postings of a collection.

    Those of the term with number i stand at indptr[i] to indptr[i + 1] of `passages` int32 and
    `counts` (an unsigned type), both (n_postings,), in order of passages; `indptr` is int64
    (n_terms + 1,). `lengths` (n_passages,) are the tokens of each passage.
    """

    def __init__(
        self,
        indptr: npt.NDArray[np.int64],
        passages: npt.NDArray[np.int32],
        counts: Numbers,
        lengths: Numbers,
        weighting: Weighting,
        *,
        peaks: npt.NDArray[np.float32] | None = None,
    ) -> None:
        """Hold them as they are; `peaks` are reckoned when they are asked for, if not given."""
        self.indptr = indptr
        self.passages = passages
        self.counts = counts
        self.lengths = lengths
        self.weighting = weighting
        self._peaks = peaks
        longest = int(lengths.max()) if self.size else 0
        every = np.arange(longest + 1)
        self._norms = norms(every, mean=mean_length(lengths), weighting=weighting)
        self._frequent = self._least_frequent()
        self._columns: dict[int, Numbers] = {}

    @property
    def size(self) -> int:
        """The number of passages."""
        return len(self.lengths)

    @property
    def peaks(self) -> npt.NDArray[np.float32]:
        """The largest share of each term: (n_terms,)."""
        if self._peaks is None:
            held = (self.indptr, self.passages, self.counts, self.lengths)
            self._peaks = peaks(*held, self.weighting)
        return self._peaks

    def frequency(self, number: int) -> int:
        """In how many passages the term with a number occurs."""
        return int(self.indptr[number + 1] - self.indptr[number])

    def listing(self, number: int) -> Listing:
        """The postings of the term with a number."""
        start, stop = self.indptr[number : number + 2].tolist()
        passages, counts = self.passages[start:stop], self.counts[start:stop]
        column = known = None
        if self.size <= SMALL:
            known = self._every_share[start:stop]
        if stop - start >= self._frequent:
            column = self._column(number, passages, counts)
        return Listing(passages, counts, float(self.peaks[number]), column, known)

    @cached_property
    def _every_share(self) -> Floats:
        """The share of every posting of a small collection: (n_postings,)."""
        return self.shares(self.counts, self.passages).astype(np.float64)

    def norms(self, passages: Numbers) -> Floats:
        """What is added to a count under the line of a share, for each of passages (n,): (n,)."""
        return self._norms.take(self.lengths.take(passages))

    def shares(self, counts: Numbers, passages: Numbers) -> npt.NDArray[np.float32]:
        """The shares of terms with `counts` (…, n) in passages (n,)."""
        return shares(counts, self.norms(passages), self.weighting)

    def _column(self, number: int, passages: Numbers, counts: Numbers) -> Numbers:
        """The column of a frequent term, made when it is first asked for."""
        known = self._columns.get(number)
        if known is None:
            known = np.zeros(self.size, dtype=counts.dtype)
            known[passages] = counts
            self._columns[number] = known
        return known

    def _least_frequent(self) -> int:
        """The postings from which on a term has a column: all columns together are no larger than
        all postings.
        """
        sizes = np.diff(self.indptr)
        room = len(self.passages) * (4 + self.counts.itemsize) // max(self.size, 1)
        frequent = np.sort(sizes[sizes * FREQUENT >= self.size])[::-1]
        return int(frequent[room]) + 1 if room < len(frequent) else -(-self.size // FREQUENT)


def mean_length(lengths: Numbers) -> float:
    """The mean of the lengths of passages, above 0."""
    return max(float(lengths.mean()) if len(lengths) else 0.0, 1e-9)


def norms(lengths: Numbers, *, mean: float, weighting: Weighting) -> Floats:
    """K * (1 - B + B * length / mean) of each length: as many as `lengths`, 0 and above."""
    k, b = weighting
    return np.asarray(k * (1 - b + b * lengths.astype(np.float64) / mean))


def shares(counts: Numbers, norms: Floats, weighting: Weighting) -> npt.NDArray[np.float32]:
    """The shares, from 0 to K + 1, of counts (…, n) in passages with `norms` (n,).

    They are 0 where a count is 0.
    """
    found = counts * (weighting.repetition + 1.0)
    found /= counts + norms
    return np.asarray(found, dtype=np.float32)


def peaks(
    indptr: npt.NDArray[np.int64],
    passages: npt.NDArray[np.int32],
    counts: Numbers,
    lengths: Numbers,
    weighting: Weighting,
) -> npt.NDArray[np.float32]:
    """The largest share of each term, every one of which occurs: (n_terms,)."""
    longest = int(lengths.max()) if len(lengths) else 0
    every = norms(np.arange(longest + 1), mean=mean_length(lengths), weighting=weighting)
    found = [np.zeros(0, dtype=np.float32)]
    for first, last in runs_of(indptr, AT_ONCE):
        start, end = int(indptr[first]), int(indptr[last])
        held = shares(counts[start:end], every[lengths[passages[start:end]]], weighting)
        found.append(np.maximum.reduceat(held, indptr[first:last] - start))
    return np.concatenate(found)


def ends_of(sizes: npt.NDArray[Any]) -> npt.NDArray[np.int64]:
    """0 and the sums of all sizes (n,) up to each: (n + 1,)."""
    return np.concatenate([np.zeros(1, np.int64), np.cumsum(sizes, dtype=np.int64)])


def runs_of(
    bounds: Numbers, at_once: int, first: int = 0, last: int | None = None
) -> Iterator[tuple[int, int]]:
    """Runs of rows with about so many elements together, at least one row each: the first row and
    the one behind the last. Row i has the elements from bounds[i] to bounds[i + 1].
    """
    last = len(bounds) - 1 if last is None else last
    while first < last:
        end = int(bounds.searchsorted(int(bounds[first]) + at_once, side="right")) - 1
        end = min(max(end, first + 1), last)
        yield first, end
        first = end


def smallest(numbers: Numbers) -> Numbers:
    """The same numbers, 0 and above, in the smallest unsigned type that holds them."""
    return numbers.astype(np.min_scalar_type(int(numbers.max()) if len(numbers) else 0))
