"""The weights that tell rivals, read from the small file that `training` writes."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from bot.answering.rivals.signals import NAMES
from retrieval.errors import ModelError
from retrieval.ranking.ranker import LogisticModel, logistic_model

FILE = Path(__file__).with_name("weights.json")


def read_model(text: str) -> LogisticModel:
    """The model of a file, in which signals that it lacks weigh nothing.

    Raises ModelError where it weighs others than this version has.
    """
    try:
        model = logistic_model(json.loads(text))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ModelError(f"The file of the rivals' weights can't be used: {error!r}.") from None
    unknown = sorted(set(model.names).difference(NAMES))
    if unknown:
        raise ModelError(f"The rivals' weights are of other signals: {', '.join(unknown[:3])}.")
    return model


@cache
def shipped_model() -> LogisticModel:
    """The model that comes with Quoth, read once."""
    return read_model(FILE.read_text(encoding="utf-8"))
