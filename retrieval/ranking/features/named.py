"""Names, numbers, ordinals and the noun asked for; and the question itself."""

from __future__ import annotations

import numpy as np

from retrieval.analysis import analyser
from retrieval.cues import Cue, cues
from retrieval.question import Kind, Question, Wanted
from retrieval.ranking.closeness import Floats
from retrieval.ranking.features.judged import Judged


def named(judged: Judged) -> dict[str, Floats]:
    """Whether names, numbers, ordinals and the noun asked for are the question's: (n,) each."""
    question = judged.question
    names = judged.columns_within([m.span for m in question.names])
    numbers = [column for column, term in enumerate(judged.terms) if term[0].isdigit()]
    others = [column for column in range(judged.m) if column not in names]
    named = {token.term for token in question.focus}
    focus = [column for column, term in enumerate(judged.terms) if term in named]
    asked = _asked(question)
    return {
        "names": judged.share(names, judged.present),
        "names_anywhere": judged.share(names, judged.anywhere),
        "numbers": judged.share(numbers, judged.present),
        "names_loosely": judged.share(names, judged.loosely),
        "focus": judged.share(focus, judged.present),
        "focus_loosely": judged.share(focus, judged.loosely),
        "other_words": judged.share(others, judged.present),
        "other_words_loosely": judged.share(others, judged.loosely),
        **{name: _other(judged, cue, asked.get(cue, [])) for name, cue in _OTHERS.items()},
    }


_OTHERS = {"other_ordinal": Cue.ORDINAL, "other_month": Cue.MONTH, "other_year": Cue.YEAR}


def _other(judged: Judged, cue: Cue, asked: list[str]) -> Floats:
    """Of words with a cue: -1 where one of those `asked` stands there, 1 where only others do.

    0 where no such word is asked, or the passage has none.
    """
    result = np.zeros(judged.n)
    if asked:
        sketches = judged.candidates.sketches
        found = (sketches.cues & np.uint32(cue)) > 0
        result[sketches.rows[found]] = 1.0
        result[sketches.rows[found & sketches.among(asked)]] = -1.0
    return result


def _asked(question: Question) -> dict[Cue, list[str]]:
    """The terms of the question's ordinals, months and years."""
    term, known = analyser(question.language).term, cues(question.language)
    found: dict[Cue, list[str]] = {}
    for token in question.terms:
        surface = question.text[token.start : token.end]
        has = known.of(surface, term(surface))
        for cue in _OTHERS.values() if has & _ANY_OTHER else ():
            if has & int(cue):
                found.setdefault(cue, []).append(term(surface))
    return found


_ANY_OTHER = int(Cue.ORDINAL | Cue.MONTH | Cue.YEAR)


def asked(judged: Judged) -> dict[str, Floats]:
    """The question itself: alike for all its candidates, it tells how high the bar is."""
    question = judged.question
    no, yes = np.zeros(judged.n), np.ones(judged.n)
    return {
        **{name: yes if question.wanted is wanted else no for name, wanted in _WANTS.items()},
        **{name: yes if question.kind is kind else no for name, kind in _ASKS.items()},
        "question_terms": np.full(judged.n, float(judged.m)),
        "question_weight": np.full(judged.n, judged.total),
        "candidates": np.full(judged.n, np.log1p(judged.n)),
    }


_WANTS = {f"wants_{wanted.value}": wanted for wanted in Wanted}
_ASKS = {f"asks_{kind.name.lower()}": kind for kind in Kind}
