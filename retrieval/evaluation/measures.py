"""Measures of rankings and of confidence, as pure functions, and texts as they are compared."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Labels = npt.NDArray[np.bool_]
_PLAIN = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "’": "'", "‘": "'"})
_DASH = re.compile(r"[‐‑‒–—−]")


def folded(text: str) -> str:
    """A text to be compared: plain quotation marks and dashes, single blanks, small letters."""
    return " ".join(_DASH.sub("-", text.translate(_PLAIN)).casefold().split())


def average_precision(relevant: Labels) -> float:
    """The mean precision at each relevant place of a ranking; 0 where nothing is relevant.

    >>> average_precision(np.array([True, False, True]))
    0.8333333333333333
    """
    places = np.flatnonzero(relevant)
    if not len(places):
        return 0.0
    return float(np.mean((np.arange(len(places)) + 1) / (places + 1)))


def reciprocal_rank(relevant: Labels) -> float:
    """One over the place of the first relevant item; 0 where nothing is relevant."""
    places = np.flatnonzero(relevant)
    return 1 / (int(places[0]) + 1) if len(places) else 0.0


def recall(ranks: Sequence[int | None], k: int) -> float:
    """The share of questions whose item stands among the first `k`; ranks count from 0."""
    return float(np.mean([rank is not None and rank < k for rank in ranks])) if ranks else 0.0


def ndcg(grades: Sequence[float], ideal: Sequence[float], k: int) -> float:
    """Normalised discounted cumulative gain of the first `k` (Järvelin and Kekäläinen 2002).

    `grades` are those of the ranking from its top, `ideal` all grades there are.
    """
    best = _gain(sorted(ideal, reverse=True)[:k])
    return _gain(grades[:k]) / best if best else 0.0


def _gain(grades: Sequence[float]) -> float:
    return sum(grade / float(np.log2(place + 2)) for place, grade in enumerate(grades))


def auroc(scores: Sequence[float], positive: Sequence[bool]) -> float:
    """How often a positive item scores above a negative one, ties counted half.

    Raises ValueError where one of the two kinds is missing.

    >>> auroc([0.9, 0.4, 0.5, 0.1], [True, True, False, False])
    0.75
    """
    values, flags = np.asarray(scores, float), np.asarray(positive, bool)
    if flags.all() or not flags.any():
        raise ValueError("positive and negative items are needed")
    ranks = _mean_ranks(values)
    count = int(flags.sum())
    above = ranks[flags].sum() - count * (count + 1) / 2
    return float(above / (count * (len(flags) - count)))


def _mean_ranks(values: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """The rank of each value from 1, equal values sharing their mean rank."""
    _, inverse, counts = np.unique(values, return_inverse=True, return_counts=True)
    last = np.cumsum(counts)
    return np.asarray(((last - counts + 1 + last) / 2)[inverse])


def calibration_error(
    probabilities: Sequence[float], true: Sequence[bool], bins: int = 10
) -> float:
    """The mean distance between probability and truth over bins (Naeini et al. 2015)."""
    values, flags = np.asarray(probabilities, float), np.asarray(true, float)
    places = np.minimum((values * bins).astype(int), bins - 1)
    gaps = [
        abs(values[places == b].mean() - flags[places == b].mean()) * (places == b).mean()
        for b in range(bins)
        if (places == b).any()
    ]
    return float(sum(gaps))
