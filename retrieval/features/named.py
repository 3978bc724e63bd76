"""Names, numbers, ordinals and the noun asked for; and the question itself."""

from __future__ import annotations

import numpy as np

from retrieval.analysis import analyser
from retrieval.cues import Cue, cues
from retrieval.features.judged import Floats, Judged
from retrieval.question import Kind, Question, Wanted
from retrieval.records import Span


def named(judged: Judged) -> dict[str, Floats]:
    """Whether names, numbers, ordinals and the noun asked for are those of the question."""
    question = judged.question
    names = judged.columns_within([Span(m.start, m.end) for m in question.names])
    numbers = [column for column, term in enumerate(judged.terms) if term[0].isdigit()]
    others = [column for column in range(judged.m) if column not in names]
    named = {token.term for token in question.focus}
    focus = [column for column, term in enumerate(judged.terms) if term in named]
    return {
        "names": judged.share(names, judged.present),
        "names_anywhere": judged.share(names, judged.anywhere),
        "numbers": judged.share(numbers, judged.present),
        "names_loosely": judged.share(names, judged.loosely),
        "focus": judged.share(focus, judged.present),
        "focus_loosely": judged.share(focus, judged.loosely),
        "other_words": judged.share(others, judged.present),
        "other_words_loosely": judged.share(others, judged.loosely),
        "other_ordinal": _other(judged, Cue.ORDINAL),
        "other_month": _other(judged, Cue.MONTH),
        "other_year": _other(judged, Cue.YEAR),
    }


def _other(judged: Judged, cue: Cue) -> Floats:
    """Of words with a cue: -1 where one of the question's stands there, 1 where only others do.

    0 where the question has no such word, or the passage none.
    """
    result = np.zeros(judged.n)
    asked = _asked(judged.question, cue)
    if asked:
        sketches = judged.candidates.sketches
        found = (sketches.cues & np.uint32(cue)) > 0
        result[sketches.rows[found]] = 1.0
        result[sketches.rows[found & sketches.among(asked)]] = -1.0
    return result


def _asked(question: Question, cue: Cue) -> list[str]:
    """The terms of the question's words with a cue."""
    term, known = analyser(question.language).term, cues(question.language)
    surfaces = (question.text[token.start : token.end] for token in question.terms)
    return [term(surface) for surface in surfaces if known.of(surface, term(surface)) & cue]


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
