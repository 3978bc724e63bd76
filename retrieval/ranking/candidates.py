"""From passages to Candidates: the arrays that the ranker's features are computed from."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from retrieval.index import Index
from retrieval.indexing.forward import Forward
from retrieval.passages import Passages
from retrieval.query import Query
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
        held = self._index.around(terms, numbers, reach=AROUND)
        for spelling, term in query.spellings.items():
            held[:, :, terms.index(term)] |= self._index.around([spelling], numbers, reach=AROUND)[
                :, :, 0
            ]
        held &= inside[:, :, None]
        sketches = self._sketches(numbers)
        masses, norms = masses_and_norms(sketches, self._index.rarities())
        return Candidates(
            sketches=sketches,
            before=held[:, AROUND - 1],
            after=held[:, AROUND + 1],
            around=np.asarray(held.any(axis=1)),
            title=self._headed(terms, numbers, firsts) | self._titled(terms, documents),
            places=(numbers - firsts).astype(np.float64),
            lengths=(lasts - firsts).astype(np.float64),
            masses=masses,
            norms=norms,
            spellings=query.spellings,
            synonyms=query.synonyms,
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

    def _titled(self, terms: list[str], documents: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
        """Which terms stand in the title or date of each document: (n, m)."""
        distinct, which = np.unique(documents, return_inverse=True)
        titles = map(self._titles.terms, distinct.tolist())
        flags = [[term in title for term in terms] for title in titles]
        return np.array(flags, dtype=bool).reshape(len(distinct), len(terms))[which]

    def _headed(
        self, terms: list[str], numbers: npt.NDArray[np.int64], firsts: npt.NDArray[np.int64]
    ) -> npt.NDArray[np.bool_]:
        """Which terms stand in the last heading above each passage of its document: (n, m)."""
        place = np.searchsorted(self._headings, numbers) - 1
        if not len(self._headings):
            return np.zeros((len(numbers), len(terms)), dtype=bool)
        above = self._headings[np.maximum(place, 0)]
        known = (place >= 0) & (above >= firsts)
        return np.asarray(self._index.around(terms, above, reach=0)[:, 0] & known[:, None])
