"""Logistic regressions and boosted trees fitted to examples, the same on any machine."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from retrieval.ranking.logistic import Floats, LogisticModel
from retrieval.ranking.trees import Branch, Trees, read_trees

if TYPE_CHECKING:
    from sklearn.tree._tree import Tree

FOLDS = 5  # parts of the questions; each is judged by models that learnt from the other parts
REGULARISATION = 0.05  # of the ranker
DIGITS = 4
# Of scikit-learn's GradientBoostingClassifier; with half or twice of these hardly anything changes:
TREES, LEAVES, RATE = 150, 16, 0.1
SHARE = 0.12  # of all features that a branch may choose from
SMALLEST = 30  # examples of a leaf


@dataclass(frozen=True, slots=True)
class Examples:
    """Training examples: `values` (n, n_features), `labels` (n,), `weights` (n,)."""

    values: Floats
    labels: npt.NDArray[np.bool_]
    weights: Floats


def together(parts: Sequence[Examples]) -> Examples:
    """Several lots of examples as one."""
    return Examples(
        values=np.vstack([part.values for part in parts]),
        labels=np.concatenate([part.labels for part in parts]),
        weights=np.concatenate([part.weights for part in parts]),
    )


def fit(
    names: Sequence[str], examples: Sequence[Examples], *, regularisation: float = REGULARISATION
) -> LogisticModel:
    """The logistic regression of some examples, its weights in the features' own units.

    `regularisation` is C of scikit-learn's LogisticRegression, on standardised features.
    """
    from sklearn.linear_model import LogisticRegression
    from sklearn.preprocessing import StandardScaler

    every = together(examples)
    scaler = StandardScaler().fit(every.values)
    model = LogisticRegression(C=regularisation, solver="newton-cholesky", tol=1e-8)
    model.fit(scaler.transform(every.values), every.labels, sample_weight=every.weights)
    kept = np.flatnonzero(scaler.var_ > 0).tolist()
    return LogisticModel(
        names=tuple(names[i] for i in kept),
        means=_rounded(scaler.mean_[kept]),
        weights=_rounded(model.coef_[0][kept] / scaler.scale_[kept]),
        bias=float(_rounded(model.intercept_)[0]),
    )


@dataclass(frozen=True, slots=True)
class Boosted:
    """Boosted trees as they are written."""

    bias: float
    trees: list[Branch]

    def read(self) -> Trees:
        """The same, ready for use."""
        return read_trees(self.bias, self.trees)


def tabulated(model: LogisticModel) -> dict[str, Any]:
    """A model as `retrieval.ranking.ranker.logistic_model` reads it."""
    rows = zip(model.names, model.means.tolist(), model.weights.tolist(), strict=True)
    return {"bias": model.bias, "features": {name: [mean, weight] for name, mean, weight in rows}}


def grow(names: Sequence[str], examples: Sequence[Examples]) -> Boosted:
    """Boosted trees of some examples (Friedman 2001), as they are written."""
    from sklearn.ensemble import GradientBoostingClassifier

    model = GradientBoostingClassifier(
        n_estimators=TREES,
        learning_rate=RATE,
        max_depth=None,
        max_leaf_nodes=LEAVES,
        min_samples_leaf=SMALLEST,
        max_features=SHARE,
        random_state=0,
    )
    every = together(examples)
    model.fit(every.values, every.labels, sample_weight=every.weights)
    share = float(np.average(every.labels, weights=every.weights))
    return Boosted(
        bias=_round(math.log(share / (1 - share))),
        trees=[_branch(tree.tree_, 0, names) for tree in model.estimators_[:, 0]],
    )


def _branch(tree: Tree, node: int, names: Sequence[str]) -> Branch:
    """A node of a tree of scikit-learn with all below it, as it is written."""
    below, above = int(tree.children_left[node]), int(tree.children_right[node])
    if below < 0:
        return _round(RATE * float(tree.value[node, 0, 0]))
    return [
        names[int(tree.feature[node])],
        _round(float(tree.threshold[node])),
        _branch(tree, below, names),
        _branch(tree, above, names),
    ]


def _round(value: float) -> float:
    return float(f"{value:.{DIGITS}g}")


def _rounded(values: Floats) -> Floats:
    return np.array([_round(value) for value in values])
