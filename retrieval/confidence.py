"""Signals of whether the collection answers a question at all, from its candidates together."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from retrieval.ranker import Floats

FIRST = 5  # best candidates that are looked at together


def signals(
    values: Mapping[str, Floats],
    odds: Floats,
    *,
    unknown: int,
    unknown_names: int,
    respelt: int,
) -> dict[str, Floats]:
    """Each signal by name, (1,).

    `values` and `odds` (n,) are the candidates' features and ranker's odds, n at least 1;
    `unknown` and `respelt` count words of the question, `unknown_names` those of the unknown ones
    that belong to names, dates or numbers or are what is asked for.
    """
    order = np.argsort(-odds, kind="stable")[:FIRST]
    best = int(order[0])
    second = odds[order[1]] if len(order) > 1 else -10.0
    terms = max(float(values["question_terms"][best]), 1.0)
    told = {
        "best": odds[best],
        "second": second,
        "lead": odds[best] - second,
        "together": float(np.log(np.exp(odds[order]).sum())),
        "unknown": unknown / terms,
        "any_unknown": float(unknown > 0),
        "unknown_names": float(unknown_names > 0),
        "unfit": float(values["fits"][order].max() == 0),
        "respelt": respelt / terms,
        "question_terms": terms,
        **{f"best_{name}": values[name][best] for name in _OF_BEST},
        **{f"most_{name}": values[name].max() for name in _OF_ANY},
        **{f"first_{name}": values[name][order].max() for name in _OF_ANY},
        "least_heaviest_missing": values["heaviest_missing"].min(),
    }
    return {name: np.array([float(value)]) for name, value in told.items()}


_OF_BEST = (
    "covered",
    "covered_anywhere",
    "covered_around",
    "covered_with_title",
    "covered_loosely",
    "terms_covered",
    "heaviest_missing",
    "heaviest_missing_with_title",
    "precision",
    "cosine",
    "density",
    "word_pairs",
    "in_order",
    "fits",
    "fits_closely",
    "names",
    "names_anywhere",
    "numbers",
    "focus",
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
    "covered_loosely",
    "saturated",
    "cosine",
    "word_pairs",
    "names",
    "other_words",
)
