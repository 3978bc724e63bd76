"""The weights of the short answers' model: read from a small text file, applied to features."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from bot.answering.short.features import NAMES
from bot.answering.short.running import Floats
from retrieval.errors import ModelError

SHARED = "every"
FORMAT = 2


@dataclass(frozen=True, slots=True)
class Certainty:
    """A logistic regression: how likely the chosen words overlap what a person would answer.

    `bias` is that of each class of answers; `mass` weighs the logarithm of the odds of all
    candidates that overlap the chosen one, `prior` that of the passage's own odds.
    """

    bias: Mapping[str, float]
    mass: float
    prior: float

    def probability(self, wanted: str, *, mass: float, prior: float) -> float:
        """In (0, 1), from a class of answers and two natural logarithms of odds."""
        bias = self.bias.get(wanted, self.bias[SHARED])
        odds = bias + self.mass * mass + self.prior * prior
        return float(1 / (1 + np.exp(-np.clip(odds, -30, 30))))


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """One weight a feature for each class of answers, float32, shaped (len(NAMES),).

    A class without weights of its own uses those that all share. `prior` weighs the logarithm of
    a passage's odds against the features.
    """

    weights: Mapping[str, Floats]
    prior: float
    certainty: Certainty

    def scores(self, wanted: str, rows: Floats) -> Floats:
        """(n_candidates,): log of each candidate's share, but for a constant."""
        scores: Floats = rows @ self.weights.get(wanted, self.weights[SHARED])
        return scores


def read_model(path: Path | None = None) -> Model:
    """The model in a file, by default the one that comes with this package.

    Raises ModelError if it doesn't fit this version's features.
    """
    file = path or Path(__file__).with_name("weights.json")
    table = json.loads(file.read_text(encoding="utf-8"))
    if table.get("format") != FORMAT:
        raise ModelError(f"{file} has format {table.get('format')}, but {FORMAT} is wanted.")
    shared = table["weights"][SHARED]
    unknown = sorted(set(shared).symmetric_difference(NAMES))
    if unknown:
        raise ModelError(f"{file} was trained with other features: {', '.join(unknown[:3])}.")
    weights = {
        wanted: np.array([shared[name] + own.get(name, 0.0) for name in NAMES], dtype=np.float32)
        for wanted, own in {**table["weights"], SHARED: {}}.items()
    }
    return Model(weights=weights, prior=table["prior"], certainty=Certainty(**table["certainty"]))


@cache
def shipped_model() -> Model:
    """The model that comes with this package, read once."""
    return read_model()
