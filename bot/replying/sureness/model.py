"""The trees that tell how sure a reply may be, read from the file that `training` writes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from retrieval.errors import ModelError
from retrieval.odds import probability_of
from retrieval.ranking.ranker import SALIENT
from retrieval.ranking.trees import Trees, read_trees

FILE = Path(__file__).with_name("trees.json")
TREES = 3 / 4  # of how sure a reply is at most; the rest is the retriever's word
KNOWN_TO = 4.0  # log10 of the passages of a collection of which the trees know nothing any more


def share_of_trees(language: str, *, size: float) -> float:
    """How much the trees count, 0 to `TREES`: nothing in other languages than theirs, and the less
    the larger the collection is, from a thousand passages on; they learnt from small ones.

    `size` is the decimal logarithm of its passages.
    """
    return TREES * min(max(KNOWN_TO - size, 0.0), 1.0) if language == SALIENT else 0.0


def sureness(told: Mapping[str, float], *, model: Trees | None = None) -> float:
    """The probability that the documents answer an English question, by its signals."""
    return probability_of((model or shipped_model()).odds_of(told))


def read_model(text: str) -> Trees:
    """The trees of a file; raises ModelError where it doesn't have the form `training` writes."""
    try:
        table = json.loads(text)
        return read_trees(float(table["bias"]), table["trees"])
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ModelError(f"The file of how sure replies are can't be used: {error!r}.") from None


@cache
def shipped_model() -> Trees:
    """The model that comes with Quoth, read once."""
    return read_model(FILE.read_text(encoding="utf-8"))
