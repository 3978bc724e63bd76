"""Signals of whether the collection answers a question at all, from all its candidates together."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np

from retrieval.query import Query
from retrieval.question import Wanted
from retrieval.ranking.logistic import Floats

FIRST = 5  # best candidates that are looked at together
RIVAL = 1.0  # of odds, by which a candidate falls behind the best one at most to rival it


def signals(
    query: Query, values: Mapping[str, Floats], odds: Floats, *, passages: int
) -> dict[str, Floats]:
    """Each signal by name, (1,).

    `values` and `odds` (n,) are the candidates' features and ranker's odds, n at least 1;
    `passages` is how many the collection has: among more of them, more look like answers.
    """
    order = np.argsort(-odds, kind="stable")[:FIRST]
    best = int(order[0])
    second = odds[order[1]] if len(order) > 1 else -10.0
    question = query.question
    terms = max(float(values["question_terms"][best]), 1.0)
    size = math.log10(max(passages, 1))
    told = {
        "best": odds[best],
        "size": size,
        "size_and_best": size * odds[best],
        "size_and_covered": size * values["covered_loosely_around"][best],
        "size_and_missing": size * values["heaviest_missing_around"].min(),
        "size_and_unknown": size * float(bool(query.unknown)),
        "rivals": math.log1p(float((odds > odds[best] - RIVAL).sum()) - 1),
        "second": second,
        "lead": odds[best] - second,
        "together": float(np.log(np.exp(odds[order]).sum())),
        **_unknown(query, terms),
        "unfit": float(values["fits"][best] == 0),
        "uncounted": float(question.wanted in _COUNTED and values["fits"][order].max() == 0),
        "question_terms": terms,
        **{f"best_{name}": values[name][best] for name in _OF_BEST},
        **{f"most_{name}": values[name].max() for name in _OF_ANY},
        **{f"first_{name}": values[name][order].max() for name in _OF_ANY},
        "least_heaviest_missing": values["heaviest_missing"].min(),
        "least_heaviest_missing_around": values["heaviest_missing_around"].min(),
        "least_heaviest_missing_in_meaning": values["heaviest_missing_in_meaning"].min(),
    }
    column = np.array([float(value) for value in told.values()])[:, None]
    return dict(zip(told, column, strict=True))


def _unknown(query: Query, terms: float) -> dict[str, float]:
    """What the words say that occur nowhere, and those that were read as others."""
    question = query.question
    focus = query.unknown_within((token.start, token.end) for token in question.focus)
    return {
        "unknown": len(query.unknown) / terms,
        "any_unknown": float(bool(query.unknown)),
        "several_unknown": float(len(query.unknown) > 1),
        "unknown_names": query.unknown_within((m.start, m.end) for m in question.names) / terms,
        "unknown_numbers": sum(token.term[0].isdigit() for token in query.unknown) / terms,
        "unknown_focus": float(focus > 0),
        "unknown_thing": float(focus > 0 and question.wanted is Wanted.THING),
        "respelt": len(query.respelt) / terms,
    }


_COUNTED = frozenset({Wanted.NUMBER, Wanted.MONEY, Wanted.PERCENTAGE})
_OF_BEST = (
    "covered",
    "covered_anywhere",
    "covered_around",
    "covered_with_title",
    "covered_in_meaning_with_title",
    "covered_in_meaning_anywhere",
    "covered_in_meaning_around",
    "covered_loosely",
    "covered_loosely_around",
    "terms_covered",
    "terms_covered_loosely",
    "heaviest_missing",
    "heaviest_missing_with_title",
    "heaviest_missing_loosely",
    "heaviest_missing_around",
    "heaviest_missing_in_meaning",
    "precision",
    "cosine",
    "density",
    "word_pairs",
    "in_order",
    "fits",
    "fits_closely",
    "typed_near",
    "typed_surely",
    "typed_surely_near",
    "names",
    "names_anywhere",
    "names_loosely",
    "numbers",
    "focus",
    "focus_loosely",
    "other_words",
    "other_words_loosely",
    "other_ordinal",
    "other_month",
    "other_year",
)
_OF_ANY = (
    "covered",
    "covered_anywhere",
    "covered_around",
    "covered_in_meaning_with_title",
    "covered_in_meaning_anywhere",
    "covered_in_meaning_around",
    "covered_loosely",
    "covered_loosely_around",
    "typed_surely_near",
    "saturated",
    "cosine",
    "word_pairs",
    "names",
    "other_words",
)
