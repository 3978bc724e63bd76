"""Training examples from questions on paragraphs, each asked of all paragraphs together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from retrieval.building import retriever_of
from retrieval.evaluation.datasets import Paragraph
from retrieval.evaluation.measures import recall
from retrieval.evaluation.paragraphs import asked_in, passages_of
from retrieval.question import parse_question
from retrieval.ranking.logistic import Floats, LogisticModel
from retrieval.ranking.ranker import Ranker
from retrieval.ranking.trees import read_trees
from retrieval.synonyms import reworded
from retrieval.training.fitting import FOLDS, Examples


def untrained(salience: Mapping[str, float]) -> Ranker:
    """A ranker whose models tell nothing yet."""

    def nothing(name: str) -> LogisticModel:
        return LogisticModel((name,), np.zeros(1), np.zeros(1), 0.0)

    return Ranker(
        passage=nothing("covered"),
        english=nothing("covered"),
        answered=nothing("best"),
        answered_english=read_trees(0.0, [0.0]),
        salience=salience,
    )


@dataclass(frozen=True, slots=True)
class ParagraphQuestions:
    """Questions asked of all paragraphs together: article, features and labels of each."""

    articles: tuple[int, ...]
    values: tuple[dict[str, Floats], ...]
    labels: tuple[npt.NDArray[np.bool_], ...]

    @classmethod
    def of(
        cls,
        paragraphs: Sequence[Paragraph],
        *,
        salience: Mapping[str, float],
        in_other_words: bool = False,
    ) -> ParagraphQuestions:
        """Ask every question of the collection of all paragraphs, as it is or reworded."""
        passages = passages_of(paragraphs)
        retriever = retriever_of(passages, ranker=untrained(salience))
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
                values.append(judged.alone.values)
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
