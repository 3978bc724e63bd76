"""The weights that tell rivals, read from the small file that `training` writes."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from bot.answering.rivals.signals import NAMES
from retrieval.ranking.logistic import LogisticModel, read_weights

FILE = Path(__file__).with_name("weights.json")


@cache
def shipped_model() -> LogisticModel:
    """The model that comes with Quoth, read once; signals that it lacks weigh nothing."""
    return read_weights(FILE.read_text(encoding="utf-8"), names=NAMES)
