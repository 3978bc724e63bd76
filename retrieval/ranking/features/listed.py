"""Candidates that are given as a list rather than found in a collection."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from retrieval.analysis import analyser
from retrieval.question import Question
from retrieval.ranking.features.judged import (
    AROUND,
    Candidates,
    Floats,
    masses_and_norms,
    question_terms,
)
from retrieval.ranking.sketch import Sketches
from retrieval.synonyms import alternatives


def listed(
    question: Question,
    sketches: Sketches,
    *,
    idf: Callable[[str], float],
    title: str = "",
    ordered: bool,
) -> Candidates:
    """The candidates of a list of sentences; `ordered` says that they follow one another."""
    terms, n = question_terms(question), len(sketches)
    present = np.zeros((n, len(terms)), dtype=bool)
    for column, term in enumerate(terms):
        present[sketches.rows[sketches.among([term])], column] = True
    nothing = np.zeros_like(present)
    before, after, around = nothing.copy(), nothing.copy(), nothing.copy()
    if ordered:
        before[1:], after[:-1] = present[:-1], present[1:]
        for row in range(n):
            near = present[max(0, row - AROUND) : row + AROUND + 1]
            around[row] = near.sum(axis=0) > present[row]
    masses, norms = masses_and_norms(sketches, _weights(sketches, idf))
    titled = set(analyser(question.language).terms(title))
    return Candidates(
        sketches=sketches,
        before=before,
        after=after,
        around=around,
        title=np.tile(np.array([term in titled for term in terms], dtype=bool), (n, 1)),
        places=np.arange(n, dtype=float) if ordered else np.zeros(n),
        lengths=np.full(n, float(n) if ordered else 1.0),
        masses=masses,
        norms=norms,
        spellings={},
        synonyms=alternatives([token.term for token in question.terms], language=question.language),
    )


def _weights(sketches: Sketches, idf: Callable[[str], float]) -> Floats:
    """The weights of the terms that occur, by their numbers: (n_terms,)."""
    weights = np.zeros(len(sketches.vocabulary))
    for number in np.unique(sketches.terms).tolist():
        weights[number] = idf(sketches.vocabulary[number])
    return weights
