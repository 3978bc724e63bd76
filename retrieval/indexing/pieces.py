"""Pieces of an index: the postings and words of some passages, each with terms of its own.

In a piece a term has the number of its place among them.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from retrieval.indexing.forward import Forward
from retrieval.indexing.postings import Numbers, ends_of, smallest
from retrieval.indexing.vocabulary import Vocabulary, vocabulary
from retrieval.indexing.writing import tabulated, written

Uses = Mapping[tuple[str, str], int]
_FEW = 1_000_000  # tokens
NO_WORDS = Forward(
    terms=np.zeros(0, np.int32),
    cues=np.zeros(0, np.uint32),
    uses=np.zeros(0, np.uint32),
    units=np.zeros(0, np.uint16),
    starts=np.zeros(1, np.uint8),
    marks=np.zeros(0, np.uint8),
)


class Pair(NamedTuple):
    """A surface word with its term and cues."""

    surface: str
    term: str
    cue: int


@dataclass(frozen=True, slots=True)
class Piece:
    """Passages as postings: what `Postings` holds, with the terms themselves, sorted.

    `uses` counts how often each surface word stands for a term.
    """

    terms: Vocabulary
    indptr: npt.NDArray[np.int64]
    passages: npt.NDArray[np.int32]
    counts: Numbers
    lengths: Numbers
    uses: Uses
    forward: Forward = NO_WORDS


class Tokens(NamedTuple):
    """Some passages as `pairs` int32 (n_tokens,), their numbers one behind the other.

    `lengths` int64 and `marks` uint8, (n_passages,), tell how many each passage has, and its marks.
    """

    pairs: npt.NDArray[np.int32]
    lengths: npt.NDArray[np.int64]
    marks: npt.NDArray[np.uint8]


def counted(pairs: Sequence[Pair], parts: Sequence[Tokens]) -> Piece:
    """The piece of passages given as the numbers of pairs, part by part."""
    read = np.zeros(len(pairs), dtype=np.int64)
    for part in parts:
        read += np.bincount(part.pairs, minlength=len(pairs))
    here = np.flatnonzero(read)
    own = [pairs[number] for number in here.tolist()]
    uses: dict[tuple[str, str], int] = {}
    for (surface, term, _), count in zip(own, read[here].tolist(), strict=True):
        uses[surface, term] = uses.get((surface, term), 0) + count
    terms = sorted({pair.term for pair in own})
    places, cues = np.zeros(len(read), dtype=np.int32), np.zeros(len(read), dtype=np.uint32)
    places[here] = places_of([pair.term for pair in own], numbered(terms))
    cues[here] = [pair.cue for pair in own]
    lengths = np.concatenate([np.zeros(0, np.int64), *(part.lengths for part in parts)])
    marks = np.concatenate([np.zeros(0, np.uint8), *(part.marks for part in parts)])
    table = tabulated(places, cues, read)
    forward = written(table, ((part.pairs, part.lengths) for part in parts), marks, _joined)
    held = [np.zeros(0, dtype=np.int32), *(places.take(part.pairs) for part in parts)]
    return replace(_piece(terms, np.concatenate(held), lengths, uses), forward=forward)


def _joined(units: Iterable[Numbers]) -> Numbers:
    return np.concatenate(list(units))


def of_terms(passages: Iterable[Sequence[str]]) -> Piece:
    """The piece of passages given as their terms."""
    numbers: dict[str, int] = {}
    tokens, ends = array("i"), array("q", [0])
    for own in passages:
        tokens.extend([numbers.setdefault(term, len(numbers)) for term in own])
        ends.append(len(tokens))
    terms = sorted(numbers)
    places = places_of(list(numbers), numbered(terms)).astype(np.int32)
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
        terms=vocabulary(terms),
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
        ends = ends_of(np.bincount(tokens, minlength=terms))
        return ends, rows.take(np.argsort(tokens, kind="stable"))
    from scipy.sparse import csr_array

    content = np.zeros(len(tokens), np.int8), tokens, ends_of(lengths).astype(np.int32)
    held = csr_array(content, shape=(len(lengths), terms)).tocsc()
    return held.indptr, held.indices


def numbered(terms: Iterable[str]) -> dict[str, int]:
    return {term: number for number, term in enumerate(terms)}


def places_of(names: Iterable[str], numbers: Mapping[str, int]) -> npt.NDArray[np.int64]:
    """The number of each name."""
    return np.array([numbers[name] for name in names], dtype=np.int64)
