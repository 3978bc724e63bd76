"""Trains the models of whether a collection answers a question at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from retrieval.building import retriever_of
from retrieval.confidence import signals
from retrieval.evaluation import auroc
from retrieval.openings import Opening
from retrieval.question import parse_question
from retrieval.ranker import Floats, LogisticModel, agreement
from retrieval.synonyms import reworded
from retrieval.training.asked import Asked
from retrieval.training.fitting import Examples, fit
from retrieval.training.folds import FOLDS
from retrieval.training.opened import untrained

ORIGINAL, REWORDED = "", " in other words"
INVENTED = "invented collections"
ASKED_WEIGHT = 0.3  # of a question asked of one, for the answer: there are not so many
BALANCE = 1.5  # of such a question, against one whose answer was taken out, for both together


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
    opened: Iterable[Opening],
    asked: Asked,
    folds: Sequence[LogisticModel],
    *,
    salience: Mapping[str, float],
) -> tuple[dict[str, LogisticModel], dict[str, float]]:
    """The models of subject, answer and both (see `retrieval.ranker.Ranker`), and how well they
    tell answered questions, by cross-validation.

    The subject is learnt from `opened`, the answer from `asked`; `folds` are the passage models,
    each learnt without one part of the questions.
    """
    outside = [one for opening in opened for one in _told(opening, folds, salience)]
    inside = [Told(INVENTED, *told, weight=ASKED_WEIGHT) for told in asked.told(folds)]
    subject, answer = _fitted(outside), _fitted(inside)
    parts = [
        *_parts(outside, _unseen(outside), [answer] * FOLDS),
        *_parts(inside, [subject] * FOLDS, _unseen(inside)),
    ]
    every = [
        replace(one, signals=signals, weight=BALANCE if one.kind == INVENTED else one.weight)
        for one, signals in zip((*outside, *inside), parts, strict=True)
    ]
    both = _fitted(every)
    likely = np.concatenate([both.odds(one.signals) for one in every])
    return {"subject": subject, "answer": answer, "both": both}, _figures(every, likely)


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
    names = tuple(told[0].signals)
    values = np.array([[float(one.signals[name][0]) for name in names] for one in told])
    labels = np.array([one.answered for one in told])
    return fit(names, [Examples(values, labels, np.array([one.weight for one in told]))])


def _unseen(told: Sequence[Told]) -> list[LogisticModel]:
    """For each fold the model that has not seen it."""
    return [_fitted([one for one in told if one.fold != fold]) for fold in range(FOLDS)]


def _parts(
    told: Sequence[Told], subjects: Sequence[LogisticModel], answers: Sequence[LogisticModel]
) -> Iterator[dict[str, Floats]]:
    """What both models say of each, by those of its fold."""
    for one in told:
        yield agreement(subjects[one.fold].odds(one.signals), answers[one.fold].odds(one.signals))


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
