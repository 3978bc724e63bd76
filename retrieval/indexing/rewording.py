"""The words of a collection brought up to date by what changed, as if they were gathered anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from retrieval.indexing.pieces import Uses
from retrieval.indexing.splicing import listed, located, splice, stand
from retrieval.indexing.vocabulary import Vocabulary
from retrieval.indexing.words import Sounds, Surfaces, Words, gather_words, keys_of
from retrieval.spelling import sounds

_MANY = 2  # one changed surface word to so many known ones, from which on all are gathered anew
Pair = tuple[str, str]  # a surface word with its term
Numbers = npt.NDArray[np.int32]


def reworded(before: Words, *, more: Uses, fewer: Uses, terms: Vocabulary, moved: Numbers) -> Words:
    """The words after surface words were used so much more and fewer for their terms.

    `terms` are those of the collection as it is now; the term that had the number i has moved[i]
    now, -1 where it is gone.
    """
    changed = {
        pair: count
        for pair in {**more, **fewer}
        if (count := more.get(pair, 0) - fewer.get(pair, 0))
    }
    if len(changed) * _MANY > len(before.surfaces.words):
        uses = before.uses()
        uses |= {pair: uses.get(pair, 0) + count for pair, count in changed.items()}
        return gather_words({pair: count for pair, count in uses.items() if count > 0}, terms)
    codes = _codes(before, sorted({surface.casefold() for surface, _ in changed}))
    rows = _rows(before, changed, codes, terms, moved)
    return _words(before, rows, codes, terms, moved)


class _Rows(NamedTuple):
    """Surface words as in `Surfaces`; `codes` tells which word each is case-folded to."""

    words: Vocabulary
    numbers: Numbers
    uses: Numbers
    codes: Numbers


def _codes(before: Words, words: Sequence[str]) -> dict[str, int]:
    """Numbers for case-folded words, those that there were before as before, new ones behind."""
    known = listed(before.written, len(words))
    places = located(words, known)
    codes, there = np.array(places, dtype=np.int64), stand(words, places, known)
    codes[~there] = len(known) + np.arange(np.count_nonzero(~there))
    return dict(zip(words, codes.tolist(), strict=True))


def _rows(
    before: Words, changed: Uses, codes: Mapping[str, int], terms: Vocabulary, moved: Numbers
) -> _Rows:
    """The surface words after some were used more or fewer."""
    known, uses = before.surfaces, before.surfaces.uses.copy()
    pairs = sorted(changed)
    held = _Pairs(
        listed(known.words, len(pairs)), known.numbers.data, listed(before.terms, len(pairs))
    )
    new, at = [], []
    for pair, start in zip(pairs, located([word for word, _ in pairs], held.words), strict=True):
        place, there = held.place(pair, start)
        if there:
            uses[place] += changed[pair]
        else:
            new.append(pair)
            at.append(place)
    rows = splice(uses > 0, at)
    names = sorted({term for _, term in new})
    numbers = dict(zip(names, located(names, listed(terms, len(names))), strict=True))
    return _Rows(
        words=rows.words(known.words, [surface for surface, _ in new]),
        numbers=rows.column(moved[known.numbers], [numbers[term] for _, term in new]),
        uses=rows.column(uses, [changed[pair] for pair in new]),
        codes=rows.column(known.folded, [codes[surface.casefold()] for surface, _ in new]),
    )


class _Pairs(NamedTuple):
    """Sorted pairs: each word with the term that has its number."""

    words: Sequence[str]
    numbers: memoryview
    terms: Sequence[str]

    def place(self, pair: Pair, start: int) -> tuple[int, bool]:
        """The first row that doesn't come before a pair, whose surface word comes first in the row
        `start`, and whether it is the pair's.
        """
        surface, term = pair
        place = start
        while place < len(self.words) and self.words[place] == surface:
            own = self.terms[self.numbers[place]]
            if own >= term:
                return place, own == term
            place += 1
        return place, False


def _words(
    before: Words, rows: _Rows, codes: Mapping[str, int], terms: Vocabulary, moved: Numbers
) -> Words:
    """All words by their surface words; those that `codes` names may be other ones than before."""
    most, small = _touched(rows, list(codes.values()))
    stays = np.ones(len(before.written), dtype=bool)
    stays[[code for code in codes.values() if code < len(stays) and code not in most]] = False
    new = [word for word, code in codes.items() if code >= len(stays)]
    written = splice(stays, located(new, listed(before.written, len(new))))
    places = np.concatenate([written.moved, written.added.astype(np.int32)])  # of each code
    numbers = written.column(moved[before.numbers], np.zeros(len(new)))
    named = written.column(before.named, np.zeros(len(new)))
    touched = places[list(most)]
    numbers[touched] = list(most.values())
    named[touched] = [code not in small for code in most]
    names = {
        int(places[code]): word
        for word, code in codes.items()
        if code in most and code not in small
    }
    return Words(
        written=written.words(before.written, new),
        numbers=numbers,
        named=named,
        terms=terms,
        surfaces=Surfaces(rows.words, rows.numbers, rows.uses, folded=places[rows.codes]),
        sounds=_sounds(before.sounds, places, list(codes.values()), names),
    )


def _touched(rows: _Rows, codes: Sequence[int]) -> tuple[dict[int, int], set[int]]:
    """The term of the most frequent surface of each word that has one of these codes and occurs,
    and the codes of words that are written small somewhere.
    """
    here = np.flatnonzero(np.isin(rows.codes, codes))
    own = rows.codes[here].tolist()
    words = listed(rows.words, len(here))
    most: dict[int, int] = {}
    for place in np.argsort(-rows.uses[here], kind="stable").tolist():
        most.setdefault(own[place], int(rows.numbers[here[place]]))
    small = {
        code for code, row in zip(own, here.tolist(), strict=True) if not words[row][0].isupper()
    }
    return most, small


def _sounds(
    before: Sounds, places: Numbers, touched: Sequence[int], names: Mapping[int, str]
) -> Sounds:
    """The sounds of names, those of touched words given anew by their numbers."""
    same = ~np.isin(before.numbers, touched)
    held = np.concatenate([before.keys[same], keys_of(sounds(list(names.values())))])
    numbers = np.concatenate([places[before.numbers[same]], np.array(list(names), dtype=np.int32)])
    order = np.lexsort((numbers, held))
    return Sounds(held[order], numbers[order])
