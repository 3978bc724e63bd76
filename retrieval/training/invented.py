"""Training examples from invented collections: small folders with questions, answered there or not.

They are like a person's own documents: all on one matter, and the question is, too, even where
nothing answers it. A folder holds one folder a collection, with its `documents` and its
`questions.jsonl` (see `retrieval.evaluation.datasets.Posed`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from retrieval.building import build_retriever
from retrieval.collection import Limits, read_collection
from retrieval.evaluation.datasets import read_posed
from retrieval.evaluation.measures import folded, recall
from retrieval.question import parse_question
from retrieval.ranking.confidence import signals
from retrieval.ranking.judging import Judgement
from retrieval.ranking.logistic import Floats, LogisticModel
from retrieval.retriever import Retriever
from retrieval.training.fitting import FOLDS, Examples
from retrieval.training.paragraphs import untrained

DOCUMENTS, QUESTIONS = "documents", "questions.jsonl"
INVENTED = "invented collections"
ALONE, TOGETHER = (
    1.1,
    0.75,
)  # weight of a question for confidence, against one of an incomplete collection
LIMITS = Limits(max_file_bytes=1_000_000, max_files=100)


@dataclass(frozen=True, slots=True)
class Trial:
    """One question, its candidates, and which of them are right (n,).

    `collection` is the number of the collection, which has `passages`.
    """

    collection: int
    passages: int
    judged: Judgement
    labels: npt.NDArray[np.bool_]
    answered: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """The questions of some collections that have candidates, and the weight of each.

    It counts for confidence only; `kind` names the sort of collection in the figures.
    """

    kind: str
    questions: tuple[Trial, ...]
    weight: float = ALONE

    @classmethod
    def of(cls, folder: Path, *, salience: Mapping[str, float]) -> Asked:
        """Ask every question of its collection.

        Raises CollectionError where a file can't be used.
        """
        alone = [[place] for place in enumerate(_places(folder))]
        return cls(INVENTED, tuple(_trials(alone, salience)))

    @classmethod
    def together(cls, folder: Path, *, parts: int, salience: Mapping[str, float]) -> Asked:
        """Ask every question of its collection and of others in one, `parts` such collections in
        all; what is far from its own may be answered by another and is left out.
        """
        places = list(enumerate(_places(folder)))
        groups = [places[part::parts] for part in range(parts)]
        kind = f"{INVENTED}, all as {parts}"
        return cls(kind, tuple(_trials(groups, salience, far=False)), weight=TOGETHER)

    def examples(self, weight: float, *, without: int | None = None) -> Examples:
        """The candidates of answered questions, of one weight, a fold of collections left out."""
        kept = [
            one
            for one in self.questions
            if one.labels.any() and (without is None or one.collection % FOLDS != without)
        ]
        labels = np.concatenate([one.labels for one in kept])
        tables = [list(one.judged.alone.values.values()) for one in kept]
        values = np.vstack([np.column_stack(table) for table in tables])
        return Examples(values, labels, np.full(len(labels), weight))

    def told(self, folds: Sequence[LogisticModel]) -> Iterator[tuple[int, dict[str, Floats], bool]]:
        """The fold of each question, its signals, and whether its collection answers it.

        Each is judged by the model of `folds` that has not seen its collection.
        """
        for one in self.questions:
            fold = one.collection % FOLDS
            values = one.judged.alone.values
            odds = folds[fold].odds(values)
            yield fold, signals(one.judged.query, values, odds, passages=one.passages), one.answered

    def figures(self, folds: Sequence[LogisticModel]) -> dict[str, float]:
        """Of answered questions those with a right passage among the first 1, 3 and 10, each judged
        by the model that has not seen its collection.
        """
        ranks: list[int | None] = []
        for one in self.questions:
            if one.answered:
                odds = folds[one.collection % FOLDS].odds(one.judged.alone.values)
                right = one.labels
                ranks.append(int((odds > odds[right].max()).sum()) if right.any() else None)
        return {f"recall@{k}": round(recall(ranks, k), 3) for k in (1, 3, 10)}


def _places(folder: Path) -> list[Path]:
    return sorted(place for place in folder.iterdir() if place.is_dir())


def _trials(
    groups: Sequence[Sequence[tuple[int, Path]]],
    salience: Mapping[str, float],
    *,
    far: bool = True,
) -> Iterator[Trial]:
    """What is asked of each group of collections, which are put into one."""
    for group in groups:
        documents = [
            replace(document, id=f"{place.name}/{document.id}")
            for _, place in group
            for document in read_collection(place / DOCUMENTS, limits=LIMITS).documents
        ]
        retriever = build_retriever(documents, ranker=untrained(salience))
        for number, place in group:
            for posed in read_posed(place / QUESTIONS):
                judged = retriever.judge(parse_question(posed.question))
                if len(judged.numbers) and (far or not posed.far):
                    labels = _right(judged, retriever, posed.quotes)
                    passages = len(retriever.passages)
                    yield Trial(number, passages, judged, labels, bool(posed.quotes))


def _right(judged: Judgement, retriever: Retriever, quotes: Sequence[str]) -> npt.NDArray[np.bool_]:
    """Which candidates hold one of some quotes: (n,)."""
    texts = [folded(retriever.passages.passage(number).text) for number in judged.numbers.tolist()]
    wanted = [folded(quote) for quote in quotes]
    return np.array([any(quote in text for quote in wanted) for text in texts], dtype=bool)
