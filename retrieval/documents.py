"""Whole documents as an index, computed from the postings of their passages.

Documents are searched now and then and for a few terms at a time, so no postings of their own are
kept: those of the terms in question are made from the passages' postings when they are needed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import numpy as np
import numpy.typing as npt

from retrieval.index import Found, Index, rarity
from retrieval.indexing.forward import Forward
from retrieval.indexing.pieces import Piece
from retrieval.indexing.postings import (
    AT_ONCE,
    DOCUMENTS,
    Numbers,
    ends_of,
    mean_length,
    norms,
    runs_of,
    shares,
    smallest,
)
from retrieval.indexing.vocabulary import vocabulary
from retrieval.weighing import weigh

_Held = tuple[npt.NDArray[np.int32], Numbers]


class DocumentIndex:
    """The documents of a collection by their terms, with the methods of `Index`."""

    def __init__(self, index: Index, forward: Forward, firsts: npt.NDArray[np.int64]) -> None:
        """`index` and `forward` are those of passages; document i has those
        from firsts[i] to firsts[i + 1].
        """
        self._index = index
        self._forward = forward
        self._firsts = firsts
        self._lengths = smallest(np.diff(ends_of(index.postings.lengths)[firsts]))
        self._mean = mean_length(self._lengths)
        self._frequencies: npt.NDArray[np.int64] | None = None

    def __len__(self) -> int:
        return len(self._firsts) - 1

    def idf(self, term: str) -> float:
        """The idf of a term among documents."""
        return rarity(self._frequency(term), len(self))

    def weights(self, terms: Iterable[str]) -> dict[str, float]:
        """The idf of each distinct term; terms that occur nowhere are left out."""
        return {term: self.idf(term) for term in dict.fromkeys(terms) if self._frequency(term)}

    def search(self, weights: Mapping[str, float], k: int) -> Found:
        """The k documents with the highest sum of weights, ties in the order of the collection."""
        return self._of(weights).search(weights, k)

    def weights_in(self, document: int, weights: Mapping[str, float]) -> dict[str, float]:
        """What each weight adds to the score of the document with a number, where it has the term,
        the most first.
        """
        held = np.bincount(self._terms(document), minlength=1)
        numbers = [self._index.vocabulary.number(term) for term in weights]
        counts = np.array([0 if n is None or n >= len(held) else held[n] for n in numbers])
        norm = norms(self._lengths[document : document + 1], mean=self._mean, weighting=DOCUMENTS)
        found = shares(counts, norm, DOCUMENTS).astype(np.float64).tolist()
        amounts = {
            term: weight * share
            for (term, weight), share in zip(weights.items(), found, strict=True)
            if share
        }
        return dict(sorted(amounts.items(), key=lambda item: -item[1]))

    def terms_of(self, document: int) -> list[str]:
        """The terms of the document with a number, in the order of its passages' text."""
        numbers = self._terms(document).tolist()
        names = {number: self._index.vocabulary[number] for number in set(numbers)}
        return [names[number] for number in numbers]

    def held(self, document: int, terms: Iterable[str]) -> set[str]:
        """Those of some terms that the document with a number has."""
        numbers = {term: self._index.vocabulary.number(term) for term in terms}
        asked = [number for number in numbers.values() if number is not None]
        own = self._terms(document)
        found = set(own[np.isin(own, asked)].tolist())
        return {term for term, number in numbers.items() if number in found}

    def _terms(self, document: int) -> npt.NDArray[np.int32]:
        """The numbers of a document's terms, in the order of its passages' text."""
        words, _ = self._forward.run(*self._firsts[document : document + 2].tolist())
        return self._forward.terms.take(words)

    def _frequency(self, term: str) -> int:
        """In how many documents a term occurs."""
        if self._frequencies is None:
            self._frequencies = np.concatenate([np.zeros(0, np.int64), *self._counted()])
        number = self._index.vocabulary.number(term)
        return 0 if number is None else int(self._frequencies[number])

    def _counted(self) -> Iterator[npt.NDArray[np.int64]]:
        """In how many documents each term occurs, some terms at a time."""
        documents = np.repeat(np.arange(len(self), dtype=np.int32), np.diff(self._firsts))
        held = self._index.postings
        for first, last in runs_of(held.indptr, AT_ONCE):
            bounds = held.indptr[first : last + 1] - held.indptr[first]
            own = documents.take(held.passages[held.indptr[first] : held.indptr[last]])
            new = np.ones(len(own), dtype=bool)
            np.not_equal(own[1:], own[:-1], out=new[1:])
            new[bounds[:-1]] = True
            yield np.diff(ends_of(new)[bounds])

    def _of(self, terms: Iterable[str]) -> Index:
        """The index of documents for some terms only."""
        numbers = self._index.vocabulary.number
        found = {term: number for term in sorted(terms) if (number := numbers(term)) is not None}
        held = [self._held(number) for number in found.values()]
        none = np.zeros(0, dtype=np.int32)
        piece = Piece(
            terms=vocabulary(list(found)),
            indptr=ends_of(np.array([len(documents) for documents, _ in held], dtype=np.int64)),
            passages=np.concatenate([none, *(documents for documents, _ in held)]),
            counts=smallest(np.concatenate([none, *(counts for _, counts in held)])),
            lengths=self._lengths,
        )
        return weigh(piece, DOCUMENTS)

    def _held(self, number: int) -> _Held:
        """The documents with the term with a number, and how often each has it."""
        start, end = self._index.postings.indptr[number : number + 2].tolist()
        passages = self._index.postings.passages[start:end]
        documents = self._firsts.searchsorted(passages, side="right").astype(np.int32) - 1
        starts = np.flatnonzero(np.diff(documents, prepend=-1))
        counts = np.add.reduceat(self._index.postings.counts[start:end], starts, dtype=np.int64)
        return documents.take(starts), counts
