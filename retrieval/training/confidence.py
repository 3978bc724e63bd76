"""Trains the models of whether a collection answers a question at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from retrieval.building import retriever_of
from retrieval.evaluation.incomplete import Incomplete
from retrieval.evaluation.measures import auroc
from retrieval.question import parse_question
from retrieval.ranking.confidence import signals
from retrieval.ranking.logistic import Floats, LogisticModel
from retrieval.synonyms import reworded
from retrieval.training.fitting import FOLDS, Boosted, Examples, fit, grow
from retrieval.training.invented import Asked
from retrieval.training.paragraphs import untrained

ORIGINAL, REWORDED = "", " in other words"
FOREIGN = "judged as in other languages, "


class Model(Protocol):
    """What gives the logarithm of odds of cases by their values."""

    def odds(self, values: Mapping[str, Floats]) -> Floats: ...


@dataclass(frozen=True, slots=True)
class Told:
    """The signals of one question by name, and whether its collection answers it.

    `kind` and `weight` are those of the collection, `fold` the part that the question belongs to.
    """

    kind: str
    fold: int
    signals: dict[str, Floats]
    answered: bool
    weight: float


def train_confidence(
    incomplete: Iterable[Incomplete],
    asked: Iterable[Asked],
    folds: Sequence[LogisticModel],
    foreign: Sequence[LogisticModel],
    *,
    salience: Mapping[str, float],
) -> tuple[LogisticModel, Boosted, dict[str, float]]:
    """The model for questions in any language, the trees for English ones, and their AUROC by
    cross-validation, by the kind of collection.

    Both learn from `incomplete` collections, the trees also from what people ask of their own
    documents, `asked`. `folds` are the models of English passages, `foreign` those of any language,
    each learnt without one fold of the questions.
    """
    every: list[Told] = []
    others: list[Told] = []
    for collection in incomplete:
        for english, other in _told(collection, folds, foreign, salience):
            every.append(english)
            others.append(other)
    for posed in asked:
        told = posed.told(folds)
        every += [Told(posed.kind, *one, weight=posed.weight) for one in told]
    figures = {
        **_figures(others, _unseen(others, _fitted)),
        **_figures(every, _unseen(every, lambda told: _grown(told).read())),
    }
    return _fitted(others), _grown(every), figures


def _unseen(told: Sequence[Told], learn: Callable[[Sequence[Told]], Model]) -> Floats:
    """What the model says of each that has not seen its fold: (n,)."""
    likely = np.zeros(len(told))
    for fold in range(FOLDS):
        model = learn([one for one in told if one.fold != fold])
        for number, one in enumerate(told):
            if one.fold == fold:
                likely[number] = model.odds(one.signals)[0]
    return likely


def _figures(told: Sequence[Told], likely: Floats) -> dict[str, float]:
    kinds = np.array([one.kind for one in told])
    labels = np.array([one.answered for one in told])
    return {
        f"auroc, {kind}": round(
            auroc(likely[kinds == kind].tolist(), labels[kinds == kind].tolist()), 3
        )
        for kind in sorted(set(kinds.tolist()))
    }


def _fitted(told: Sequence[Told]) -> LogisticModel:
    return fit(tuple(told[0].signals), [_examples(told)])


def _grown(told: Sequence[Told]) -> Boosted:
    return grow(tuple(told[0].signals), [_examples(told)])


def _examples(told: Sequence[Told]) -> Examples:
    values = np.array([[float(value[0]) for value in one.signals.values()] for one in told])
    labels = np.array([one.answered for one in told])
    return Examples(values, labels, np.array([one.weight for one in told]))


def _told(
    collection: Incomplete,
    folds: Sequence[LogisticModel],
    foreign: Sequence[LogisticModel],
    salience: Mapping[str, float],
) -> Iterator[tuple[Told, Told]]:
    """The signals of every question of a collection, as it is and in other words: each judged as an
    English one, then as one in another language.
    """
    retriever = retriever_of(collection.passages, ranker=untrained(salience))
    random = np.random.default_rng(7)
    for article, question, answered in collection.questions:
        fold = article % FOLDS
        other = reworded(question, lambda n: int(random.integers(n)))
        for wording, text in ((ORIGINAL, question), (REWORDED, other)):
            judged = retriever.judge(parse_question(text))
            if not len(judged.numbers):
                continue
            kind = collection.kind + wording
            english, others = (
                signals(
                    judged.query,
                    judged.alone.values,
                    models[fold].odds(judged.alone.values),
                    passages=len(collection.passages),
                )
                for models in (folds, foreign)
            )
            yield (
                Told(kind, fold, english, answered, collection.weight),
                Told(FOREIGN + kind, fold, others, answered, collection.weight),
            )
