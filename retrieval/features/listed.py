"""Candidates that are given as a list rather than found in a collection."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from retrieval.analysis import analyser
from retrieval.features.judged import AROUND, Candidates, mass, norm, question_terms
from retrieval.question import Question
from retrieval.sketch import Sketch
from retrieval.synonyms import alternatives


def listed(
    question: Question,
    sketches: Sequence[Sketch],
    *,
    idf: Callable[[str], float],
    title: str = "",
    ordered: bool,
) -> Candidates:
    """The candidates of a list of sentences; `ordered` says that they follow one another."""
    terms, n = question_terms(question), len(sketches)
    present = np.array([[term in s.distinct for term in terms] for s in sketches], dtype=bool)
    present = present.reshape(n, len(terms))
    nothing = np.zeros_like(present)
    before, after, around = nothing.copy(), nothing.copy(), nothing.copy()
    if ordered:
        before[1:], after[:-1] = present[:-1], present[1:]
        for row in range(n):
            near = present[max(0, row - AROUND) : row + AROUND + 1]
            around[row] = near.sum(axis=0) > present[row]
    titled = set(analyser(question.language).terms(title))
    return Candidates(
        sketches=sketches,
        before=before,
        after=after,
        around=around,
        title=np.tile(np.array([term in titled for term in terms], dtype=bool), (n, 1)),
        places=np.arange(n, dtype=float) if ordered else np.zeros(n),
        lengths=np.full(n, float(n) if ordered else 1.0),
        masses=np.array([mass(sketch, idf) for sketch in sketches]),
        norms=np.array([norm(sketch, idf) for sketch in sketches]),
        spellings={},
        synonyms=alternatives([token.term for token in question.terms], language=question.language),
    )
