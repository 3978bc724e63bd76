"""The written words of a collection, brought up to date after a change as if gathered anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from retrieval.indexing.forward import Forward
from retrieval.indexing.pieces import Pair, Piece
from retrieval.indexing.splicing import Splice, listed, located, splice, stand
from retrieval.indexing.vocabulary import Vocabulary
from retrieval.indexing.words import Sounds, Surfaces, Words, keys_of, read_words
from retrieval.indexing.writing import Table, by_rank, tabulated
from retrieval.spelling import sounds

Numbers = npt.NDArray[np.int32]
Counts = npt.NDArray[np.int64]


class Reworded(NamedTuple):
    """Words with the table of their forward index; `rows` are those of the table that the words of
    the forward index before were made, -1 of those that are gone, and those of the new one.
    """

    words: Words
    table: Table
    rows: tuple[Numbers, Numbers]


def reworded(
    before: Words, held: Forward, new: Piece, *, left: Counts, terms: Vocabulary, moved: Numbers
) -> Reworded:
    """The words of passages of which `before` and `held` tell and of which each word of `held` is
    left so often, (n_words,), together with those of a new piece.

    `terms` are those of the collection as it is now; the term that had the number i has moved[i]
    now, -1 where it is gone.
    """
    rows = _rows(before, held, new, left, terms, moved)
    table = tabulated(rows.terms, rows.cues, rows.uses)
    return Reworded(
        words=_words(before, rows, table, terms),
        table=table,
        rows=(
            by_rank(before.surfaces.ranks, rows.splice.moved),
            by_rank(new.table.ranks, rows.new),
        ),
    )


class _Rows(NamedTuple):
    """Surface words with what tells of them how many `uses` they have left.

    `splice` tells where those before went, `fresh` are those that weren't among them, `new` are the
    rows of those of the new piece.
    """

    splice: Splice
    fresh: Sequence[Pair]
    new: Numbers
    terms: Numbers
    cues: npt.NDArray[np.uint32]
    uses: Counts


def _rows(
    before: Words, held: Forward, new: Piece, left: Counts, terms: Vocabulary, moved: Numbers
) -> _Rows:
    """The surface words after some went and others came."""
    ranks = before.surfaces.ranks
    terms_of, cues, uses = held.terms.take(ranks), held.cues.take(ranks), left.take(ranks)
    more = new.table.uses.take(new.table.ranks).astype(np.int64)
    known = listed(before.surfaces.words, len(new.pairs))
    spelt = _Spelt(known, terms_of.data, cues.data, before.terms)
    found = located([pair.surface for pair in new.pairs], known)
    told = [spelt.place(pair, start) for pair, start in zip(new.pairs, found, strict=True)]
    places = np.array([place for place, _ in told], dtype=np.int64)
    there = np.array([known for _, known in told], dtype=bool)
    uses[places[there]] += more[there]
    fresh = [pair for pair, (_, known) in zip(new.pairs, told, strict=True) if not known]
    rows = splice(uses > 0, places[~there].tolist())
    now = np.empty(len(told), dtype=np.int32)
    now[there], now[~there] = rows.moved[places[there]], rows.added
    names = sorted({pair.term for pair in fresh})
    numbers = dict(zip(names, located(names, listed(terms, len(names))), strict=True))
    return _Rows(
        splice=rows,
        fresh=fresh,
        new=now,
        terms=rows.column(moved.take(terms_of), [numbers[pair.term] for pair in fresh]),
        cues=rows.column(cues, [pair.cue for pair in fresh]),
        uses=rows.column(uses, more[~there]),
    )


class _Spelt(NamedTuple):
    """Sorted surface words, each with the number of its term and its cues."""

    words: Sequence[str]
    numbers: memoryview
    cues: memoryview
    terms: Sequence[str]

    def place(self, pair: Pair, start: int) -> tuple[int, bool]:
        """The first row that doesn't come before a pair, whose surface word comes first in the row
        `start`, and whether it is the pair's.
        """
        place = start
        while place < len(self.words) and self.words[place] == pair.surface:
            own = self.terms[self.numbers[place]], self.cues[place]
            if own >= pair[1:]:
                return place, own == pair[1:]
            place += 1
        return place, False


def _words(before: Words, rows: _Rows, table: Table, terms: Vocabulary) -> Words:
    """All words by their surface words."""
    folded = [pair.surface.casefold() for pair in rows.fresh]
    codes = _codes(before, sorted(set(folded)))
    own = rows.splice.column(before.surfaces.folded, [codes[word] for word in folded])
    known = len(before.written)
    stays = np.bincount(own, minlength=known)[:known] > 0
    new = [word for word, code in codes.items() if code >= known]
    written = splice(stays, located(new, listed(before.written, len(new))))
    places = np.concatenate([written.moved, written.added.astype(np.int32)])  # of each code
    words = written.words(before.written, new)
    surfaces = Surfaces(
        words=rows.splice.words(before.surfaces.words, [pair.surface for pair in rows.fresh]),
        ranks=table.ranks,
        folded=places.take(own),
    )
    read = read_words(surfaces.folded, table, len(words))
    return Words(
        written=words,
        numbers=read.numbers,
        named=read.named,
        terms=terms,
        surfaces=surfaces,
        sounds=_sounds(before.sounds, places, words, read.named),
    )


def _codes(before: Words, words: Sequence[str]) -> Mapping[str, int]:
    """Numbers for case-folded words, those that there were before as before, new ones behind."""
    known = listed(before.written, len(words))
    places = located(words, known)
    codes, there = np.array(places, dtype=np.int64), stand(words, places, known)
    codes[~there] = len(known) + np.arange(np.count_nonzero(~there))
    return dict(zip(words, codes.tolist(), strict=True))


def _sounds(
    before: Sounds, places: Numbers, words: Vocabulary, named: npt.NDArray[np.bool_]
) -> Sounds:
    """The sounds of the words that are names, those of names before as they were."""
    numbers = places[before.numbers]
    stays = np.append(named, False)[numbers]  # the last is that of names that are gone
    keys, numbers = before.keys[stays], numbers[stays]
    known = np.zeros(len(words), dtype=bool)
    known[numbers] = True
    new = np.flatnonzero(named & ~known)
    own = keys_of(sounds([words[number] for number in new.tolist()]))
    keys, numbers = np.concatenate([keys, own]), np.concatenate([numbers, new.astype(np.int32)])
    order = np.lexsort((numbers, keys))
    return Sounds(keys[order], numbers[order])
