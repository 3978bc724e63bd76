"""The best passages of a large collection, found exactly without scoring most of the others.

The bound of a term is its weight times its largest share; a passage whose terms' bounds don't add
up to the k-th best score found so far can't be among the best (Turtle and Flood 1995, MaxScore).
Ours differs from the textbook so that each step is one vector operation over many passages:

1. The bounds of all rarer terms are added up in one table, a byte a passage.
2. The passages of the rarest terms, the best by their bounds, are scored: a threshold.
3. Passages with a rarer term that stay above it are looked up in the columns of frequent terms, one
   after another, and dropped as soon as what is still to come can't lift them above it.
4. Passages with frequent terms only follow where even these could still reach it.

Bounds are kept in steps of a 255th of their total, rounded up. What survives is scored in full, in
float64 and in the order of the question's terms; ties go in the order of the collection.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar, TypeAlias

import numpy as np

from retrieval.indexing.postings import Floats, Numbers, Postings
from retrieval.indexing.together import Together
from retrieval.indexing.top_k import Found, Sought, kth, top

if TYPE_CHECKING:
    import numpy.typing as npt  # loading it takes long

MOST_TERMS_IN_BYTES = 100
SLACK = 1 - 1e-6  # bounds are sums in another order than scores

Bools: TypeAlias = "npt.NDArray[np.bool_]"


class MaxScore:
    """The search for one question: it scores some passages, and skips those that can't be best."""

    HEAD: ClassVar[int] = 4_000  # postings of the rarest terms that give the first threshold
    SCORED: ClassVar[int] = 100  # passages that are scored for a threshold
    MANY: ClassVar[int] = 600  # passages; of more than that some are dropped before they are scored

    def __init__(
        self, postings: Postings, terms: Sequence[Sought], k: int, among: Bools | None
    ) -> None:
        """Sort the terms, the rarest first, and give each its step of the bounds' scale."""
        self._postings = postings
        self._terms = terms
        self._weights = np.array([[term.weight] for term in terms])
        self._k = k
        self._among = among
        self._order = sorted(terms, key=lambda term: term.size)
        self._rare = [term for term in self._order if term.listing.column is None]
        self._frequent = self._order[len(self._rare) :]
        self._pool = Together([term.listing for term in self._rare], postings.size)
        rows = {id(term): row for row, term in enumerate(terms)}
        self._rare_rows = [rows[id(term)] for term in self._rare]
        self._frequent_rows = [rows[id(term)] for term in self._frequent]
        kind = np.uint8 if len(terms) <= MOST_TERMS_IN_BYTES else np.uint16
        most = int(np.iinfo(kind).max) - len(terms)
        self._scale = most / sum(term.bound for term in terms)
        self._steps = {id(t): kind(int(t.bound * self._scale) + 1) for t in terms}
        self._threshold = 0.0  # the k-th best score is no lower
        self._found: list[tuple[npt.NDArray[np.int32], Floats]] = []

    def best(self) -> Found:
        """The best passages, at most k."""
        if self._rare:
            self._hunt_rare()
        self._hunt_frequent()
        passages, scores = self._merged()
        return top(passages, scores, self._k)

    def _hunt_rare(self) -> None:
        """Score those passages with a rarer term that may be among the best."""
        passages, bounds, table = self._tabulated()
        if len(passages) > self.HEAD:
            head, tops = self._sift(passages[: self.HEAD], bounds[: self.HEAD], self._frequent)
            self._raise_threshold(head, tops)
        hopeful = np.flatnonzero(bounds >= self._needed() - self._steps_of(self._frequent))
        passages, bounds = passages.take(hopeful), bounds.take(hopeful)
        passages, bounds = self._sift(passages, bounds, self._frequent)
        if len(passages) > self.MANY:
            self._raise_threshold(passages, bounds)
            passages = passages.take(np.flatnonzero(bounds >= self._needed()))
            rest = table.take(passages) / self._scale
            passages = _distinct(self._narrowed(passages, rest, self._frequent))
        if len(passages) > self.MANY:
            rest = np.full(len(passages), sum(term.bound for term in self._frequent))
            passages = self._narrowed(passages, rest, self._rare)
        self._score(passages)

    def _tabulated(self) -> tuple[npt.NDArray[np.int32], Numbers, Numbers]:
        """The passages of all rarer terms, the rarest first, some of them repeatedly, with the
        bounds of what those add to their scores, and the table that these bounds come from.
        """
        passages, places = self._pool.passages, self._pool.places
        table = np.zeros(self._postings.size, dtype=self._kind)
        end = 0
        for term in self._rare:
            here = places[end : end + term.size]
            table[here] = table.take(here) + self._steps[id(term)]
            end += term.size
        if self._among is not None:
            allowed = np.flatnonzero(self._among.take(passages))
            passages, places = passages.take(allowed), places.take(allowed)
        return passages, table.take(places), table

    def _hunt_frequent(self) -> None:
        """Score those passages with frequent terms only that may be among the best.

        Each is looked at once, with the rarest of its terms.
        """
        rest = sum(term.bound for term in self._frequent)
        for number, own in enumerate(self._frequent):
            later = self._frequent[number + 1 :]
            passages = own.listing.passages
            if self._among is not None:
                passages = passages.take(np.flatnonzero(self._among.take(passages)))
            if not self._threshold:
                self._first_threshold(passages, later)
            room = rest - self._threshold * SLACK
            if room < 0:
                return
            needed = [term for term in later if term.bound > room]
            for term in needed:
                passages = passages.take(np.flatnonzero(term.listing.held(passages)))
            bounds = np.full(len(passages), self._steps_of([own, *needed]), self._kind)
            others = [term for term in later if term.bound <= room]
            passages, bounds = self._sift(passages, bounds, others)
            if len(passages) > self.MANY:
                self._raise_threshold(passages, bounds)
                passages = passages.take(np.flatnonzero(bounds >= self._needed()))
                passages = self._narrowed(passages, np.zeros(len(passages)), self._frequent)
            self._score(passages)
            rest -= own.bound

    def _first_threshold(self, passages: npt.NDArray[np.int32], later: Sequence[Sought]) -> None:
        """A threshold from passages that hold as many of the later terms as `k` others do."""
        for term in later:
            both = np.flatnonzero(term.listing.held(passages))
            if len(both) >= self._k:
                passages = passages.take(both)
        if len(passages) >= self._k:
            scores = self._scores(passages[: max(self.SCORED, self._k)])
            self._threshold = kth(scores, self._k)

    def _sift(
        self, passages: npt.NDArray[np.int32], bounds: Numbers, terms: Sequence[Sought]
    ) -> tuple[npt.NDArray[np.int32], Numbers]:
        """The passages that may reach the threshold, with the bounds of terms they hold added."""
        needed, left = self._needed(), self._steps_of(terms)
        for term in terms:
            step = self._steps[id(term)]
            bounds = bounds + (term.listing.held(passages) != 0) * step
            left -= int(step)
            if needed > left:
                hopeful = np.flatnonzero(bounds >= needed - left)
                if len(hopeful) < 0.8 * len(passages):
                    passages, bounds = passages.take(hopeful), bounds.take(hopeful)
        return passages, bounds

    def _narrowed(
        self, passages: npt.NDArray[np.int32], rest: Floats, terms: Sequence[Sought]
    ) -> npt.NDArray[np.int32]:
        """The passages that reach the threshold with what `terms` really add and bounds of the
        `rest`, (n,).
        """
        norms = self._postings.norms(passages)
        sums = rest + sum(term.bound for term in terms)
        factor = 1 + self._postings.weighting.repetition
        needed = self._threshold * SLACK
        for term in terms:
            counts = term.listing.held(passages)
            sums += counts * (term.weight * factor) / (counts + norms) - term.bound
            hopeful = np.flatnonzero(sums >= needed)
            if len(hopeful) < 0.8 * len(passages):
                passages, norms = passages.take(hopeful), norms.take(hopeful)
                sums = sums.take(hopeful)
        return passages.take(np.flatnonzero(sums >= needed))

    def _raise_threshold(self, passages: npt.NDArray[np.int32], bounds: Numbers) -> None:
        """Score those with the highest bounds, some of which may be there repeatedly."""
        wanted = max(self.SCORED, 4 * self._k)
        chosen = _highest(bounds, wanted)[: 2 * wanted]
        best = _distinct(passages.take(chosen))
        if len(best) >= self._k:
            self._threshold = max(self._threshold, kth(self._scores(best), self._k))

    def _score(self, passages: npt.NDArray[np.int32]) -> None:
        """Keep passages with their scores."""
        passages = _distinct(passages)
        scores = self._scores(passages)
        self._found.append((passages, scores))
        if len(passages) >= self._k:
            self._threshold = max(self._threshold, kth(scores, self._k))

    def _scores(self, passages: npt.NDArray[np.int32]) -> Floats:
        """The scores of some passages, each there once, summed up in the order of the terms."""
        counts = np.empty((len(self._terms), len(passages)), self._postings.counts.dtype)
        counts[self._rare_rows] = self._pool.held(passages)
        for row, term in zip(self._frequent_rows, self._frequent, strict=True):
            counts[row] = term.listing.held(passages)
        shares = self._postings.shares(counts, passages)
        return np.asarray(np.add.reduce(self._weights * shares, axis=0))

    def _merged(self) -> tuple[npt.NDArray[np.int32], Floats]:
        """All that was scored and reaches the threshold, each once, in the order of passages."""
        passages = np.concatenate([p for p, _ in self._found])
        scores = np.concatenate([s for _, s in self._found])
        good = np.flatnonzero((scores >= self._threshold) & (scores > 0))
        passages, scores = passages.take(good), scores.take(good)
        if len(self._found) > 1:
            passages, places = np.unique(passages, return_index=True)
            scores = scores.take(places)
        return passages, scores

    def _needed(self) -> int:
        """The threshold on the scale of the bounds."""
        return int(self._threshold * SLACK * self._scale)

    def _steps_of(self, terms: Sequence[Sought]) -> int:
        """The bounds of terms on their scale."""
        return sum(int(self._steps[id(term)]) for term in terms)

    @property
    def _kind(self) -> np.dtype[Any]:
        return next(iter(self._steps.values())).dtype


def _highest(bounds: Numbers, count: int) -> npt.NDArray[np.intp]:
    """The places of the highest bounds: `count` of them and all that equal the last one."""
    if len(bounds) <= count:
        return np.arange(len(bounds))
    least = np.partition(bounds, -count)[-count]
    return np.flatnonzero(bounds >= least)


def _distinct(passages: npt.NDArray[np.int32]) -> npt.NDArray[np.int32]:
    """Passages once each, in the order of the collection."""
    passages = np.sort(passages)
    first = np.ones(len(passages), dtype=bool)
    np.not_equal(passages[1:], passages[:-1], out=first[1:])
    return passages[first]
