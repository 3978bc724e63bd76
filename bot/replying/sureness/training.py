"""The command that makes trees.json, and prints what to expect of it.

    python -m bot.replying.sureness.training [--output FILE] PARAGRAPHS.jsonl COLLECTIONS

PARAGRAPHS are those of an encyclopedia, some of whose answers are taken out; see
`retrieval.evaluation.incomplete`. COLLECTIONS holds folders as `retrieval.training.invented`
describes them. Each question is asked of its own collection, and of a larger one in which several
are put together; some are asked of another one, which can't answer. The figures are of a
cross-validation in which no collection is in both parts: AUROC, and of the questions without an
answer the share refused where some of those with one are.
"""

from __future__ import annotations

import argparse
import json
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from bot.follow_up.choosing import HITS
from bot.phrasing import load_phrases
from bot.replying.considering import consider
from bot.replying.sureness.model import FILE
from bot.settings import load_settings
from retrieval.building import build_retriever, retriever_of
from retrieval.collection import read_collection
from retrieval.evaluation.datasets import Posed, read_paragraphs, read_posed
from retrieval.evaluation.incomplete import Incomplete, incomplete_collections
from retrieval.evaluation.measures import auroc
from retrieval.question import parse_question
from retrieval.ranking.logistic import Floats
from retrieval.ranking.ranker import SALIENT
from retrieval.records import Document
from retrieval.retriever import Retriever
from retrieval.training.fitting import DIGITS, FOLDS, Boosted, Examples, grow
from retrieval.training.invented import ALONE, DOCUMENTS, LIMITS, QUESTIONS, TOGETHER

LARGER = 5  # collections into which all are put together
ELSEWHERE = 45  # questions of other collections that each is asked
FAR, ASTRAY = 3.0, 0.3  # weights of a question far from any matter, and of one asked elsewhere
TAKEN_OUT = 0.5  # weight of a question about paragraphs whose answers may be taken out
CERTAINTY = 0.6  # of a short answer that counts as lifted, whatever the settings say by now
REFUSED = (0.05, 0.08)  # shares of answered questions that are refused


@dataclass(frozen=True, slots=True)
class Case:
    """One question: its signals, the number of the collection or article it is asked of, and
    whether that answers it.

    `weight` is how much it counts in training; only what is asked of its own collection makes the
    figures.
    """

    signals: dict[str, float]
    collection: int
    answered: bool
    weight: float
    own: bool


@dataclass(frozen=True, slots=True)
class Place:
    """A collection with its number and what is asked of it."""

    number: int
    folder: Path
    questions: tuple[Posed, ...]


class Asking:
    """Asks questions of collections as the bot would, with its wording."""

    def __init__(self) -> None:
        """Take the shipped wording."""
        self._phrases = load_phrases(load_settings(environment={}).phrases.folder)[SALIENT]

    def signals(self, retriever: Retriever, question: str) -> dict[str, float]:
        """The signals of a question; none where nothing is found for it."""
        found = retriever.search(parse_question(question), k=HITS)
        considered = consider(found, retriever, phrases=self._phrases, certainty=CERTAINTY)
        return dict(considered.signals)


def cases(paragraphs: Path, folder: Path) -> list[Case]:
    """What is asked of paragraphs, and of each collection of a folder: alone, together with others,
    and elsewhere.

    Raises CollectionError where a file can't be used.
    """
    folders = sorted(place for place in folder.iterdir() if place.is_dir())
    places = [Place(n, one, tuple(read_posed(one / QUESTIONS))) for n, one in enumerate(folders)]
    asking = Asking()
    alone = [case for place in places for case in _asked_alone(asking, place, places)]
    groups = [places[part::LARGER] for part in range(LARGER)]
    together = [case for group in groups for case in _asked_together(asking, group)]
    return [
        *alone,
        *together,
        *_taken_out(asking, incomplete_collections(read_paragraphs(paragraphs))),
    ]


def _asked_alone(asking: Asking, place: Place, every: Sequence[Place]) -> Iterator[Case]:
    """What is asked of a collection, and some of what is asked of the others."""
    retriever = build_retriever(_documents([place]))
    for posed in place.questions:
        if told := asking.signals(retriever, posed.question):
            weight = ALONE * (FAR if posed.far else 1.0)
            yield Case(told, place.number, bool(posed.quotes), weight, own=True)
    others = [posed for other in every if other != place for posed in other.questions]
    step = max(len(others) // ELSEWHERE, 1)
    for posed in others[place.number % step :: step]:
        if told := asking.signals(retriever, posed.question):
            yield Case(told, place.number, answered=False, weight=ASTRAY, own=False)


def _asked_together(asking: Asking, group: Sequence[Place]) -> Iterator[Case]:
    """What is asked of some collections put into one.

    What is far from the matter of its own may be answered by another and is left out.
    """
    retriever = build_retriever(_documents(group))
    for place in group:
        for posed in place.questions:
            told = {} if posed.far else asking.signals(retriever, posed.question)
            if told:
                yield Case(told, place.number, bool(posed.quotes), TOGETHER, own=False)


def _taken_out(asking: Asking, incomplete: Iterable[Incomplete]) -> Iterator[Case]:
    """What is asked of paragraphs, some of whose answers are taken out."""
    for collection in incomplete:
        retriever = retriever_of(collection.passages)
        for article, question, answered in collection.questions:
            if told := asking.signals(retriever, question):
                yield Case(told, article, answered, TAKEN_OUT, own=False)


def _documents(places: Sequence[Place]) -> list[Document]:
    """The documents of some collections, named apart."""
    return [
        replace(document, id=f"{place.folder.name}/{document.id}")
        for place in places
        for document in read_collection(place.folder / DOCUMENTS, limits=LIMITS).documents
    ]


def train(found: Sequence[Case]) -> Boosted:
    """The trees of some cases.

    They weigh unanswered questions otherwise than these are asked; the bias makes good for that
    (the correction for a prior, King and Zeng 2001).
    """
    names = tuple(found[0].signals)
    values = np.array([[case.signals[name] for name in names] for case in found])
    labels = np.array([case.answered for case in found])
    weights = np.array([case.weight for case in found])
    own = np.array([case.own for case in found])
    grown = grow(names, [Examples(values, labels, weights)])
    shift = _odds(labels[own], np.ones(own.sum())) - _odds(labels, weights)
    return replace(grown, bias=round(grown.bias + shift, DIGITS))


def _odds(labels: npt.NDArray[np.bool_], weights: Floats) -> float:
    """The natural logarithm of the odds that a case is answered."""
    return math.log(weights[labels].sum() / weights[~labels].sum())


def cross_validated(found: Sequence[Case]) -> dict[str, float]:
    """How well trees tell answered questions of collections that they have not seen."""
    own = [case for case in found if case.own]
    likely = np.zeros(len(own))
    for fold in range(FOLDS):
        model = train([case for case in found if case.collection % FOLDS != fold]).read()
        for number, case in enumerate(own):
            if case.collection % FOLDS == fold:
                likely[number] = model.odds_of(case.signals)
    labels = np.array([case.answered for case in own])
    bars = {share: float(np.quantile(likely[labels], share)) for share in REFUSED}
    refused = {
        f"refused where {share:.0%} of answered ones are": round(
            float((likely[~labels] < bar).mean()), 3
        )
        for share, bar in bars.items()
    }
    return {"AUROC": round(auroc(likely.tolist(), labels.tolist()), 3), **refused}


def write(model: Boosted, figures: dict[str, float]) -> str:
    """The text of the file, a line a tree."""
    table = {
        "about": "How sure a reply is, written by python -m bot.replying.sureness.training.",
        "figures": figures,
        "bias": model.bias,
    }
    lines = ",\n".join(f"  {json.dumps(tree)}" for tree in model.trees)
    return f'{json.dumps(table, indent=1)[:-2]},\n "trees": [\n{lines}\n ]\n}}\n'


def main(argv: Sequence[str] | None = None) -> None:
    """Train, write the file, print the figures."""
    parser = argparse.ArgumentParser(description="Make the trees that tell how sure a reply is.")
    parser.add_argument("paragraphs", type=Path)
    parser.add_argument("collections", type=Path)
    parser.add_argument("--output", type=Path, default=FILE)
    given = parser.parse_args(argv)
    found = cases(given.paragraphs, given.collections)
    figures = cross_validated(found)
    given.output.write_text(write(train(found), figures), encoding="utf-8")
    print(json.dumps(figures, indent=1))  # noqa: T201


if __name__ == "__main__":
    main()
