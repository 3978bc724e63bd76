"""Trains the model of whether a collection answers a question at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from retrieval.building import retriever_of
from retrieval.confidence import signals
from retrieval.evaluation import auroc
from retrieval.openings import Opening
from retrieval.question import parse_question
from retrieval.ranker import Floats, LogisticModel
from retrieval.synonyms import reworded
from retrieval.training.fitting import Examples, fit
from retrieval.training.folds import FOLDS
from retrieval.training.opened import untrained

ORIGINAL, REWORDED = "", " in other words"


@dataclass(frozen=True, slots=True)
class Told:
    """What one question of an opening showed: signals by name, and whether it is answered.

    `kind` and `weight` are those of the opening, `fold` the part that the question belongs to.
    """

    kind: str
    fold: int
    signals: dict[str, Floats]
    answered: bool
    weight: float


def train_confidence(
    opened: Iterable[Opening], folds: Sequence[LogisticModel], *, salience: Mapping[str, float]
) -> tuple[LogisticModel, dict[str, float]]:
    """The model of whether a collection answers at all, and its figures by cross-validation.

    `folds` are the passage models, each learnt without one part of the questions.
    """
    told = [one for opening in opened for one in _told(opening, folds, salience)]
    names = tuple(told[0].signals)
    weights = np.array([one.weight for one in told])
    table = np.array([[float(one.signals[name][0]) for name in names] for one in told])
    labels = np.array([one.answered for one in told])
    fold = np.array([one.fold for one in told])
    likely = np.zeros(len(labels))
    for number in range(FOLDS):
        seen = fold != number
        model = fit(names, [Examples(table[seen], labels[seen], weights[seen])])
        likely[~seen] = model.odds(dict(zip(names, table[~seen].T, strict=True)))
    kinds = np.array([one.kind for one in told])
    figures = {
        f"auroc, {kind}": round(
            auroc(likely[kinds == kind].tolist(), labels[kinds == kind].tolist()), 3
        )
        for kind in sorted(set(kinds.tolist()))
    }
    return fit(names, [Examples(table, labels, weights)]), figures


def _told(
    opening: Opening, folds: Sequence[LogisticModel], salience: Mapping[str, float]
) -> Iterator[Told]:
    """What every question of an opening shows, as it is and in other words."""
    retriever = retriever_of(opening.passages, ranker=untrained(salience))
    random = np.random.default_rng(7)
    for article, question, answered in opening.questions:
        other = reworded(question, lambda n: int(random.integers(n)))
        for wording, text in ((ORIGINAL, question), (REWORDED, other)):
            judged = retriever.judge(parse_question(text))
            if len(judged.numbers):
                odds = folds[article % FOLDS].odds(judged.values)
                told = signals(judged.query, judged.values, odds, passages=len(opening.passages))
                yield Told(opening.kind + wording, article % FOLDS, told, answered, opening.weight)
