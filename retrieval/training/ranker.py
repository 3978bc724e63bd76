"""What the ranker learns from, and its file of weights: training and figures, put together."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from retrieval.evaluation.datasets import Paragraph, Selection, read_paragraphs, read_selection
from retrieval.evaluation.incomplete import (
    Incomplete,
    among,
    incomplete_collections,
    incomplete_sections,
)
from retrieval.ranking.logistic import LogisticModel
from retrieval.training.confidence import train_confidence
from retrieval.training.fitting import FOLDS, Examples, fit, tabulated
from retrieval.training.invented import Asked
from retrieval.training.lists import Lists, lists_of
from retrieval.training.paragraphs import ParagraphQuestions
from retrieval.training.salience import salience_of

DATA = {
    "selection/selqa-train.jsonl": "SelQA, Apache-2.0",
    "selection/selqa-dev.jsonl": "SelQA, Apache-2.0",
    "selection/nq-dev.jsonl": "Natural Questions, CC BY-SA 3.0",
    "reading/xquad-en-dev.jsonl": "XQuAD, CC BY-SA 4.0",
}
INVENTED = {"benchmarks/collections/learnt": "invented for Quoth"}
TOGETHER = (FOLDS, 1)  # collections into which all invented ones are put
SIZES = (0.125, 1.0)  # of all sentences of lists, among which paragraphs are asked about
LARGE_WEIGHT = 0.6  # of a question asked of a large collection, against one asked of a small one
ENLARGED = ("half of the paragraphs out", "half of the articles out")
EVERY = 4  # one in so many questions of SelQA also teaches what a small collection lacks
OPEN_WEIGHT = 4.0  # of a candidate found in a collection, against one from a list
ASKED_WEIGHT = 3.0  # of a candidate found in an invented collection, all of which are English
REWORDED_WEIGHT = 0.5  # of a candidate for a question put into other words
SELQA_WEIGHT = 0.5  # of a candidate for a question that was written with its answer in view
NQ_WEIGHTS = (4.0, 4.0, 2.0)  # of questions as people type them: as they are, lower, out of order


@dataclass(frozen=True, slots=True)
class _Taught:
    """What the ranker learns from: lists of candidates, and questions asked of collections."""

    names: Sequence[str]
    selqa: list[Examples]
    nq: Sequence[Lists]
    opened: ParagraphQuestions
    reworded: ParagraphQuestions
    asked: Asked

    def foreign(self, without: int | None = None) -> LogisticModel:
        """The model for any language, learnt without one fold of the collections' questions."""
        return fit(self.names, [*self._listed(), *self._found(without)])

    def english(self, without: int | None = None) -> LogisticModel:
        """The model for English, which invented collections teach as well."""
        own = self.asked.examples(ASKED_WEIGHT, without=without)
        return fit(self.names, [*self._listed(), *self._found(without), own])

    def beside_nq(self) -> list[Examples]:
        """All but the lists of Natural Questions."""
        return [*self.selqa, *self._found(), self.asked.examples(ASKED_WEIGHT)]

    def _listed(self) -> list[Examples]:
        weighed = zip(self.nq, NQ_WEIGHTS, strict=True)
        return [*self.selqa, *(part.examples(weight) for part, weight in weighed)]

    def _found(self, without: int | None = None) -> list[Examples]:
        return [
            self.opened.examples(OPEN_WEIGHT, without=without),
            self.reworded.examples(REWORDED_WEIGHT, without=without),
        ]


def train(folder: Path, collections: Path) -> dict[str, Any]:
    """The content of the file of weights, learnt from DATA in `folder` and from `collections`."""
    selqa = [*_selection(folder, "selqa-train"), *_selection(folder, "selqa-dev")]
    nq = _selection(folder, "nq-dev")
    paragraphs = read_paragraphs(folder / "reading/xquad-en-dev.jsonl")
    salience = salience_of([*selqa, *nq])
    asked = Asked.of(collections, salience=salience)
    taught = _taught(selqa, nq, paragraphs, asked, salience)
    english = [taught.english(fold) for fold in range(FOLDS)]
    foreign = [taught.foreign(fold) for fold in range(FOLDS)]
    together = (Asked.together(collections, parts=parts, salience=salience) for parts in TOGETHER)
    answered, trees, figures = train_confidence(
        _incomplete(paragraphs, nq, selqa), [asked, *together], english, foreign, salience=salience
    )
    return {
        "about": "Weights of the ranker, written by python -m retrieval.training.",
        "data": {**DATA, **INVENTED},
        "figures": {**_figures(taught, english), **figures},
        "passage": tabulated(taught.foreign()),
        "english": tabulated(taught.english()),
        "answered": tabulated(answered),
        "answered_english": {"bias": trees.bias, "trees": trees.trees},
        "salience": salience,
    }


def _taught(
    selqa: Sequence[Selection],
    nq: Sequence[Selection],
    paragraphs: Sequence[Paragraph],
    asked: Asked,
    salience: dict[str, float],
) -> _Taught:
    """The questions as examples; those of a list with the salience learnt without their own."""
    selqa_lists, nq_lists = _typed(selqa, _unseen(selqa, nq)), _typed(nq, _unseen(nq, selqa))
    return _Taught(
        names=selqa_lists[0].names,
        selqa=[part.examples(SELQA_WEIGHT) for part in selqa_lists],
        nq=nq_lists,
        opened=ParagraphQuestions.of(paragraphs, salience=salience),
        reworded=ParagraphQuestions.of(paragraphs, salience=salience, in_other_words=True),
        asked=asked,
    )


def _typed(asked: Sequence[Selection], salience: list[dict[str, float]]) -> list[Lists]:
    """Questions as people type them: as they are, in small letters, out of order."""
    return [
        lists_of(asked, salience=salience),
        lists_of(asked, salience=salience, lower=True),
        lists_of(asked, salience=salience, shuffled=True),
    ]


def _figures(taught: _Taught, folds: list[LogisticModel]) -> dict[str, Any]:
    """How well the models of the folds do on what they were not taught."""
    nq = _nq_accuracy(taught.names, taught.nq, taught.beside_nq())
    return {
        "xquad-en, by cross-validation": taught.opened.figures(folds),
        "xquad-en in other words, by cross-validation": taught.reworded.figures(folds),
        "invented collections, by cross-validation": taught.asked.figures(folds),
        "nq accuracy at 1, by cross-validation": nq,
    }


def _unseen(asked: Sequence[Selection], others: Sequence[Selection]) -> list[dict[str, float]]:
    """What salience is without each fold of some questions, so that none tells its own answer."""
    return [
        salience_of([*others, *(one for i, one in enumerate(asked) if i % FOLDS != fold)])
        for fold in range(FOLDS)
    ]


def _incomplete(
    paragraphs: Sequence[Paragraph], nq: Sequence[Selection], selqa: Sequence[Selection]
) -> Iterator[Incomplete]:
    """Collections of all sizes that lack some answers."""
    found = list(incomplete_collections(paragraphs))
    yield from found
    yield from incomplete_sections(nq)
    yield from incomplete_sections(selqa[::EVERY])
    others = list(dict.fromkeys(text for asked in [*selqa, *nq] for text in asked.candidates))
    for share in SIZES:
        for kind in ENLARGED:
            collection = next(collection for collection in found if collection.kind == kind)
            larger = among(collection, others[:: round(1 / share)])
            yield replace(
                larger, kind=f"{kind}, among {share:.0%} of all sentences", weight=LARGE_WEIGHT
            )


def _selection(folder: Path, name: str) -> list[Selection]:
    return read_selection(folder / f"selection/{name}.jsonl")


def _nq_accuracy(names: Sequence[str], lists: Sequence[Lists], common: list[Examples]) -> float:
    """The share of Natural Questions whose likeliest candidate is right, by cross-validation."""
    right = []
    for fold in range(FOLDS):
        parts = zip(lists, NQ_WEIGHTS, strict=True)
        model = fit(names, [*common, *(part.examples(w, without=fold) for part, w in parts)])
        left_out = zip(lists[0].values[fold::FOLDS], lists[0].labels[fold::FOLDS], strict=True)
        for values, labels in left_out:
            table = dict(zip(names, values.T, strict=True))
            right.append(bool(labels[int(model.odds(table).argmax())]))
    return round(float(np.mean(right)), 3)


def write(content: dict[str, Any]) -> str:
    """The text of the file: a line for each feature, its mean and its weight, and for each tree."""
    trees = content["answered_english"]["trees"]
    marks = [f"tree {number}" for number in range(len(trees))]
    outline = {**content, "answered_english": {**content["answered_english"], "trees": marks}}
    text = json.dumps(outline, indent=1, ensure_ascii=False)
    text = text.replace("[\n    ", "[").replace(",\n    ", ", ").replace("\n   ]", "]")
    for mark, tree in zip(marks, trees, strict=True):
        text = text.replace(f'"{mark}"', json.dumps(tree))
    return text + "\n"
