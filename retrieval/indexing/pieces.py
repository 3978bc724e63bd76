"""Pieces of an index: postings and words of some passages, with terms numbered within the piece."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, TypeVar

import numpy as np
import numpy.typing as npt

from retrieval.indexing.forward import Forward
from retrieval.indexing.postings import Numbers, ends_of, smallest
from retrieval.indexing.vocabulary import Vocabulary, vocabulary
from retrieval.indexing.writing import Table, tabulated, written

Name = TypeVar("Name", str, "Pair")
_FEW = 1_000_000  # tokens


def _joined(units: Iterable[Numbers]) -> Numbers:
    return np.concatenate(list(units))


_NONE = tabulated(*[np.zeros(0, np.int32)] * 3)
_NO_WORDS = written(_NONE, (), np.zeros(0, np.uint8), _joined)


class Pair(NamedTuple):
    """A surface word with its term and cues."""

    surface: str
    term: str
    cue: int


@dataclass(frozen=True, slots=True)
class Piece:
    """Passages as postings: what `Postings` holds, with the terms themselves, sorted.

    `pairs` are the words of the forward index, sorted, as the rows of which their table was made.
    """

    terms: Vocabulary
    indptr: npt.NDArray[np.int64]
    passages: npt.NDArray[np.int32]
    counts: Numbers
    lengths: Numbers
    pairs: Sequence[Pair] = ()
    table: Table = _NONE
    forward: Forward = _NO_WORDS


class Tokens(NamedTuple):
    """Some passages as `pairs` int32 (n_tokens,), their numbers one behind the other.

    `lengths` int64 and `marks` uint8, (n_passages,), tell how many each passage has, and its marks.
    """

    pairs: npt.NDArray[np.int32]
    lengths: npt.NDArray[np.int64]
    marks: npt.NDArray[np.uint8]


def counted(pairs: Sequence[Pair], parts: Sequence[Tokens]) -> Piece:
    """The piece of passages given as the numbers of distinct pairs, part by part."""
    read = np.zeros(len(pairs), dtype=np.int64)
    for part in parts:
        read += np.bincount(part.pairs, minlength=len(pairs))
    here = sorted(np.flatnonzero(read).tolist(), key=pairs.__getitem__)
    own = [pairs[number] for number in here]
    terms = sorted({pair.term for pair in own})
    rows = np.array(here, dtype=np.int64)
    cues = np.array([pair.cue for pair in own], dtype=np.uint32)
    places = places_of([pair.term for pair in own], numbered(terms)).astype(np.int32)
    table = tabulated(places, cues, read.take(rows))
    words, terms_of = np.zeros(len(read), dtype=np.int32), np.zeros(len(read), dtype=np.int32)
    words[rows], terms_of[rows] = table.ranks, places  # of each pair
    lengths = np.concatenate([np.zeros(0, np.int64), *(part.lengths for part in parts)])
    marks = np.concatenate([np.zeros(0, np.uint8), *(part.marks for part in parts)])
    read_words = ((words.take(part.pairs), part.lengths) for part in parts)
    forward = written(table, read_words, marks, _joined)
    held = [np.zeros(0, dtype=np.int32), *(terms_of.take(part.pairs) for part in parts)]
    piece = _piece(terms, np.concatenate(held), lengths)
    return replace(piece, pairs=own, table=table, forward=forward)


def of_terms(passages: Iterable[Sequence[str]]) -> Piece:
    """The piece of passages given as their terms."""
    numbers: dict[str, int] = {}
    tokens, ends = array("i"), array("q", [0])
    for own in passages:
        tokens.extend([numbers.setdefault(term, len(numbers)) for term in own])
        ends.append(len(tokens))
    terms = sorted(numbers)
    places = places_of(list(numbers), numbered(terms)).astype(np.int32)
    return _piece(terms, places.take(np.array(tokens, dtype=np.int32)), np.diff(ends))


def _piece(
    terms: Sequence[str], tokens: npt.NDArray[np.int32], lengths: npt.NDArray[np.int64]
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


def numbered(names: Iterable[Name]) -> dict[Name, int]:
    return {name: number for number, name in enumerate(names)}


def places_of(names: Iterable[Name], numbers: Mapping[Name, int]) -> npt.NDArray[np.int64]:
    """The number of each name."""
    return np.array([numbers[name] for name in names], dtype=np.int64)
