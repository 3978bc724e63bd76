"""From passages to Candidates: the arrays that the ranker's features are computed from."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from retrieval.index import Index
from retrieval.indexing.forward import Forward
from retrieval.passages import Passages
from retrieval.query import Query
from retrieval.ranking.closeness import (
    Floats,
    StandIns,
    closeness,
    closeness_in,
    standing_for,
)
from retrieval.ranking.features import AROUND, Candidates, masses_and_norms
from retrieval.ranking.sketch import Sketches, side_by_side
from retrieval.titles import Titles


class CandidateReader:
    """Reads passages with what stands around them; safe to use from several threads."""

    def __init__(self, passages: Passages, index: Index, forward: Forward, titles: Titles) -> None:
        """Read `passages`, whose numbers are those of `index` and `forward`."""
        self._passages = passages
        self._index = index
        self._forward = forward
        self._headings = np.flatnonzero(~passages.quotable)
        self._titles = titles

    def of(self, query: Query, terms: list[str], numbers: npt.NDArray[np.int64]) -> Candidates:
        """The passages with some numbers (n,), for a question whose distinct terms are `terms`."""
        documents = np.searchsorted(self._passages.firsts, numbers, side="right") - 1
        firsts, lasts = self._passages.firsts[documents], self._passages.firsts[documents + 1]
        near = numbers[:, None] + np.arange(-AROUND, AROUND + 1)
        inside = (near >= firsts[:, None]) & (near < lasts[:, None])
        inside[:, AROUND] = False
        others = standing_for(terms, query.spellings, query.synonyms)
        above, headed = self._above(numbers, firsts)
        texts = np.column_stack([near.clip(0, len(self._passages) - 1), above])
        held = closeness(self._sketches(texts.ravel()), others)
        held = held.reshape(*texts.shape, len(terms))
        meant = held[:, AROUND].copy()
        held *= np.column_stack([inside, headed])[:, :, None]
        sketches = self._sketches(numbers)
        masses, norms = masses_and_norms(sketches, self._index.rarities())
        return Candidates(
            sketches=sketches,
            meant=meant,
            before=held[:, AROUND - 1],
            after=held[:, AROUND + 1],
            around=held[:, :-1].max(axis=1),
            title=np.maximum(held[:, -1], self._titled(others, documents)),
            places=(numbers - firsts).astype(np.float64),
            lengths=(lasts - firsts).astype(np.float64),
            masses=masses,
            norms=norms,
            spellings=query.spellings,
        )

    def _sketches(self, numbers: npt.NDArray[np.int64]) -> Sketches:
        words, lengths = self._forward.words(numbers)
        return side_by_side(
            self._index.vocabulary,
            terms=self._forward.terms.take(words).astype(np.int64),
            cues=self._forward.cues.take(words),
            lengths=lengths,
            marks=self._forward.marks.take(numbers).astype(np.int64),
        )

    def _titled(self, others: StandIns, documents: npt.NDArray[np.int64]) -> Floats:
        """How closely the title or date of each document has each of m terms: (n, m)."""
        distinct, which = np.unique(documents, return_inverse=True)
        return closeness_in([self._titles.terms(d) for d in distinct.tolist()], others)[which]

    def _above(
        self, numbers: npt.NDArray[np.int64], firsts: npt.NDArray[np.int64]
    ) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.bool_]]:
        """The last heading above each passage, and whether there is one in its document: (n,)."""
        if not len(self._headings):
            return np.zeros_like(numbers), np.zeros(len(numbers), dtype=bool)
        place = np.searchsorted(self._headings, numbers) - 1
        above = self._headings[np.maximum(place, 0)]
        return above, (place >= 0) & (above >= firsts)
