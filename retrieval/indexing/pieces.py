"""Pieces of an index: the postings and words of some passages, each with terms of its own.

A collection is analysed piece by piece, by several processes where it is large; pieces that follow
one another are chained, and a few new passages are woven into many old ones. Either way the result
is that of one piece made of everything.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from retrieval.indexing.postings import Numbers, smallest

Uses = Mapping[tuple[str, str], int]
_FEW = 1_000_000  # tokens


@dataclass(frozen=True, slots=True)
class Piece:
    """Passages as postings: what `Postings` holds, with the terms themselves, sorted.

    `uses` counts how often each surface word stands for a term.
    """

    terms: Sequence[str]
    indptr: npt.NDArray[np.int64]
    passages: npt.NDArray[np.int32]
    counts: Numbers
    lengths: Numbers
    uses: Uses


def counted(
    pairs: Sequence[tuple[str, str]],
    tokens: Sequence[npt.NDArray[np.int32]],
    lengths: npt.NDArray[np.int64],
) -> Piece:
    """The piece of passages given as the numbers of pairs: surface words with their terms.

    `tokens`, one behind the other, are those of all passages, `lengths` (n_passages,) how many each
    has.
    """
    read = np.zeros(len(pairs), dtype=np.int64)
    for some in tokens:
        read += np.bincount(some, minlength=len(pairs))
    here = np.flatnonzero(read)
    own = [pairs[number] for number in here.tolist()]
    uses: dict[tuple[str, str], int] = {}
    for pair, count in zip(own, read[here].tolist(), strict=True):
        uses[pair] = uses.get(pair, 0) + count
    terms = sorted({term for _, term in own})
    places = np.zeros(len(read), dtype=np.int32)
    places[here] = _places([term for _, term in own], _numbered(terms))
    held = [np.zeros(0, dtype=np.int32), *(places.take(some) for some in tokens)]
    return _piece(terms, np.concatenate(held), lengths, uses)


def of_terms(passages: Iterable[Sequence[str]]) -> Piece:
    """The piece of passages given as their terms."""
    numbers: dict[str, int] = {}
    tokens, ends = array("i"), array("q", [0])
    for own in passages:
        tokens.extend([numbers.setdefault(term, len(numbers)) for term in own])
        ends.append(len(tokens))
    terms = sorted(numbers)
    places = _places(list(numbers), _numbered(terms)).astype(np.int32)
    return _piece(terms, places.take(np.array(tokens, dtype=np.int32)), np.diff(ends), {})


def _piece(
    terms: Sequence[str], tokens: npt.NDArray[np.int32], lengths: npt.NDArray[np.int64], uses: Uses
) -> Piece:
    """The piece of tokens that are numbers of terms, each of which occurs."""
    ends, passages = _by_term(tokens, lengths, len(terms))
    new = np.ones(len(passages), dtype=bool)
    np.not_equal(passages[1:], passages[:-1], out=new[1:])
    new[ends[:-1]] = True
    starts = np.flatnonzero(new)
    return Piece(
        terms=terms,
        indptr=np.searchsorted(starts, ends).astype(np.int64),
        passages=passages.take(starts),
        counts=smallest(np.diff(starts, append=len(passages))),
        lengths=smallest(lengths),
        uses=uses,
    )


def _by_term(
    tokens: npt.NDArray[np.int32], lengths: npt.NDArray[np.int64], terms: int
) -> tuple[Numbers, npt.NDArray[np.int32]]:
    """Where the tokens of each term end, and the passage of each, ordered by term and passage.

    scipy turns a matrix in linear time; for few tokens loading it takes longer than sorting.
    """
    if len(tokens) < _FEW:
        rows = np.repeat(np.arange(len(lengths), dtype=np.int32), lengths)
        ends = _ends(np.bincount(tokens, minlength=terms))
        return ends, rows.take(np.argsort(tokens, kind="stable"))
    from scipy.sparse import csr_array

    content = np.zeros(len(tokens), np.int8), tokens, _ends(lengths).astype(np.int32)
    held = csr_array(content, shape=(len(lengths), terms)).tocsc()
    return held.indptr, held.indices


def chained(pieces: Sequence[Piece]) -> Piece:
    """The piece of pieces whose passages follow one another."""
    if len(pieces) == 1:
        return pieces[0]
    terms = sorted(set().union(*(piece.terms for piece in pieces)))
    numbers = _numbered(terms)
    places = [_places(piece.terms, numbers) for piece in pieces]
    sizes = np.zeros(len(terms), dtype=np.int64)
    for piece, place in zip(pieces, places, strict=True):
        sizes[place] += np.diff(piece.indptr)
    indptr = _ends(sizes)
    passages = np.empty(indptr[-1], dtype=np.int32)
    counts = np.empty(indptr[-1], dtype=_widest([piece.counts for piece in pieces]))
    free, offset = indptr[:-1].copy(), 0
    uses: dict[tuple[str, str], int] = {}
    for piece, place in zip(pieces, places, strict=True):
        own = np.diff(piece.indptr)
        to = np.repeat(free[place] - piece.indptr[:-1], own) + np.arange(len(piece.passages))
        passages[to] = piece.passages + np.int32(offset)
        counts[to] = piece.counts
        free[place] += own
        offset += len(piece.lengths)
        for pair, count in piece.uses.items():
            uses[pair] = uses.get(pair, 0) + count
    lengths = np.concatenate([piece.lengths for piece in pieces])
    return Piece(terms, indptr, passages, counts, lengths, uses)


def woven(
    old: Piece, moved: npt.NDArray[np.int32], gone: Uses, new: Piece, into: npt.NDArray[np.int32]
) -> Piece:
    """An old piece without some passages and with those of a new one.

    Passage i of the old piece becomes moved[i], or goes where that is below 0, with all the uses
    of words in `gone`; passage i of the new piece becomes into[i]. Both keep their order.
    """
    kept, sizes = _kept(old, moved)
    before = [term for term, size in zip(old.terms, sizes.tolist(), strict=True) if size]
    terms = sorted({*before, *new.terms})
    numbers = _numbered(terms)
    kept_sizes = np.zeros(len(terms), dtype=np.int64)
    kept_sizes[_places(before, numbers)] = sizes[sizes > 0]
    starts, places = _ends(kept_sizes), _places(new.terms, numbers)
    added = into[new.passages]
    positions = np.empty(len(added), dtype=np.int64)
    for number, place in enumerate(places.tolist()):
        here = slice(*new.indptr[number : number + 2].tolist())
        start, end = starts[place : place + 2].tolist()
        positions[here] = start + kept[0][start:end].searchsorted(added[here])
    kept_sizes[places] += np.diff(new.indptr)
    uses = Counter(old.uses)
    uses.subtract(gone)
    uses.update(new.uses)
    lengths = np.empty(int((moved >= 0).sum()) + len(into), dtype=np.int64)
    lengths[moved[moved >= 0]] = old.lengths[moved >= 0]
    lengths[into] = new.lengths
    wide = np.promote_types(kept[1].dtype, new.counts.dtype)
    return Piece(
        terms=terms,
        indptr=_ends(kept_sizes),
        passages=np.insert(kept[0], positions, added),
        counts=smallest(np.insert(kept[1].astype(wide), positions, new.counts)),
        lengths=smallest(lengths),
        uses={pair: count for pair, count in uses.items() if count > 0},
    )


def grouped(piece: Piece, firsts: npt.NDArray[np.int64]) -> Piece:
    """The same with documents for passages: those of document i are firsts[i] to firsts[i + 1]."""
    sizes = np.diff(firsts)
    documents = np.repeat(np.arange(len(sizes), dtype=np.int32), sizes)[piece.passages]
    new = np.ones(len(documents), dtype=bool)
    np.not_equal(documents[1:], documents[:-1], out=new[1:])
    new[piece.indptr[:-1]] = True
    starts = np.flatnonzero(new)
    ends = _ends(piece.lengths)
    return Piece(
        terms=piece.terms,
        indptr=np.searchsorted(starts, piece.indptr).astype(np.int64),
        passages=documents[starts],
        counts=smallest(np.add.reduceat(piece.counts, starts, dtype=np.int64)),
        lengths=smallest(np.diff(ends[firsts])),
        uses=piece.uses,
    )


def _kept(
    old: Piece, moved: npt.NDArray[np.int32]
) -> tuple[tuple[npt.NDArray[np.int32], Numbers], npt.NDArray[np.int64]]:
    """The passages and counts that stay, and how many do of each term."""
    passages = moved.take(old.passages)
    stays = passages >= 0
    if stays.all():
        return (passages, np.asarray(old.counts)), np.diff(old.indptr)
    sizes = np.diff(_ends(stays)[old.indptr])
    return (passages[stays], old.counts[stays]), sizes


def _numbered(terms: Sequence[str]) -> dict[str, int]:
    return {term: number for number, term in enumerate(terms)}


def _places(names: Sequence[str], numbers: Mapping[str, int]) -> npt.NDArray[np.int64]:
    """The number of each name."""
    return np.array([numbers[name] for name in names], dtype=np.int64)


def _ends(sizes: npt.NDArray[Any]) -> npt.NDArray[np.int64]:
    """0 and the sums of all sizes up to each."""
    return np.concatenate([np.zeros(1, np.int64), np.cumsum(sizes, dtype=np.int64)])


def _widest(arrays: Sequence[Numbers]) -> np.dtype[Any]:
    return np.result_type(*(item.dtype for item in arrays))
