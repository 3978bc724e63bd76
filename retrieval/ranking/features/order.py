"""Whether the question's terms stand together and in its order, and where the passage stands."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

import numpy as np

from retrieval.analysis import analyser
from retrieval.ranking.closeness import Floats
from retrieval.ranking.features.judged import UNDECIDED, Judged, count


def order(judged: Judged) -> dict[str, Floats]:
    """Whether the terms stand together and in the question's order: (n,) each."""
    rows, columns, places = judged.matches.rows, judged.matches.columns, judged.matches.places
    pairs = max(judged.m - 1, 1)
    follows = (rows[1:] == rows[:-1]) & (columns[1:] - columns[:-1] == 1)
    gaps = places[1:] - places[:-1]
    distinct = judged.present.sum(axis=1)
    bounds = np.searchsorted(rows, np.arange(judged.n + 1)).tolist()
    found = list(zip(columns.tolist(), places.tolist(), strict=True))
    several = distinct > 1
    window, rising = (distinct > 0).astype(float), (distinct > 0).astype(float)
    for row in np.flatnonzero(several).tolist():
        run = found[bounds[row] : bounds[row + 1]]
        window[row], rising[row] = _window(run), _rising(run)
    return {
        "adjacent_pairs": count(rows[1:][follows & (gaps == 1)], judged.n) / pairs,
        "close_pairs": count(rows[1:][follows & (gaps <= 3)], judged.n) / pairs,
        "in_order": rising / max(judged.m, 1),
        "density": np.where(several, distinct / np.maximum(window, 1), 0.3 * (distinct > 0)),
        "reach": np.where(several, window / np.maximum(judged.lengths, 1), 0.0),
        "word_pairs": _word_pairs(judged),
    }


def _window(run: list[tuple[int, int]]) -> int:
    """The length, in tokens, of a candidate's shortest stretch that holds every matched term."""
    needed = len({column for column, _ in run})
    counts: dict[int, int] = {}
    best, left = 0, 0
    for column, place in run:
        counts[column] = counts.get(column, 0) + 1
        while len(counts) == needed:
            first_column, first_place = run[left]
            length = place - first_place + 1
            best = min(best or length, length)
            counts[first_column] -= 1
            if not counts[first_column]:
                del counts[first_column]
            left += 1
    return best


def _rising(run: list[tuple[int, int]]) -> int:
    """How many matched terms, at the most, follow one another in the order of the question."""
    tails: list[int] = []
    for column, _ in run:
        place = bisect_left(tails, column)
        tails[place : place + 1] = [column]
    return len(tails)


def _word_pairs(judged: Judged) -> Floats:
    """The share of the question's word pairs, not both of them stop words, that stand so."""
    terms = [token.term for token in judged.question.terms]
    stop = analyser(judged.question.language).stop_terms
    pairs = [(a, b) for a, b in pairwise(terms) if a not in stop or b not in stop]
    if not pairs:
        return np.zeros(judged.n)
    return judged.candidates.sketches.pairs(pairs) / len(pairs)


def place(judged: Judged) -> dict[str, Floats]:
    """Where in its document the passage stands; of a document of one passage nothing is told."""
    places, lengths = judged.candidates.places, judged.candidates.lengths
    several = lengths > 1
    return {
        "early": np.where(several, 1 / (1 + places), 0.0),
        "late": np.where(several, places / np.maximum(lengths - 1, 1), UNDECIDED),
        "first": (several & (places == 0)).astype(float),
    }
