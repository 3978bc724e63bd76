"""Probabilities as log odds, on which evidence adds up, and back."""

from __future__ import annotations

import math

_LEAST = 1e-6


def log_odds(probability: float) -> float:
    """The natural logarithm of the odds, between -13.8 and 13.8.

    >>> round(log_odds(0.5), 3)
    0.0
    """
    bounded = min(max(probability, _LEAST), 1 - _LEAST)
    return math.log(bounded / (1 - bounded))


def probability_of(odds: float) -> float:
    """The probability, 0 to 1, whose odds have this natural logarithm."""
    return 1 / (1 + math.exp(-odds))
