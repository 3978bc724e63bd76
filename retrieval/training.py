"""Trains the ranker from openly licensed questions and writes its file of weights.

    python -m retrieval.training DIR

DIR holds `selection/` and `reading/` in the formats of `retrieval.datasets`. The same data give the
same file; weights are rounded to four digits so that machines agree.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from retrieval.analysis import analyser
from retrieval.building import retriever_of
from retrieval.datasets import Paragraph, Selection, read_paragraphs, read_selection
from retrieval.evaluation import auroc, recall
from retrieval.features import features, listed
from retrieval.openings import Opening, asked_in, openings, passages_of
from retrieval.question import parse_question
from retrieval.ranker import LogisticModel, Ranker
from retrieval.retriever import Retriever
from retrieval.sketch import sketcher
from retrieval.synonyms import reworded
from retrieval.weighing import build_index

Floats = npt.NDArray[np.float64]
DATA = {
    "selection/selqa-train.jsonl": "SelQA, Apache-2.0",
    "selection/selqa-dev.jsonl": "SelQA, Apache-2.0",
    "selection/nq-dev.jsonl": "Natural Questions, CC BY-SA 3.0",
    "reading/xquad-en-dev.jsonl": "XQuAD, CC BY-SA 4.0",
}
FOLDS = 5
REGULARISATION = 0.05  # C of scikit-learn's LogisticRegression, on standardised features
DIGITS = 4
OPEN_WEIGHT = 2.0  # of a candidate found in a collection, against one from a list
REWORDED_WEIGHT = 0.5  # of a candidate for a question put into other words
NOTHING = Ranker(
    passage=LogisticModel(("covered",), np.zeros(1), np.zeros(1), 0.0),
    collection=LogisticModel(("best",), np.zeros(1), np.zeros(1), 0.0),
)


@dataclass(frozen=True, slots=True)
class Examples:
    """Training examples: `values` (n, n_features), `labels` (n,), `weights` (n,)."""

    values: Floats
    labels: npt.NDArray[np.bool_]
    weights: Floats


def fit(names: Sequence[str], examples: Sequence[Examples]) -> LogisticModel:
    """The logistic regression of some examples, its weights in the features' own units."""
    from sklearn.linear_model import LogisticRegression
    from sklearn.preprocessing import StandardScaler

    values = np.vstack([part.values for part in examples])
    labels = np.concatenate([part.labels for part in examples])
    scaler = StandardScaler().fit(values)
    model = LogisticRegression(C=REGULARISATION, max_iter=3000, tol=1e-6)
    weights = np.concatenate([part.weights for part in examples])
    model.fit(scaler.transform(values), labels, sample_weight=weights)
    kept = np.flatnonzero(scaler.var_ > 0).tolist()
    return LogisticModel(
        names=tuple(names[i] for i in kept),
        means=_rounded(scaler.mean_[kept]),
        weights=_rounded(model.coef_[0][kept] / scaler.scale_[kept]),
        bias=float(_rounded(model.intercept_)[0]),
    )


def _rounded(values: Floats) -> Floats:
    return np.array([float(f"{value:.{DIGITS}g}") for value in values])


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
    questions: Sequence[Selection], *, lower: bool = False, shuffled: bool = False
) -> Lists:
    """The features of every list; `lower` drops capitals, `shuffled` hides the order."""
    analysis, sketch = analyser("en"), sketcher("en").sketch
    pool = dict.fromkeys(_case(text, lower) for asked in questions for text in asked.candidates)
    index = build_index([analysis.terms(text) for text in pool])
    idf: dict[str, float] = {}

    def weight(term: str) -> float:
        return idf[term] if term in idf else idf.setdefault(term, index.idf(term))

    tables = []
    for asked in questions:
        question = parse_question(_case(asked.question, lower))
        sketches = [sketch(_case(text, lower)) for text in asked.candidates]
        ordered = asked.ordered and not shuffled
        given = listed(
            question, sketches, idf=weight, title=_case(asked.title, lower), ordered=ordered
        )
        tables.append(features(question, given, idf=weight))
    return Lists(
        names=tuple(tables[0]),
        values=tuple(np.column_stack(list(table.values())) for table in tables),
        labels=tuple(np.array(asked.labels, dtype=bool) for asked in questions),
    )


def _case(text: str, lower: bool) -> str:
    return text.lower() if lower else text


def train(folder: Path) -> dict[str, Any]:
    """The content of the file of weights, learnt from the files of DATA in `folder`."""
    selqa = [*_selection(folder, "selqa-train"), *_selection(folder, "selqa-dev")]
    nq = _selection(folder, "nq-dev")
    paragraphs = read_paragraphs(folder / "reading/xquad-en-dev.jsonl")
    selqa_lists = [
        lists_of(selqa),
        lists_of(selqa, lower=True),
        lists_of(selqa, shuffled=True),
    ]
    nq_lists = [lists_of(nq), lists_of(nq, lower=True), lists_of(nq, shuffled=True)]
    names = selqa_lists[0].names
    fixed = [part.examples(0.5) for part in selqa_lists]
    common = fixed + [
        part.examples(weight) for part, weight in zip(nq_lists, (2.0, 2.0, 1.0), strict=True)
    ]
    opened = Opened.of(paragraphs)
    others = Opened.of(paragraphs, in_other_words=True)
    folds = [
        fit(
            names,
            [
                *common,
                opened.examples(OPEN_WEIGHT, without=fold),
                others.examples(REWORDED_WEIGHT, without=fold),
            ],
        )
        for fold in range(FOLDS)
    ]
    found = [opened.examples(OPEN_WEIGHT), others.examples(REWORDED_WEIGHT)]
    passage = fit(names, [*common, *found])
    confidence, figures = train_confidence(paragraphs, folds)
    return {
        "about": "Weights of the ranker, written by python -m retrieval.training.",
        "data": DATA,
        "figures": {
            "xquad-en, by cross-validation": opened.figures(folds),
            "xquad-en in other words, by cross-validation": others.figures(folds),
            "nq accuracy at 1, by cross-validation": _nq_accuracy(
                names, nq_lists, [*fixed, *found]
            ),
            **figures,
        },
        "passage": _table(passage),
        "collection": _table(confidence),
    }


def _selection(folder: Path, name: str) -> list[Selection]:
    return read_selection(folder / f"selection/{name}.jsonl")


def _nq_accuracy(names: Sequence[str], lists: Sequence[Lists], common: list[Examples]) -> float:
    right = []
    for fold in range(FOLDS):
        parts = zip(lists, (2.0, 2.0, 1.0), strict=True)
        model = fit(names, [*common, *(part.examples(w, without=fold) for part, w in parts)])
        left_out = zip(lists[0].values[fold::FOLDS], lists[0].labels[fold::FOLDS], strict=True)
        for values, labels in left_out:
            table = dict(zip(names, values.T, strict=True))
            right.append(bool(labels[int(model.odds(table).argmax())]))
    return round(float(np.mean(right)), 3)


@dataclass(frozen=True, slots=True)
class Opened:
    """Questions asked of all paragraphs together: article, features and labels of each."""

    articles: tuple[int, ...]
    values: tuple[dict[str, Floats], ...]
    labels: tuple[npt.NDArray[np.bool_], ...]

    @classmethod
    def of(cls, paragraphs: Sequence[Paragraph], *, in_other_words: bool = False) -> Opened:
        """Ask every question of the collection of all paragraphs, as it is or reworded."""
        passages = passages_of(paragraphs)
        retriever = retriever_of(passages, ranker=NOTHING)
        random = np.random.default_rng(5)
        articles, values, labels = [], [], []
        for article, question, right in asked_in(paragraphs, passages):
            asked = (
                reworded(question, lambda n: int(random.integers(n)))
                if in_other_words
                else question
            )
            judged = retriever.judge(parse_question(asked))
            if len(judged.numbers):
                articles.append(article)
                values.append(judged.values)
                labels.append(np.isin(judged.numbers, list(right)))
        return cls(tuple(articles), tuple(values), tuple(labels))

    def examples(self, weight: float, *, without: int | None = None) -> Examples:
        """All candidates as examples of one weight, without the articles of a fold."""
        rows = [i for i, a in enumerate(self.articles) if without is None or a % FOLDS != without]
        labels = np.concatenate([self.labels[i] for i in rows])
        values = np.vstack([np.column_stack(list(self.values[i].values())) for i in rows])
        return Examples(values, labels, np.full(len(labels), weight))

    def figures(self, folds: Sequence[LogisticModel]) -> dict[str, float]:
        """Recall at 1, 5 and 20, each judged by the model that has not seen its article."""
        ranks: list[int | None] = []
        for article, values, labels in zip(self.articles, self.values, self.labels, strict=True):
            odds = folds[article % FOLDS].odds(values)
            ranks.append(int((odds > odds[labels].max()).sum()) if labels.any() else None)
        return {f"recall@{k}": round(recall(ranks, k), 3) for k in (1, 5, 20)}


def train_confidence(
    paragraphs: Sequence[Paragraph], folds: Sequence[LogisticModel]
) -> tuple[LogisticModel, dict[str, float]]:
    """The model of whether a collection answers at all, and its figures by cross-validation."""
    articles, told, answered, kinds = [], [], [], []
    for opening in openings(paragraphs):
        for article, values, answers in _signals(opening, folds):
            articles.append(article)
            told.append(values)
            answered.append(answers)
            kinds.append(opening.kind)
    names = tuple(told[0])
    table = np.array([[float(values[name][0]) for name in names] for values in told])
    labels, fold = np.array(answered), np.array(articles) % FOLDS
    likely = np.zeros(len(labels))
    ones = np.ones(len(labels))
    for number in range(FOLDS):
        seen = fold != number
        model = fit(names, [Examples(table[seen], labels[seen], ones[seen])])
        likely[~seen] = model.odds(dict(zip(names, table[~seen].T, strict=True)))
    figures = {}
    for kind in sorted(set(kinds)):
        of_kind = np.array(kinds) == kind
        figures[f"auroc, {kind}"] = round(
            auroc(likely[of_kind].tolist(), labels[of_kind].tolist()), 3
        )
    return fit(names, [Examples(table, labels, ones)]), figures


def _signals(
    opening: Opening, folds: Sequence[LogisticModel]
) -> Iterator[tuple[int, dict[str, Floats], bool]]:
    """Article, signals and whether it is answered, for each question of an opening."""
    base = retriever_of(opening.passages, ranker=NOTHING)
    rankers = [Ranker(passage=model, collection=NOTHING.collection) for model in folds]
    retrievers = [
        Retriever(
            base.passages, base.index, documents=base.documents, words=base.words, ranker=ranker
        )
        for ranker in rankers
    ]
    random = np.random.default_rng(7)
    for article, question, answered in opening.questions:
        for text in (question, reworded(question, lambda n: int(random.integers(n)))):
            told = retrievers[article % FOLDS].told(parse_question(text))
            if told is not None:
                yield article, told, answered


def _table(model: LogisticModel) -> dict[str, Any]:
    rows = zip(model.names, model.means.tolist(), model.weights.tolist(), strict=True)
    return {"bias": model.bias, "features": {name: [mean, weight] for name, mean, weight in rows}}


def write(content: dict[str, Any]) -> str:
    """The text of the file: one feature a line, its mean and its weight."""
    text = json.dumps(content, indent=1, ensure_ascii=False)
    lines = text.replace("[\n    ", "[").replace(",\n    ", ", ").replace("\n   ]", "]")
    return lines + "\n"


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python -m retrieval.training DIR")
    FILE = Path(__file__).with_name("ranker.json")
    FILE.write_text(write(train(Path(sys.argv[1]))), encoding="utf-8")
    print(json.dumps(json.loads(FILE.read_text(encoding="utf-8"))["figures"], indent=1))  # noqa: T201
