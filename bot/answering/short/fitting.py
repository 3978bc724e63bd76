"""Weights from examples: a conditional logistic regression over the candidates of a question.

Every question is a choice among its candidates, softmax(x @ (shared + own class's weights)); the
loss is the negative log of the share that all candidates equal to a gold answer get together, plus
a square penalty on shared weights and on each class's departure from them. scipy's L-BFGS-B with
exact gradients; starting from zero, so that the result depends on the examples alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
_LEAST_GOLD = 0.3


@dataclass(frozen=True, slots=True)
class Example:
    """One question over one paragraph.

    `rows` (n_candidates, n_features) float32; `gains` (n_candidates,) float32, F1 of each against
    the gold answers; `wanted` its class of answers.
    """

    wanted: str
    rows: Floats
    gains: Floats


@dataclass(frozen=True, slots=True)
class Penalty:
    """How strongly weights are held near zero: `square` for all.

    The weights of a class are multiplied by `own` (0 to 1): the smaller it is, the nearer they
    stay to the shared ones.
    """

    square: float = 3.0
    own: float = 0.5
    iterations: int = 80


def fit(
    examples: Sequence[Example], classes: Sequence[str], penalty: Penalty
) -> NDArray[np.float64]:
    """(1 + n_classes, n_features): the shared weights, then what each class adds to them."""
    from scipy.optimize import minimize

    problem = _Problem(examples, classes, penalty)
    start = np.zeros(problem.shape).ravel()
    found = minimize(
        problem.loss,
        start,
        jac=True,
        method="L-BFGS-B",
        options={"maxiter": penalty.iterations},
    )
    weights: NDArray[np.float64] = found.x.reshape(problem.shape)
    weights[1:] *= penalty.own
    return weights


class _Problem:
    """The loss and its gradient over all examples at once."""

    def __init__(
        self, examples: Sequence[Example], classes: Sequence[str], penalty: Penalty
    ) -> None:
        lengths = [len(example.gains) for example in examples]
        self.penalty = penalty
        self.shape = (1 + len(classes), examples[0].rows.shape[1])
        self.firsts = np.cumsum([0, *lengths])[:-1]
        self.owner = np.repeat(np.arange(len(examples)), lengths)
        gains = np.concatenate([example.gains for example in examples])
        best = np.maximum.reduceat(gains, self.firsts)
        self.gold = (gains >= best[self.owner] - 1e-6).astype(np.float64)
        self.counted = (best > _LEAST_GOLD).astype(np.float64)
        numbers = np.array([classes.index(example.wanted) for example in examples])
        every = np.concatenate([example.rows for example in examples])
        self.places = [np.flatnonzero(numbers[self.owner] == c) for c in range(len(classes))]
        self.rows = [every[places] for places in self.places]

    def loss(self, flat: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        """The penalised loss at a point (n_weights,), and its gradient there: (n_weights,)."""
        weights = flat.reshape(self.shape)
        scores = np.empty(len(self.owner))
        for number, (places, rows) in enumerate(zip(self.places, self.rows, strict=True)):
            own = weights[0] + self.penalty.own * weights[number + 1]
            scores[places] = rows @ own.astype(np.float32)
        highest = np.maximum.reduceat(scores, self.firsts)
        powers = np.exp(scores - highest[self.owner])
        totals = np.add.reduceat(powers, self.firsts)
        golden = np.add.reduceat(powers * self.gold, self.firsts)
        shares = powers / totals[self.owner]
        wanted = powers * self.gold / golden[self.owner]
        error = (shares - wanted) * self.counted[self.owner]
        gradient = np.empty(self.shape)
        for number, (places, rows) in enumerate(zip(self.places, self.rows, strict=True)):
            gradient[number + 1] = error[places].astype(np.float32) @ rows
        gradient[0] = gradient[1:].sum(axis=0)
        gradient[1:] *= self.penalty.own
        square = self.penalty.square
        value = -(np.log(golden / totals) * self.counted).sum() + square / 2 * (flat @ flat)
        return float(value), gradient.ravel() + square * flat
