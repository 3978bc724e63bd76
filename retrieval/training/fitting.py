"""Logistic regressions of training examples, with weights that any machine finds again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from retrieval.ranker import Floats, LogisticModel

REGULARISATION = 0.05  # C of scikit-learn's LogisticRegression, on standardised features
DIGITS = 4


@dataclass(frozen=True, slots=True)
class Examples:
    """Training examples: `values` (n, n_features), `labels` (n,), `weights` (n,)."""

    values: Floats
    labels: npt.NDArray[np.bool_]
    weights: Floats


def fit(names: Sequence[str], examples: Sequence[Examples]) -> LogisticModel:
    """The logistic regression of some examples, its weights in the features' own units."""
    from sklearn.linear_model import LogisticRegression
    from sklearn.preprocessing import StandardScaler

    values = np.vstack([part.values for part in examples])
    labels = np.concatenate([part.labels for part in examples])
    scaler = StandardScaler().fit(values)
    model = LogisticRegression(C=REGULARISATION, solver="newton-cholesky", tol=1e-8)
    weights = np.concatenate([part.weights for part in examples])
    model.fit(scaler.transform(values), labels, sample_weight=weights)
    kept = np.flatnonzero(scaler.var_ > 0).tolist()
    return LogisticModel(
        names=tuple(names[i] for i in kept),
        means=_rounded(scaler.mean_[kept]),
        weights=_rounded(model.coef_[0][kept] / scaler.scale_[kept]),
        bias=float(_rounded(model.intercept_)[0]),
    )


def _rounded(values: Floats) -> Floats:
    return np.array([float(f"{value:.{DIGITS}g}") for value in values])
