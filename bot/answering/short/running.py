"""Marks on the tokens of a sentence, running sums over them, and what fades with the distance."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


def are_among(tags: NDArray[np.uint8], letters: bytes) -> NDArray[np.bool_]:
    """Which tags are among some letters."""
    table = np.zeros(128, dtype=bool)
    table[list(letters)] = True
    return table.take(tags)


def are_empty(words: Sequence[str]) -> NDArray[np.bool_]:
    """Which words are empty."""
    return np.array([not word for word in words], dtype=bool)


def equal(
    words: Sequence[str], word: str, *, before: int = 1, behind: int = 1
) -> NDArray[np.bool_]:
    """Which words are the one given, which is not empty; so many places stand around them."""
    found = np.zeros(before + len(words) + behind, dtype=bool)
    if word:
        found[before : before + len(words)] = [other == word for other in words]
    return found


def running_sums(values: Floats) -> Floats:
    """Running sums along the first axis, beginning with zero."""
    zero = np.zeros((1, *values.shape[1:]), dtype=np.float32)
    return np.concatenate((zero, np.cumsum(values, axis=0, dtype=np.float32)))


def faded(weights: Floats, rate: float) -> Floats:
    """(n + 1,): entry i is the sum of the weights before i, each faded by its distance."""
    total = np.zeros(len(weights) + 1, dtype=np.float32)
    for i, weight in enumerate(weights.tolist()):
        total[i + 1] = total[i] * rate + weight
    return total


def nearness(marked: Floats) -> Floats:
    """(n + 1,): entry i is 0.8 to the power of the distance from the nearest mark before i."""
    total = np.zeros(len(marked) + 1, dtype=np.float32)
    for i, mark in enumerate(marked.tolist()):
        total[i + 1] = max(total[i] * 0.8, mark)
    return total
