"""The terms of passages, weighed: an Index of the passages, one of the documents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from retrieval.index import Index
from retrieval.indexing.pieces import Piece, of_terms
from retrieval.indexing.postings import SENTENCES, SMALL, Postings, Weighting, peaks


def weigh(piece: Piece, weighting: Weighting = SENTENCES) -> Index:
    """The index of a piece; without any passage it is empty."""
    held = (piece.indptr, piece.passages, piece.counts, piece.lengths)
    known = peaks(*held, weighting) if len(piece.lengths) > SMALL else None  # no search needs them
    return Index(piece.terms, Postings(*held, weighting, peaks=known))


def build_index(passages: Iterable[Sequence[str]], weighting: Weighting = SENTENCES) -> Index:
    """The index of passages given as their terms."""
    return weigh(of_terms(passages), weighting)
