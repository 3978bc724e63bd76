"""Probabilities as log odds, on which evidence adds up, and back."""

from __future__ import annotations

import math

_LEAST = 1e-6


def log_odds(probability: float, *, least: float = _LEAST) -> float:
    """The natural logarithm of the odds, of a probability no nearer to 0 or 1 than `least`.

    >>> round(log_odds(0.5), 3)
    0.0
    """
    bounded = min(max(probability, least), 1 - least)
    return math.log(bounded / (1 - bounded))


def shifted(probability: float, odds: float) -> float:
    """A probability made likelier by `odds`, in log odds, or less likely where those are below 0.

    >>> round(shifted(0.5, 1.0), 2)
    0.73
    """
    return probability_of(log_odds(probability) + odds)


def probability_of(odds: float) -> float:
    """The probability, 0 to 1, whose odds have this natural logarithm."""
    return 1 / (1 + math.exp(-odds))
