"""The ranker: from named features of a passage to the probability that it answers the question.

It is a logistic regression, whose parts add up in an explanation. Whether any passage answers an
English question is told by boosted trees. `retrieval.training` writes all weights to one readable
file, and reading it takes no scikit-learn.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from retrieval.errors import ModelError
from retrieval.ranking.logistic import Floats, LogisticModel, logistic_model, probability
from retrieval.ranking.trees import Trees, read_trees

SALIENT = "en"  # the language whose words' salience was learnt, and of the invented collections


@dataclass(frozen=True, slots=True)
class Ranker:
    """The models of a collection.

    `passage` tells whether a passage answers a question in any language, `english` an English one;
    `answered` and `answered_english` whether the collection answers it at all. `salience`, 0 to 1,
    is how much each term of an English question matters; other terms count in full.
    """

    passage: LogisticModel
    english: LogisticModel
    answered: LogisticModel
    answered_english: Trees
    salience: Mapping[str, float]

    def judging(self, language: str) -> LogisticModel:
        """The model that judges a passage for a question in a language."""
        return self.english if language == SALIENT else self.passage

    def confidence(self, told: Mapping[str, Floats], language: str) -> Floats:
        """The probability that a collection answers each of n questions, by their signals: (n,)."""
        model = self.answered_english if language == SALIENT else self.answered
        return probability(model.odds(told))


def weighing(
    idf: Callable[[str], float], salience: Mapping[str, float], *, language: str
) -> Callable[[str], float]:
    """The weight of a term of a question in a language: how rare it is, times its salience."""
    if language != SALIENT:
        return idf
    return lambda term: idf(term) * salience.get(term, 1.0)


def read_ranker(text: str) -> Ranker:
    """The ranker of a file of weights.

    Raises ModelError where the file doesn't have the form that `retrieval.training` writes.
    """
    try:
        table = json.loads(text)
        return Ranker(
            passage=logistic_model(table["passage"]),
            english=logistic_model(table["english"]),
            answered=logistic_model(table["answered"]),
            answered_english=_trees(table["answered_english"]),
            salience={term: float(share) for term, share in table["salience"].items()},
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ModelError(f"The file of the ranker's weights can't be used: {error!r}.") from None


def _trees(table: Mapping[str, Any]) -> Trees:
    bias, trees = table["bias"], table["trees"]
    if not isinstance(bias, float) or not isinstance(trees, list):
        raise TypeError("a bias and a list of trees are needed")
    return read_trees(bias, trees)


@cache
def shipped_ranker() -> Ranker:
    """The ranker that comes with Quoth."""
    return read_ranker(Path(__file__).with_name("ranker.json").read_text(encoding="utf-8"))
