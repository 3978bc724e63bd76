"""The words of a collection brought up to date by what changed, as if they were gathered anew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from retrieval.analysis import analyser, surfaces
from retrieval.indexing.merging import added
from retrieval.indexing.pieces import Uses
from retrieval.indexing.splicing import listed, located, numbers_of, splice, stand
from retrieval.indexing.vocabulary import Vocabulary
from retrieval.indexing.words import Sounds, Surfaces, Words, gather_words, keys_of
from retrieval.spelling import sounds

_MANY = 2  # one changed surface word to so many known ones, from which on all are gathered anew
Pair = tuple[str, str]  # a surface word with its term
Numbers = npt.NDArray[np.int32]
Counts = npt.NDArray[np.int64]


def used(known: Words, passages: Iterable[tuple[str, str]]) -> Counts:
    """How often each row of the surface words is used in passages that they were gathered from,
    given as the language and text of each: (n_surfaces,).
    """
    counts = np.zeros(len(known.surfaces.words), dtype=np.int64)
    spoken = _spoken(passages)
    pairs = _pairs(known, sum(map(len, spoken.values())))
    for language, own in spoken.items():
        words, term = list(own), analyser(language).term
        rows = numbers_of(words, pairs.words)
        for number in np.flatnonzero(stand(words, [row + 1 for row in rows], pairs.words)).tolist():
            word = words[number]  # one with several terms
            rows[number], _ = pairs.place((word, term(word)), rows[number])
        counts[np.array(rows, dtype=np.int64)] += np.array(list(own.values()))
    return counts


def _spoken(passages: Iterable[tuple[str, str]]) -> dict[str, Counter[str]]:
    """How often each surface word occurs in passages of each language."""
    texts: dict[tuple[str, bool], list[str]] = {}
    for language, text in passages:  # words are found sooner where all letters are ASCII
        texts.setdefault((language, text.isascii()), []).append(text)
    found: dict[str, Counter[str]] = {}
    for (language, _), some in texts.items():
        found.setdefault(language, Counter()).update(surfaces("\n".join(some)))
    return found


def reworded(
    before: Words, *, more: Uses, fewer: Counts, terms: Vocabulary, moved: Numbers
) -> Words:
    """The words after surface words were used so much more for their terms, and each row of the
    surface words so much `fewer`: (n_surfaces,).

    `terms` are those of the collection as it is now; the term that had the number i has moved[i]
    now, -1 where it is gone.
    """
    touched = np.flatnonzero(fewer)
    if (len(more) + len(touched)) * _MANY > len(fewer):
        left = (before.surfaces.uses - fewer).tolist()
        uses = added([dict(zip(before.uses(), left, strict=True)), more])
        return gather_words({pair: count for pair, count in uses.items() if count > 0}, terms)
    codes = _codes(before, sorted({surface.casefold() for surface, _ in more}))
    rows = _rows(before, more, fewer, codes, terms, moved)
    own, surfaces_of = before.surfaces.folded[touched], np.bincount(before.surfaces.folded)
    changed = sorted({*codes.values(), *own[surfaces_of[own] > 1].tolist()})
    return _words(before, rows, codes, changed, terms, moved)


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
    before: Words,
    more: Uses,
    fewer: Counts,
    codes: Mapping[str, int],
    terms: Vocabulary,
    moved: Numbers,
) -> _Rows:
    """The surface words after some were used more or fewer."""
    known, uses = before.surfaces, before.surfaces.uses - fewer.astype(np.int32)
    pairs = sorted(more)
    held = _pairs(before, len(pairs))
    new, at = [], []
    for pair, start in zip(pairs, located([word for word, _ in pairs], held.words), strict=True):
        place, there = held.place(pair, start)
        if there:
            uses[place] += more[pair]
        else:
            new.append(pair)
            at.append(place)
    rows = splice(uses > 0, at)
    names = sorted({term for _, term in new})
    numbers = dict(zip(names, located(names, listed(terms, len(names))), strict=True))
    return _Rows(
        words=rows.words(known.words, [surface for surface, _ in new]),
        numbers=rows.column(moved[known.numbers], [numbers[term] for _, term in new]),
        uses=rows.column(uses, [more[pair] for pair in new]),
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


def _pairs(known: Words, lookups: int) -> _Pairs:
    """The surface words with their terms, to be looked up so many times."""
    held = known.surfaces
    return _Pairs(listed(held.words, lookups), held.numbers.data, known.terms)


def _words(
    before: Words,
    rows: _Rows,
    codes: Mapping[str, int],
    touched: Sequence[int],
    terms: Vocabulary,
    moved: Numbers,
) -> Words:
    """All words by their surface words; those with touched codes may have another term than before.

    `codes` tells those of words that are used more, the new ones among them.
    """
    most, small = _found(rows, touched)
    known = len(before.written)
    stays = np.bincount(rows.codes, minlength=known)[:known] > 0
    new = [word for word, code in codes.items() if code >= known]
    written = splice(stays, located(new, listed(before.written, len(new))))
    places = np.concatenate([written.moved, written.added.astype(np.int32)])  # of each code
    numbers = written.column(moved[before.numbers], np.zeros(len(new)))
    named = written.column(before.named, np.zeros(len(new)))
    here = places[list(most)]
    numbers[here] = list(most.values())
    named[here] = [code not in small for code in most]
    words = written.words(before.written, new)
    return Words(
        written=words,
        numbers=numbers,
        named=named,
        terms=terms,
        surfaces=Surfaces(rows.words, rows.numbers, rows.uses, folded=places[rows.codes]),
        sounds=_sounds(before.sounds, places, words, named),
    )


def _found(rows: _Rows, codes: Sequence[int]) -> tuple[dict[int, int], set[int]]:
    """The term of the most frequent surface of each word that has one of these codes and occurs,
    and the codes of words that are written small somewhere.
    """
    here = np.flatnonzero(np.isin(rows.codes, codes))
    own, terms = rows.codes[here].tolist(), rows.numbers[here].tolist()
    words = listed(rows.words, len(here))
    most: dict[int, int] = {}
    for place in np.argsort(-rows.uses[here], kind="stable").tolist():
        most.setdefault(own[place], terms[place])
    small = {
        code for code, row in zip(own, here.tolist(), strict=True) if not words[row][0].isupper()
    }
    return most, small


def _sounds(
    before: Sounds, places: Numbers, words: Vocabulary, named: npt.NDArray[np.bool_]
) -> Sounds:
    """The sounds of the words that are names, those of names before as they were."""
    numbers = places[before.numbers]
    stays = (numbers >= 0) & named.take(numbers, mode="clip")
    keys, numbers = before.keys[stays], numbers[stays]
    known = np.zeros(len(words), dtype=bool)
    known[numbers] = True
    new = np.flatnonzero(named & ~known)
    own = keys_of(sounds([words[number] for number in new.tolist()]))
    keys, numbers = np.concatenate([keys, own]), np.concatenate([numbers, new.astype(np.int32)])
    order = np.lexsort((numbers, keys))
    return Sounds(keys[order], numbers[order])
