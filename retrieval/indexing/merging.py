"""Several pieces of an index made one: chained one behind another, or new woven into old.

The result is that of one piece made of everything. Terms are gone through in ranges, so that no
more postings are looked at together than there is room for.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from retrieval.indexing.pieces import Piece, numbered, places_of
from retrieval.indexing.postings import Numbers, ends_of, runs_of, smallest
from retrieval.indexing.room import Room
from retrieval.indexing.splicing import listed, located, splice, stand
from retrieval.indexing.vocabulary import Vocabulary, one_behind_another, vocabulary
from retrieval.indexing.writing import Run, by_rank, rewritten, tabulated


def chained(pieces: Sequence[Piece], room: Room) -> Piece:
    """The piece of pieces whose passages follow one another."""
    if len(pieces) == 1:
        return pieces[0]
    lengths = np.concatenate([piece.lengths for piece in pieces])
    made = _joined((_chained(some) for some in _ranges(pieces, room)), lengths, room).piece
    pairs = sorted(set().union(*(piece.pairs for piece in pieces)))
    numbers = numbered(pairs)
    rows = [places_of(piece.pairs, numbers) for piece in pieces]
    uses = np.zeros(len(pairs), dtype=np.int64)
    for piece, own in zip(pieces, rows, strict=True):
        uses[own] += piece.table.uses.take(piece.table.ranks)
    terms = places_of([pair.term for pair in pairs], numbered(made.terms))
    table = tabulated(terms, np.array([pair.cue for pair in pairs], dtype=np.uint32), uses)
    forward = rewritten(
        [piece.forward for piece in pieces],
        [by_rank(piece.table.ranks, own) for own, piece in zip(rows, pieces, strict=True)],
        table,
        [Run(number, 0, len(piece.lengths)) for number, piece in enumerate(pieces)],
        at_once=room.postings,
        join=room.joined,
    )
    return replace(made, pairs=pairs, table=table, forward=forward)


class Woven(NamedTuple):
    """A piece and the number in it of each term of an old one: int32 (n_before,), -1 of those that
    are gone.
    """

    piece: Piece
    terms: npt.NDArray[np.int32]


def woven(
    old: Piece,
    moved: npt.NDArray[np.int32],
    new: Piece,
    into: npt.NDArray[np.int32],
    room: Room,
) -> Woven:
    """The postings of an old piece without some passages and with those of a new one.

    Passage i of the old piece becomes moved[i], or goes where that is below 0; passage i of the new
    piece becomes into[i]. Both keep their order.
    """
    lengths = np.empty(int((moved >= 0).sum()) + len(into), dtype=np.int64)
    lengths[moved[moved >= 0]] = old.lengths[moved >= 0]
    lengths[into] = new.lengths
    parts = (_woven(some, moved, fresh, into) for some, fresh in _ranges([old, new], room))
    whole = _joined(parts, smallest(lengths), room)
    return Woven(whole.piece, whole.places[0].astype(np.int32))


class _Made(NamedTuple):
    """Postings made of those of some pieces; `places`, an array for each of these, tell the number
    that each of its terms has now, -1 of those that are gone.
    """

    piece: Piece
    places: Sequence[npt.NDArray[np.int64]]


def _ranges(pieces: Sequence[Piece], room: Room) -> Iterator[list[Piece]]:
    """The pieces' parts with the same ranges of terms, for as many postings as there is room."""
    total = sum(len(piece.passages) for piece in pieces)
    if total <= room.postings:
        yield list(pieces)
        return
    most = max(range(len(pieces)), key=lambda number: len(pieces[number].passages))
    largest = pieces[most]
    step = max(room.postings * len(largest.passages) // total, 1)
    firsts = [0] * len(pieces)
    for _, last in runs_of(largest.indptr, step):
        lasts = [len(piece.terms) for piece in pieces]
        if last < len(largest.terms):
            lasts = [bisect_left(piece.terms, largest.terms[last]) for piece in pieces]
        yield [_part(p, a, b) for p, a, b in zip(pieces, firsts, lasts, strict=True)]
        firsts = lasts


def _part(piece: Piece, first: int, last: int) -> Piece:
    """The postings of a range of terms."""
    start, end = piece.indptr[[first, last]].tolist()
    return Piece(
        terms=piece.terms.between(first, last),
        indptr=piece.indptr[first : last + 1] - start,
        passages=piece.passages[start:end],
        counts=piece.counts[start:end],
        lengths=piece.lengths,
    )


def _joined(parts: Iterable[_Made], lengths: Numbers, room: Room) -> _Made:
    """The piece of parts whose terms follow one another."""
    terms: list[Vocabulary] = []
    sizes, passages, counts = [np.zeros(0, np.int64)], [], []
    places, before = [], 0
    for part, own in parts:
        places.append([np.where(numbers < 0, -1, numbers + before) for numbers in own])
        before += len(part.terms)
        terms.append(part.terms)
        sizes.append(np.diff(part.indptr))
        passages.append(room.kept(part.passages))
        counts.append(room.kept(part.counts))
    indptr = ends_of(np.concatenate(sizes))
    held = room.whole(passages), room.whole(counts)
    whole = Piece(one_behind_another(terms), indptr, *held, lengths)
    return _Made(whole, [np.concatenate(own) for own in zip(*places, strict=True)])


def _chained(pieces: Sequence[Piece]) -> _Made:
    """The postings of pieces whose passages follow one another."""
    terms = sorted(set().union(*(piece.terms for piece in pieces)))
    numbers = numbered(terms)
    places = [places_of(piece.terms, numbers) for piece in pieces]
    sizes = np.zeros(len(terms), dtype=np.int64)
    for piece, place in zip(pieces, places, strict=True):
        sizes[place] += np.diff(piece.indptr)
    indptr = ends_of(sizes)
    passages = np.empty(indptr[-1], dtype=np.int32)
    counts = np.empty(indptr[-1], dtype=np.result_type(*(piece.counts.dtype for piece in pieces)))
    free, offset = indptr[:-1].copy(), 0
    for piece, place in zip(pieces, places, strict=True):
        own = np.diff(piece.indptr)
        to = np.repeat(free[place] - piece.indptr[:-1], own) + np.arange(len(piece.passages))
        passages[to] = piece.passages + np.int32(offset)
        counts[to] = piece.counts
        free[place] += own
        offset += len(piece.lengths)
    made = Piece(vocabulary(terms), indptr, passages, counts, np.zeros(0, np.uint8))
    return _Made(made, places)


def _woven(
    old: Piece, moved: npt.NDArray[np.int32], new: Piece, into: npt.NDArray[np.int32]
) -> _Made:
    """The postings of an old piece with those of a new one."""
    kept, sizes = _kept(old, moved)
    own = list(new.terms)
    before = listed(old.terms, len(own))
    found = located(own, before)
    known, at = stand(own, found, before), np.array(found, dtype=np.int64)
    stays = sizes > 0
    stays[at[known]] = True
    fresh = np.flatnonzero(~known)
    spliced = splice(stays, at[fresh].tolist())
    places = np.empty(len(own), dtype=np.int64)  # of the new terms among all
    places[known], places[fresh] = spliced.moved[at[known]], spliced.added
    sizes = spliced.column(sizes, np.zeros(len(fresh)))
    starts, added = ends_of(sizes), into[new.passages]
    positions = np.empty(len(added), dtype=np.int64)
    for number, place in enumerate(places.tolist()):
        here = slice(*new.indptr[number : number + 2].tolist())
        start, end = starts[place : place + 2].tolist()
        positions[here] = start + kept[0][start:end].searchsorted(added[here])
    sizes[places] += np.diff(new.indptr)
    wide = np.promote_types(kept[1].dtype, new.counts.dtype)
    made = Piece(
        terms=spliced.words(old.terms, [own[number] for number in fresh.tolist()]),
        indptr=ends_of(sizes),
        passages=np.insert(kept[0], positions, added),
        counts=smallest(np.insert(kept[1].astype(wide), positions, new.counts)),
        lengths=np.zeros(0, np.uint8),
    )
    return _Made(made, [spliced.moved.astype(np.int64), places])


def _kept(
    old: Piece, moved: npt.NDArray[np.int32]
) -> tuple[tuple[npt.NDArray[np.int32], Numbers], npt.NDArray[np.int64]]:
    """The passages and counts that stay, and how many do of each term."""
    passages = moved.take(old.passages)
    stays = passages >= 0
    gone = np.flatnonzero(~stays)
    sizes = np.diff(old.indptr) - np.diff(gone.searchsorted(old.indptr))
    if not len(gone):
        return (passages, np.asarray(old.counts)), sizes
    return (passages[stays], old.counts[stays]), sizes
