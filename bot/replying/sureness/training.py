"""The command that makes trees.json, and prints what to expect of it.

    python -m bot.replying.sureness.training [--output FILE] COLLECTIONS

COLLECTIONS holds folders as `retrieval.training.asked` describes them. Each question is asked of
its own collection, and of a larger one in which several are put together. The figures are of a
cross-validation in which no collection is in both parts: AUROC, and of the questions without an
answer the share refused where some of those with one are.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from bot.phrasing import Phrases, load_phrases
from bot.replying.considering import consider
from bot.replying.sureness.model import FILE
from bot.settings import load_settings
from retrieval.building import build_retriever
from retrieval.collection import read_collection
from retrieval.evaluation.datasets import read_posed
from retrieval.evaluation.measures import auroc
from retrieval.question import parse_question
from retrieval.ranking.ranker import SALIENT, Floats
from retrieval.training.asked import ALONE, DOCUMENTS, LIMITS, QUESTIONS, TOGETHER
from retrieval.training.fitting import Boosted, Examples, grow
from retrieval.training.folds import FOLDS

LARGER = 5  # collections into which all are put together
HITS = 10
REFUSED = (0.05, 0.08)  # shares of answered questions that are refused


@dataclass(frozen=True, slots=True)
class Case:
    """One question: its signals, the number of its collection, and whether that answers it.

    `weight` is how much it counts in training; those of a larger collection are no figures.
    """

    signals: dict[str, float]
    collection: int
    answered: bool
    weight: float


def cases(folder: Path) -> list[Case]:
    """What is asked of each collection of a folder, alone and together with others.

    Raises CollectionError where a file can't be used.
    """
    places = list(enumerate(sorted(place for place in folder.iterdir() if place.is_dir())))
    settings = load_settings(environment={})
    phrases = load_phrases(settings.phrases.folder)[SALIENT]
    certainty = settings.answers.short
    alone = [case for place in places for case in _asked([place], ALONE, phrases, certainty)]
    groups = [places[part::LARGER] for part in range(LARGER)]
    return alone + [case for part in groups for case in _asked(part, TOGETHER, phrases, certainty)]


def _asked(
    places: Sequence[tuple[int, Path]], weight: float, phrases: Phrases, certainty: float
) -> Iterator[Case]:
    """What is asked of some collections put into one.

    What is far from the matter of its own may be answered by another and is left out.
    """
    documents = [
        replace(document, id=f"{place.name}/{document.id}")
        for _, place in places
        for document in read_collection(place / DOCUMENTS, limits=LIMITS).documents
    ]
    retriever = build_retriever(documents)
    for number, place in places:
        for posed in read_posed(place / QUESTIONS):
            if posed.far and len(places) > 1:
                continue
            found = retriever.search(parse_question(posed.question), k=HITS)
            considered = consider(found, retriever, phrases=phrases, certainty=certainty)
            if considered.signals:
                yield Case(dict(considered.signals), number, bool(posed.quotes), weight)


def train(found: Sequence[Case]) -> Boosted:
    """The trees of some cases."""
    names = tuple(found[0].signals)
    values = np.array([[case.signals[name] for name in names] for case in found])
    labels = np.array([case.answered for case in found])
    return grow(names, [Examples(values, labels, np.array([case.weight for case in found]))])


def cross_validated(found: Sequence[Case]) -> dict[str, float]:
    """How well trees tell answered questions of collections that they have not seen."""
    own = [case for case in found if case.weight == ALONE]
    likely = np.zeros(len(own))
    for fold in range(FOLDS):
        model = train([case for case in found if case.collection % FOLDS != fold]).read()
        for number, case in enumerate(own):
            if case.collection % FOLDS == fold:
                likely[number] = model.odds(_columns(case))[0]
    labels = np.array([case.answered for case in own])
    bars = {share: float(np.quantile(likely[labels], share)) for share in REFUSED}
    refused = {
        f"refused where {share:.0%} of answered ones are": round(
            float((likely[~labels] < bar).mean()), 3
        )
        for share, bar in bars.items()
    }
    return {"AUROC": round(auroc(likely.tolist(), labels.tolist()), 3), **refused}


def _columns(case: Case) -> dict[str, Floats]:
    return {name: np.array([value]) for name, value in case.signals.items()}


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
    parser.add_argument("collections", type=Path)
    parser.add_argument("--output", type=Path, default=FILE)
    given = parser.parse_args(argv)
    found = cases(given.collections)
    figures = cross_validated(found)
    given.output.write_text(write(train(found), figures), encoding="utf-8")
    print(json.dumps(figures, indent=1))  # noqa: T201


if __name__ == "__main__":
    main()
