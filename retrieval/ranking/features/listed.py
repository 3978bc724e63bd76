"""Candidates that are given as a list rather than found in a collection."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from retrieval.analysis import analyser
from retrieval.question import Question
from retrieval.ranking.closeness import Floats, closeness, closeness_in, standing_for
from retrieval.ranking.features.judged import (
    AROUND,
    Candidates,
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
    asked = [token.term for token in question.terms]
    synonyms = alternatives(asked, language=question.language, least=0.0)
    others = standing_for(terms, {}, synonyms)
    meant = closeness(sketches, others)
    nothing = np.zeros_like(meant)
    before, after, around = nothing.copy(), nothing.copy(), nothing.copy()
    if ordered:
        before[1:], after[:-1] = meant[:-1], meant[1:]
        for reach in range(1, min(AROUND + 1, n)):
            around[reach:] = np.maximum(around[reach:], meant[:-reach])
            around[:-reach] = np.maximum(around[:-reach], meant[reach:])
    masses, norms = masses_and_norms(sketches, _weights(sketches, idf))
    titled = frozenset(analyser(question.language).terms(title))
    return Candidates(
        sketches=sketches,
        meant=meant,
        before=before,
        after=after,
        around=around,
        title=np.tile(closeness_in([titled], others), (n, 1)),
        places=np.arange(n, dtype=float) if ordered else np.zeros(n),
        lengths=np.full(n, float(n) if ordered else 1.0),
        masses=masses,
        norms=norms,
        spellings={},
    )


def _weights(sketches: Sketches, idf: Callable[[str], float]) -> Floats:
    """The weights of the terms that occur, by their numbers: (n_terms,)."""
    weights = np.zeros(len(sketches.vocabulary))
    for number in np.unique(sketches.terms).tolist():
        weights[number] = idf(sketches.vocabulary[number])
    return weights
