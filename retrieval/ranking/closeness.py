"""How closely the words of texts stand for the terms of a question."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from retrieval.ranking.sketch import UNKNOWN, Sketches
from retrieval.synonyms import LONGEST

Floats = npt.NDArray[np.float64]
StandIns = Mapping[str, Mapping[str, float]]
_Stand = tuple[tuple[int, ...], int, float]  # numbers of terms, which they stand for, how closely
ITSELF = 1.0  # how closely a term stands for itself; nothing else comes as near


def standing_for(
    terms: Iterable[str], spellings: Mapping[str, str], synonyms: StandIns
) -> StandIns:
    """For each term itself, its other spellings and the phrases that may stand for it.

    `spellings` maps other spellings to the terms; `synonyms` tells how close phrases are, 0 to 1.
    """
    found = {term: {**synonyms.get(term, {}), term: ITSELF} for term in terms}
    for spelling, term in spellings.items():
        found[term][spelling] = ITSELF
    return found


def closeness(sketches: Sketches, others: StandIns) -> Floats:
    """How closely the nearest stand-in of each of m terms in each of n texts is: (n, m), 0 to 1."""
    held = np.zeros((len(sketches), len(others)))
    seen = sketches.seen()
    known = (
        (sketches.numbers(phrase), column, near)
        for column, phrases in enumerate(others.values())
        for phrase, near in phrases.items()
    )
    stands = [stand for stand in known if all(map(seen.__getitem__, stand[0]))]
    _add_words(held, sketches, [stand for stand in stands if len(stand[0]) == 1])
    _add_phrases(held, sketches, [stand for stand in stands if len(stand[0]) > 1])
    return held


def closeness_in(texts: Sequence[frozenset[str]], others: StandIns) -> Floats:
    """The same for words without order, such as those of titles: (n, m), 0 to 1."""
    stands: dict[str, list[tuple[int, float]]] = {}
    for column, phrases in enumerate(others.values()):
        for phrase, near in phrases.items():
            stands.setdefault(phrase, []).append((column, near))
    held = np.zeros((len(texts), len(others)))
    for row, words in enumerate(texts):
        for word in words & stands.keys():
            for column, near in stands[word]:
                held[row, column] = max(held[row, column], near)
    return held


def _add_words(held: Floats, sketches: Sketches, stands: Sequence[_Stand]) -> None:
    """Raise each text's row to what its single words stand for."""
    kinds = {number: kind for kind, number in enumerate({s[0][0] for s in stands}, start=1)}
    table = np.zeros((len(kinds) + 1, held.shape[1]))
    for (number,), column, near in stands:
        table[kinds[number], column] = near
    kind_of = sketches.mapped(kinds)
    tokens = kind_of.nonzero()[0]
    if len(tokens):
        rows = sketches.rows[tokens]
        firsts = np.flatnonzero(np.diff(rows, prepend=-1))
        held[rows[firsts]] = np.maximum.reduceat(table[kind_of[tokens]], firsts)


def _add_phrases(held: Floats, sketches: Sketches, stands: Sequence[_Stand]) -> None:
    """Raise each text's row to what its words one behind the other stand for."""
    openings: dict[int, list[_Stand]] = {}
    for stand in stands:
        openings.setdefault(stand[0][0], []).append(stand)
    opens = sketches.mapped(dict.fromkeys(openings, 1))
    goes_on = sketches.mapped({numbers[1]: 1 for numbers, *_ in stands})
    tokens = np.flatnonzero(opens[:-1] & goes_on[1:])
    places = tokens[:, None] + np.arange(LONGEST)
    rows = sketches.rows.take(places, mode="clip")
    inside = (rows == rows[:, :1]) & (places < len(sketches.rows))
    terms = np.where(inside, sketches.terms.take(places, mode="clip"), UNKNOWN)
    for row, following in zip(rows[:, 0].tolist(), map(tuple, terms.tolist()), strict=True):
        for numbers, column, near in openings[following[0]]:
            if following[: len(numbers)] == numbers and near > held[row, column]:
                held[row, column] = near
