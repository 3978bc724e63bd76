"""Running sums over the tokens of a sentence, and sums that fade with the distance."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Column = NDArray[np.float32] | NDArray[np.float64] | NDArray[np.bool_]
"""One feature of all candidates, (n,)."""


def are_among(tags: NDArray[np.uint8], letters: bytes) -> NDArray[np.bool_]:
    """Which tags (n,), codes of ASCII, are among some letters: (n,)."""
    return _table(letters).take(tags)


@cache
def _table(letters: bytes) -> NDArray[np.bool_]:
    """Of every code of ASCII whether it is among some letters."""
    table = np.zeros(128, dtype=bool)
    table[list(letters)] = True
    return table


def are_empty(words: Sequence[str]) -> NDArray[np.bool_]:
    """Which of n words are empty: (n,)."""
    return np.array([not word for word in words], dtype=bool)


def equal(
    words: Sequence[str], word: str, *, before: int = 1, behind: int = 1
) -> NDArray[np.bool_]:
    """Which words are the one given, with so many places around them: (before + n + behind,).

    None is where the word given is empty.
    """
    found = np.zeros(before + len(words) + behind, dtype=bool)
    if word:
        found[before : before + len(words)] = [other == word for other in words]
    return found


def running_sums(values: Floats | NDArray[np.bool_]) -> Floats:
    """Running sums of (n, …) along the first axis, beginning with zero: (n + 1, …)."""
    sums = np.zeros((len(values) + 1, *values.shape[1:]), dtype=np.float32)
    np.cumsum(values, axis=0, out=sums[1:])
    return sums


def faded(weights: Floats, rate: float) -> Floats:
    """(n + 1,): entry i is the sum of the weights before i, each faded by its distance."""
    totals = itertools.accumulate(weights.tolist(), lambda t, w: t * rate + w, initial=0.0)
    return np.fromiter(totals, dtype=np.float32, count=len(weights) + 1)


def nearness(marked: Floats) -> Floats:
    """(n + 1,): entry i is 0.8 to the power of the distance from the nearest mark before i."""
    totals = itertools.accumulate(marked.tolist(), lambda t, m: max(t * 0.8, m), initial=0.0)
    return np.fromiter(totals, dtype=np.float32, count=len(marked) + 1)
