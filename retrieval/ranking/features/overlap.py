"""How much of the question a passage and its surroundings hold."""

from __future__ import annotations

import math

import numpy as np

from retrieval.cues import Cue
from retrieval.ranking.closeness import Floats
from retrieval.ranking.features.judged import Judged

TYPICAL_LENGTH = 22.0  # terms of a sentence, for the length norm
SATURATION = 1.2  # k1 of BM25
LENGTH_NORM = 0.75  # b of BM25
LEFT = 0.4  # how much of a term counts that only the sentence before holds
_IN_MEANING = "covered_in_meaning_with_title"


def coverage(judged: Judged) -> dict[str, Floats]:
    """How much of the question the passage and its surroundings hold: (n,) each."""
    present, title = judged.present, judged.title
    covered = judged.coverage(present)
    return {
        "covered": covered,
        "terms_covered": judged.share(list(range(judged.m)), present),
        "covered_with_title": judged.coverage(present | title),
        "covered_before": judged.coverage(judged.before),
        "covered_after": judged.coverage(judged.after),
        "covered_nearby": judged.coverage(present | judged.near),
        "covered_anywhere": judged.coverage(judged.anywhere),
        "covered_by_neighbours": judged.coverage(present | judged.near) - covered,
        "covered_around": judged.coverage(present | judged.around | title),
        "covered_title": judged.coverage(title),
        "weight": present @ judged.weights,
        "covered_loosely": judged.coverage(judged.loosely),
        "loose_gain": judged.coverage(judged.loosely) - covered,
        "covered_by_synonyms": judged.coverage(judged.alike),
        "terms_covered_loosely": judged.share(list(range(judged.m)), judged.loosely),
        "covered_loosely_around": judged.coverage(
            np.maximum(judged.loosely, judged.around | title)
        ),
        **_in_meaning(judged),
        "saturated": _saturated(judged),
        "cosine": _cosine(judged),
    }


def going_on(judged: Judged) -> dict[str, Floats]:
    """The share held in meaning by sentences as they are read, behind one another.

    "It opens at nine" is about what the sentence before names, "The doors open at nine" often.
    """
    left = np.where(judged.opens_with(Cue.PRONOUN) > 0, 1.0, LEFT)
    held = np.maximum(judged.meant, judged.candidates.title)
    before = left[:, None] * judged.candidates.before
    values = {_IN_MEANING: judged.coverage(np.maximum(held, before))}
    return {**values, **relative(values)}


def _in_meaning(judged: Judged) -> dict[str, Floats]:
    """The same where other words for a term count in part."""
    candidates = judged.candidates
    titled = np.maximum(judged.meant, candidates.title)
    near = np.maximum(candidates.before, candidates.after)
    around = np.maximum(titled, candidates.around)
    top = float(judged.weights.max(initial=0.0)) or 1.0
    return {
        _IN_MEANING: judged.coverage(titled),
        "covered_in_meaning_before": judged.coverage(candidates.before),
        "covered_in_meaning_after": judged.coverage(candidates.after),
        "covered_in_meaning_anywhere": judged.coverage(np.maximum(titled, near)),
        "covered_in_meaning_around": judged.coverage(around),
        "covered_in_meaning_title": judged.coverage(candidates.title),
        "heaviest_missing_in_meaning": ((1 - around) * judged.weights).max(axis=1, initial=0) / top,
    }


def _cosine(judged: Judged) -> Floats:
    """The cosine of the question's and the passage's weights, each term counted once."""
    own = math.sqrt(float((judged.weights**2).sum())) or 1.0
    return np.asarray(
        judged.present @ judged.weights**2 / own / np.maximum(judged.candidates.norms, 1e-9)
    )


def _saturated(judged: Judged) -> Floats:
    """BM25 (Robertson and Zaragoza 2009) over the best it could be, 0 to 1."""
    norm = SATURATION * (1 - LENGTH_NORM + LENGTH_NORM * judged.lengths / TYPICAL_LENGTH)
    counts = judged.counts
    return judged.coverage(counts * (1 + SATURATION) / (counts + norm[:, None] + 1e-9))


def missing(judged: Judged) -> dict[str, Floats]:
    """What of the question is not there, and what is there that matters most: (n,) each."""
    weights = judged.weights
    top = float(weights.max()) if judged.m else 1.0
    titled = judged.present | judged.title
    none = np.zeros(judged.n)
    if not judged.m:
        return dict.fromkeys(_MISSING, none)
    lacking = 1 - judged.loosely
    lacking_around = np.where(titled | judged.around, 0.0, lacking)
    return {
        "heaviest_missing": (~judged.present * weights).max(axis=1) / top,
        "heaviest_missing_with_title": (~titled * weights).max(axis=1) / top,
        "heaviest_there": judged.present[:, weights.argmax()].astype(float),
        "heaviest_missing_loosely": (lacking * weights).max(axis=1) / top,
        "heaviest_missing_around": (lacking_around * weights).max(axis=1) / top,
    }


_MISSING = (
    "heaviest_missing",
    "heaviest_missing_with_title",
    "heaviest_there",
    "heaviest_missing_loosely",
    "heaviest_missing_around",
)


def relative(values: dict[str, Floats]) -> dict[str, Floats]:
    """How far behind the best candidate, and ahead of the best other one."""
    names = [name for name in _RELATIVE if name in values]
    table = np.array([values[name] for name in names])
    ordered = np.sort(table, axis=1)
    best = ordered[:, -1:]
    second = ordered[:, -2:-1] if table.shape[1] > 1 else np.zeros_like(best)
    behind, ahead = table - best, table - np.where(table == best, second, best)
    return {
        **{f"{name}_behind": row for name, row in zip(names, behind, strict=True)},
        **{f"{name}_ahead": row for name, row in zip(names, ahead, strict=True)},
    }


_RELATIVE = (
    "covered",
    "saturated",
    "covered_anywhere",
    "covered_around",
    _IN_MEANING,
    "covered_in_meaning_anywhere",
    "covered_in_meaning_around",
    "covered_loosely",
    "covered_loosely_around",
    "precision",
)
