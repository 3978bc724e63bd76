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
Numbers = npt.NDArray[np.intp]
Branch: TypeAlias = "float | Sequence[str | Branch]"
"""A tree as it is written: a leaf's amount, or a name, a threshold, the branch for values up to it
and the branch for those above.
"""


@dataclass(frozen=True, slots=True)
class Trees:
    """Trees over named values, the nodes of all of them in one row.

    `roots` (n_trees,) are the first nodes of each. Of every node, (n_nodes,), `asked` is a number
    of `names`, `below` and `above` are the nodes that follow, which for a leaf are the leaf itself:
    all intp. `thresholds` and `amounts` are float64. No path has more than `depth` steps.
    """

    names: tuple[str, ...]
    bias: float
    roots: Numbers
    asked: Numbers
    thresholds: Floats
    below: Numbers
    above: Numbers
    amounts: Floats
    depth: int

    def odds(self, values: Mapping[str, Floats]) -> Floats:
        """The natural logarithm of the odds of each of n cases, by their values: (n,)."""
        n = len(next(iter(values.values())))
        columns = [values[name] for name in self.names] or [np.zeros(n)]  # where all are leaves
        table = np.array(columns)
        return np.array([self._sum(case) for case in table.T]) + self.bias

    def odds_of(self, case: Mapping[str, float]) -> float:
        """The natural logarithm of the odds of one case, by its values."""
        return self._sum(np.array([case[name] for name in self.names] or [0.0])) + self.bias

    def _sum(self, case: Floats) -> float:
        """The sum of the leaves that a case leads to.

        Every node is compared, also those that the case never comes to: with few nodes one
        comparison of arrays is quicker than a walk down each tree.
        """
        follow = np.where(case.take(self.asked) > self.thresholds, self.above, self.below)
        at = self.roots
        for _ in range(self.depth):
            at = follow.take(at)
        return float(self.amounts.take(at).sum())


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
    nodes: list[_Node] = []
    roots, depth = [], 0
    for branch in branches:
        roots.append(len(nodes))
        depth = max(depth, _grow(branch, nodes))
    names = tuple(sorted({node.name for node in nodes if node.name}))
    numbers = {name: number for number, name in enumerate(names)}
    return Trees(
        names=names,
        bias=bias,
        roots=np.array(roots, dtype=np.intp),
        asked=np.array([numbers.get(node.name, 0) for node in nodes], dtype=np.intp),
        thresholds=np.array([node.threshold for node in nodes], dtype=np.float64),
        below=np.array([node.below for node in nodes], dtype=np.intp),
        above=np.array([node.above for node in nodes], dtype=np.intp),
        amounts=np.array([node.amount for node in nodes], dtype=np.float64),
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
