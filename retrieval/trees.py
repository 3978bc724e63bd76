"""Boosted decision trees: many small ones whose leaves add up to the logarithm of odds.

Gradient boosting (Friedman 2001): each tree mends what those before it leave wrong. A tree asks of
one named value after another whether it is above a threshold, so that what a value tells may depend
on others.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Branch: TypeAlias = "float | Sequence[str | Branch]"
"""A tree as it is written: a leaf's amount, or a name, a threshold, the branch for values up to it
and the branch for those above.
"""


@dataclass(frozen=True, slots=True)
class Trees:
    """Trees over named values, all arrays (n_trees, n_nodes) and filled up with leaves.

    `asked` (intp) are numbers of `names`; `below` and `above` (intp) the nodes that follow, which
    for a leaf are the leaf itself; `thresholds` and `amounts` are float64. No path has more than
    `depth` steps.
    """

    names: tuple[str, ...]
    bias: float
    asked: npt.NDArray[np.intp]
    thresholds: Floats
    below: npt.NDArray[np.intp]
    above: npt.NDArray[np.intp]
    amounts: Floats
    depth: int

    def odds(self, values: Mapping[str, Floats]) -> Floats:
        """The natural logarithm of the odds of each of n cases, by their values: (n,)."""
        n = len(next(iter(values.values())))
        table = np.array([values[name] for name in self.names]).reshape(-1, n)
        cases, trees = np.arange(n)[:, None], np.arange(len(self.asked))
        at = np.zeros((n, len(self.asked)), dtype=np.intp)
        for _ in range(self.depth):
            up = table[self.asked[trees, at], cases] > self.thresholds[trees, at]
            at = np.where(up, self.above[trees, at], self.below[trees, at])
        return np.asarray(self.amounts[trees, at].sum(axis=1) + self.bias)


@dataclass(slots=True)
class _Node:
    name: str
    threshold: float
    below: int
    above: int
    amount: float


def read_trees(bias: float, branches: Sequence[Branch]) -> Trees:
    """Trees as they are written, put into arrays.

    Raises TypeError or ValueError where one doesn't have the form of a `Branch`.
    """
    grown: list[list[_Node]] = []
    depth = 0
    for branch in branches:
        nodes: list[_Node] = []
        depth = max(depth, _grow(branch, nodes))
        grown.append(nodes)
    names = tuple(sorted({node.name for nodes in grown for node in nodes if node.name}))
    numbers = {name: number for number, name in enumerate(names)}
    size = max(map(len, grown), default=0)
    spare = [_Node("", 0.0, n, n, 0.0) for n in range(size)]
    rows = [[*nodes, *spare[len(nodes) :]] for nodes in grown]

    def whole(of: str) -> npt.NDArray[np.intp]:
        return np.array([[getattr(n, of) for n in row] for row in rows], dtype=np.intp)

    def real(of: str) -> Floats:
        return np.array([[getattr(n, of) for n in row] for row in rows], dtype=np.float64)

    asked = np.array([[numbers.get(n.name, 0) for n in row] for row in rows], dtype=np.intp)
    return Trees(
        names=names,
        bias=bias,
        asked=asked,
        thresholds=real("threshold"),
        below=whole("below"),
        above=whole("above"),
        amounts=real("amount"),
        depth=depth,
    )


def _grow(branch: Branch, nodes: list[_Node]) -> int:
    """Add a branch's nodes behind those there are; how many steps its longest path has."""
    here = len(nodes)
    if isinstance(branch, int | float):
        nodes.append(_Node("", 0.0, here, here, float(branch)))
        return 0
    name, threshold, below, above = branch
    if not isinstance(name, str) or not isinstance(threshold, int | float):
        raise TypeError("a branch needs a name and a threshold")
    nodes.append(_Node(name, float(threshold), 0, 0, 0.0))
    nodes[here].below = len(nodes)
    deepest = _grow(below, nodes)
    nodes[here].above = len(nodes)
    return 1 + max(deepest, _grow(above, nodes))
