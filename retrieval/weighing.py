"""From postings to an Index: of passages, or of whole documents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from retrieval.index import Index
from retrieval.indexing.pieces import Piece, of_terms
from retrieval.indexing.postings import SENTENCES, SMALL, Postings, Weighting, peaks


def weigh(piece: Piece, weighting: Weighting = SENTENCES) -> Index:
    """The index of a piece of postings; one without passages gives an empty index."""
    held = (piece.indptr, piece.passages, piece.counts, piece.lengths)
    known = peaks(*held, weighting) if len(piece.lengths) > SMALL else None  # no search needs them
    return Index(piece.terms, Postings(*held, weighting, peaks=known))


def build_index(passages: Iterable[Sequence[str]], weighting: Weighting = SENTENCES) -> Index:
    """The index of passages given as their terms."""
    return weigh(of_terms(passages), weighting)
