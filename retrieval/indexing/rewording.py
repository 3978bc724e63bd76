"""The words of a collection brought up to date by what changed, as if they were gathered anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from retrieval.indexing.pieces import Uses
from retrieval.indexing.splicing import located, splice
from retrieval.indexing.vocabulary import Vocabulary
from retrieval.indexing.words import Sounds, Surfaces, Words, gather_words, keys_of
from retrieval.spelling import sounds

_MANY = 8  # one changed surface word to so many known ones, from which on all are gathered anew
Pair = tuple[str, str]  # a surface word with its term
Numbers = npt.NDArray[np.int32]


def reworded(before: Words, *, more: Uses, fewer: Uses, terms: Vocabulary) -> Words:
    """The words after surface words were used so much more and fewer for their terms.

    `terms` are those of the collection as it is now.
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
    moved = _moved_terms(before.terms, terms, sorted({term for _, term in changed}))
    codes = _codes(before, sorted({surface.casefold() for surface, _ in changed}))
    rows = _rows(before, changed, codes, terms, moved)
    return _words(before, rows, codes, terms, moved)


class _Rows(NamedTuple):
    """Surface words as in `Surfaces`; `codes` tells which word each is case-folded to."""

    words: Vocabulary
    numbers: Numbers
    uses: Numbers
    codes: Numbers


def _moved_terms(before: Vocabulary, now: Vocabulary, changed: Sequence[str]) -> Numbers:
    """The number now of each term before, -1 where it is gone; only `changed` ones come or go."""
    stays = np.ones(len(before), dtype=bool)
    new = []
    for term in changed:
        number = before.number(term)
        if number is None:
            new.append(term)
        elif now.number(term) is None:
            stays[number] = False
    return splice(stays, located(new, before)).moved


def _codes(before: Words, words: Sequence[str]) -> dict[str, int]:
    """Numbers for case-folded words, those that there were before as before, new ones behind."""
    found, new = {}, 0
    for word in words:
        number = before.written.number(word)
        found[word] = len(before.written) + new if number is None else number
        new += number is None
    return found


def _rows(
    before: Words, changed: Uses, codes: Mapping[str, int], terms: Vocabulary, moved: Numbers
) -> _Rows:
    """The surface words after some were used more or fewer."""
    known, uses = before.surfaces, before.surfaces.uses.copy()
    pairs = sorted(changed)
    starts = located([surface for surface, _ in pairs], known.words)
    new, at = [], []
    for pair, start in zip(pairs, starts, strict=True):
        place = _place(before, pair, start)
        if place < len(uses) and _pair(before, place) == pair:
            uses[place] += changed[pair]
        else:
            new.append(pair)
            at.append(place)
    rows = splice(uses > 0, at)
    return _Rows(
        words=rows.words(known.words, [surface for surface, _ in new]),
        numbers=rows.column(moved[known.numbers], [_number(terms, term) for _, term in new]),
        uses=rows.column(uses, [changed[pair] for pair in new]),
        codes=rows.column(known.folded, [codes[surface.casefold()] for surface, _ in new]),
    )


def _place(before: Words, pair: Pair, start: int) -> int:
    """The first row that doesn't come before a pair, from the first one of its surface word on."""
    place = start
    while place < len(before.surfaces.words) and _pair(before, place) < pair:
        place += 1
    return place


def _pair(before: Words, place: int) -> Pair:
    surfaces = before.surfaces
    return surfaces.words[place], before.terms[int(surfaces.numbers[place])]


def _number(terms: Vocabulary, term: str) -> int:
    number = terms.number(term)
    assert number is not None  # noqa: S101 - what is used is listed
    return number


def _words(
    before: Words, rows: _Rows, codes: Mapping[str, int], terms: Vocabulary, moved: Numbers
) -> Words:
    """All words by their surface words; those that `codes` names may be other ones than before."""
    most: dict[int, tuple[int, int]] = {}  # the uses and the term of the most frequent surface
    small = set()
    for row in np.flatnonzero(np.isin(rows.codes, list(codes.values()))).tolist():
        code, uses = int(rows.codes[row]), int(rows.uses[row])
        if uses > most.get(code, (0, 0))[0]:
            most[code] = uses, int(rows.numbers[row])
        if not rows.words[row][0].isupper():
            small.add(code)
    stays = np.ones(len(before.written), dtype=bool)
    stays[[code for code in codes.values() if code < len(stays) and code not in most]] = False
    new = [word for word, code in codes.items() if code >= len(stays)]
    written = splice(stays, located(new, before.written))
    places = np.concatenate([written.moved, written.added.astype(np.int32)])  # of each code
    numbers = written.column(moved[before.numbers], np.zeros(len(new)))
    named = written.column(before.named, np.zeros(len(new)))
    for code, (_, term) in most.items():
        numbers[places[code]], named[places[code]] = term, code not in small
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


def _sounds(
    before: Sounds, places: Numbers, touched: Sequence[int], names: Mapping[int, str]
) -> Sounds:
    """The sounds of names, those of touched words given anew by their numbers."""
    same = ~np.isin(before.numbers, touched)
    held = np.concatenate([before.keys[same], keys_of(sounds(list(names.values())))])
    numbers = np.concatenate([places[before.numbers[same]], np.array(list(names), dtype=np.int32)])
    order = np.lexsort((numbers, held))
    return Sounds(held[order], numbers[order])
