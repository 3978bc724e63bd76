"""Logistic regressions over named features, as training writes them and Quoth reads them.

The logarithm of the odds is the bias plus, for each feature, its weight times its distance from its
mean in training (Hosmer and Lemeshow 2013), so that the parts of an explanation add up to it.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from retrieval.errors import ModelError
from retrieval.records import Part

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class LogisticModel:
    """A logistic regression over named features: means and weights are float64 (n_features,)."""

    names: tuple[str, ...]
    means: Floats
    weights: Floats
    bias: float

    def odds(self, values: Mapping[str, Floats]) -> Floats:
        """The natural logarithm of the odds of each candidate: (n,)."""
        table = np.array([values[name] for name in self.names])
        return np.asarray(self.weights @ (table - self.means[:, None]) + self.bias)

    def parts(self, values: Mapping[str, Floats], row: int) -> tuple[Part, ...]:
        """What each feature adds to the odds of the candidate in `row`; the rest is the bias."""
        amounts = [
            float((values[name][row] - mean) * weight)
            for name, mean, weight in zip(self.names, self.means, self.weights, strict=True)
        ]
        parts = [Part(name, amount) for name, amount in zip(self.names, amounts, strict=True)]
        return (Part("bias", self.bias), *parts)


def probability(odds: Floats) -> Floats:
    """The probability, 0 to 1, of each of some log odds: 1 / (1 + exp(-odds)).

    Odds are taken to lie between -30 and 30.
    """
    return np.asarray(1 / (1 + np.exp(-np.clip(odds, -30, 30))))


def read_weights(text: str, *, names: Collection[str]) -> LogisticModel:
    """The model of a file that holds one; features that it lacks weigh nothing.

    Raises ModelError where it is none, or weighs others than `names`.
    """
    try:
        model = logistic_model(json.loads(text))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ModelError(f"The file of weights can't be used: {error!r}.") from None
    unknown = sorted(set(model.names).difference(names))
    if unknown:
        raise ModelError(f"The weights are of other signals: {', '.join(unknown[:3])}.")
    return model


def logistic_model(table: Mapping[str, Mapping[str, list[float]] | float]) -> LogisticModel:
    """The model of a table of a bias and, for each feature, its mean and its weight.

    Raises KeyError, TypeError or ValueError where it is none.
    """
    features = table["features"]
    bias = table["bias"]
    if not isinstance(features, dict) or not isinstance(bias, float):
        raise TypeError("a bias and a table of features are needed")
    rows = np.array(list(features.values()), dtype=np.float64).reshape(-1, 2)
    return LogisticModel(names=tuple(features), means=rows[:, 0], weights=rows[:, 1], bias=bias)
