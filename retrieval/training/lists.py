"""Training examples from questions that come with a list of candidate sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from retrieval.analysis import analyser
from retrieval.evaluation.datasets import Selection
from retrieval.question import parse_question
from retrieval.ranking.features import features, listed
from retrieval.ranking.logistic import Floats
from retrieval.ranking.ranker import weighing
from retrieval.ranking.sketch import sketched
from retrieval.training.fitting import FOLDS, Examples
from retrieval.weighing import build_index


@dataclass(frozen=True, slots=True)
class Lists:
    """The candidate lists of a file: one table of features and labels a question."""

    names: tuple[str, ...]
    values: tuple[Floats, ...]
    labels: tuple[npt.NDArray[np.bool_], ...]

    def examples(self, weight: float, *, without: int | None = None) -> Examples:
        """All lists as examples of one weight; every FOLDS-th one from `without` on is left out."""
        rows = [i for i in range(len(self.values)) if without is None or i % FOLDS != without]
        labels = np.concatenate([self.labels[i] for i in rows])
        values = np.vstack([self.values[i] for i in rows])
        return Examples(values, labels, np.full(len(labels), weight))


def lists_of(
    questions: Sequence[Selection],
    *,
    salience: Sequence[Mapping[str, float]],
    lower: bool = False,
    shuffled: bool = False,
) -> Lists:
    """The features of every list; `lower` drops capitals, `shuffled` hides the order.

    `salience` is what is learnt without each fold of the questions.
    """
    analysis = analyser("en")
    pool = dict.fromkeys(_case(text, lower) for asked in questions for text in asked.candidates)
    index = build_index([analysis.terms(text) for text in pool])
    idf: dict[str, float] = {}

    def weight(term: str) -> float:
        return idf[term] if term in idf else idf.setdefault(term, index.idf(term))

    salient = [weighing(weight, learnt, language="en") for learnt in salience]
    tables = []
    for number, asked in enumerate(questions):
        question = parse_question(_case(asked.question, lower))
        sketches = sketched([_case(text, lower) for text in asked.candidates], language="en")
        ordered = asked.ordered and not shuffled
        given = listed(
            question, sketches, idf=weight, title=_case(asked.title, lower), ordered=ordered
        )
        tables.append(features(question, given, idf=salient[number % len(salient)]))
    return Lists(
        names=tuple(tables[0]),
        values=tuple(np.column_stack(list(table.values())) for table in tables),
        labels=tuple(np.array(asked.labels, dtype=bool) for asked in questions),
    )


def _case(text: str, lower: bool) -> str:
    return text.lower() if lower else text
