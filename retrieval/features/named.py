"""Names, numbers, ordinals and the noun asked for; and the question itself."""

from __future__ import annotations

import numpy as np

from retrieval.features.judged import Floats, Judged
from retrieval.question import Kind, Wanted
from retrieval.records import Span
from retrieval.sketch import Cue


def named(judged: Judged) -> dict[str, Floats]:
    """Whether names, numbers, ordinals and the noun asked for are those of the question."""
    question = judged.question
    names = judged.columns_within([Span(m.start, m.end) for m in question.names])
    numbers = [column for column, term in enumerate(judged.terms) if term[0].isdigit()]
    others = [column for column in range(judged.m) if column not in names]
    focus = {token.term for token in question.focus}
    return {
        "names": judged.share(names, judged.present),
        "names_anywhere": judged.share(names, judged.anywhere),
        "numbers": judged.share(numbers, judged.present),
        "focus": judged.share(
            [c for c, t in enumerate(judged.terms) if t in focus], judged.present
        ),
        "other_words": judged.share(others, judged.present),
        "other_words_loosely": judged.share(others, judged.loosely),
        "other_ordinal": _ordinals(judged),
    }


def _ordinals(judged: Judged) -> Floats:
    """-1 where an ordinal of the question stands in the passage, 1 where only others do, else 0."""
    asked = {f"{number}th" for number in judged.question.ordinals}
    result = np.zeros(judged.n)
    if asked:
        for row, sketch in enumerate(judged.candidates.sketches):
            found = {
                term
                for term, cue in zip(sketch.terms, sketch.cues, strict=True)
                if cue & Cue.ORDINAL
            }
            result[row] = -1.0 if found & asked else float(bool(found))
    return result


def asked(judged: Judged) -> dict[str, Floats]:
    """The question itself: alike for all its candidates, it tells how high the bar is."""
    question = judged.question
    return {
        **{f"wants_{w.value}": np.full(judged.n, float(question.wanted is w)) for w in Wanted},
        **{f"asks_{k.name.lower()}": np.full(judged.n, float(question.kind is k)) for k in Kind},
        "question_terms": np.full(judged.n, float(judged.m)),
        "question_weight": np.full(judged.n, judged.total),
        "candidates": np.full(judged.n, np.log1p(judged.n)),
    }
