"""Named features of candidate passages for a question, computed for all candidates at once."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from retrieval.question import Question
from retrieval.ranking.closeness import Floats
from retrieval.ranking.features.form import cue_counts, fit, form
from retrieval.ranking.features.judged import (
    AROUND,
    Candidates,
    Judged,
    masses_and_norms,
    question_terms,
)
from retrieval.ranking.features.listed import listed
from retrieval.ranking.features.named import asked, named
from retrieval.ranking.features.order import order, place
from retrieval.ranking.features.overlap import coverage, going_on, missing, relative
from retrieval.ranking.features.typed import typed

__all__ = [
    "AROUND",
    "Candidates",
    "about",
    "families",
    "features",
    "features_going_on",
    "listed",
    "masses_and_norms",
    "question_terms",
]


def features(
    question: Question, candidates: Candidates, *, idf: Callable[[str], float]
) -> dict[str, Floats]:
    """Every feature of each candidate by name, each (n,), n at least 1.

    `idf` gives a term's weight. What a feature measures stands in `about`.
    """
    return _measured(Judged(question, candidates, idf))


def features_going_on(
    question: Question, candidates: Candidates, *, idf: Callable[[str], float]
) -> tuple[dict[str, Floats], dict[str, Floats]]:
    """Every feature of each sentence alone, and with what it leaves to the sentence before it."""
    judged = Judged(question, candidates, idf)
    alone = _measured(judged)
    return alone, {**alone, **going_on(judged)}


def _measured(judged: Judged) -> dict[str, Floats]:
    cues, new = cue_counts(judged)
    values = coverage(judged)
    values |= missing(judged)
    values |= order(judged)
    values |= place(judged)
    values |= form(judged, cues, new)
    values |= relative(values)
    values |= fit(judged, cues, new, values)
    values |= typed(judged)
    values |= named(judged)
    values |= asked(judged)
    return values


@cache
def about() -> Mapping[str, str]:
    """What each feature measures, in a sentence."""
    return {name: text for family in _table().values() for name, text in family.items()}


@cache
def families() -> Mapping[str, str]:
    """The family of each feature, such as words, surroundings or order."""
    return {name: family for family, members in _table().items() for name in members}


@cache
def _table() -> dict[str, dict[str, str]]:
    file = Path(__file__).with_name("about.toml")
    return tomllib.loads(file.read_text(encoding="utf-8"))
