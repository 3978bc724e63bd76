"""Judging candidates: the ranker's features of each, and the odds that it answers the question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from retrieval.index import Index
from retrieval.indexing.forward import Forward
from retrieval.passages import Passages
from retrieval.query import Query
from retrieval.ranking.candidates import CandidateReader
from retrieval.ranking.confidence import signals
from retrieval.ranking.features import families, features_going_on
from retrieval.ranking.logistic import Floats
from retrieval.ranking.ranker import Ranker, weighing
from retrieval.records import Part
from retrieval.titles import Titles


class Alone(NamedTuple):
    """Features and odds of candidates, each sentence taken by itself."""

    values: dict[str, Floats]
    odds: Floats


@dataclass(frozen=True, slots=True)
class Judgement:
    """A question's candidates, in the order of the first stage, neighbours last.

    `numbers` int64 are the passages, `odds` float64 the logarithms of the odds that each answers,
    both (n,), as is every feature in `values`; `weights` are those of the question's terms.
    `values` and `odds` count for a sentence that opens with a pronoun what the one before it names;
    `alone` doesn't.
    """

    query: Query
    weights: dict[str, float]
    numbers: npt.NDArray[np.int64]
    values: dict[str, Floats]
    odds: Floats
    alone: Alone


class Judge:
    """Judges candidates of one collection with its ranker; safe to use from several threads."""

    def __init__(
        self,
        passages: Passages,
        index: Index,
        forward: Forward,
        ranker: Ranker,
        titles: Titles,
    ) -> None:
        """Judge `passages`, whose numbers are those of `index` and `forward`."""
        self._passages = passages
        self._index = index
        self._ranker = ranker
        self._candidates = CandidateReader(passages, index, forward, titles)

    def judge(
        self, query: Query, weights: dict[str, float], terms: list[str], numbers: Sequence[int]
    ) -> Judgement:
        """The judgement on those of some passages that may be quoted.

        `terms` are the distinct terms of the question, `weights` those of all that was searched
        for.
        """
        found = np.array(numbers, dtype=np.int64)
        found = found[self._passages.quotable[found]]
        if not len(found):
            return Judgement(query, weights, found, {}, np.zeros(0), Alone({}, np.zeros(0)))
        candidates = self._candidates.of(query, terms, found)
        question = query.question
        rarity = partial(self._idf_in, query)
        weight = weighing(rarity, self._ranker.salience, language=question.language)
        alone, values = features_going_on(question, candidates, idf=weight)
        odds = self._ranker.judging(question.language).odds
        return Judgement(query, weights, found, values, odds(values), Alone(alone, odds(alone)))

    def confidence(self, told: Mapping[str, Floats] | None, language: str) -> float:
        """The probability that the collection answers a question, by the signals of `told_by`."""
        return float(self._ranker.confidence(told, language)[0]) if told is not None else 0.0

    def told_by(self, judged: Judgement) -> dict[str, Floats] | None:
        """The signals of whether the collection answers the question; None without candidates."""
        if not len(judged.numbers):
            return None
        size = len(self._passages)
        return signals(judged.query, *judged.alone, passages=size)

    def families(self, judged: Judgement, row: int) -> tuple[Part, ...]:
        """What each family of features adds to a candidate's odds, the weightiest first."""
        sums: dict[str, float] = {}
        model = self._ranker.judging(judged.query.question.language)
        for part in model.parts(judged.values, row):
            family = families().get(part.name, part.name)
            sums[family] = sums.get(family, 0.0) + part.amount
        parts = (Part(*item) for item in sums.items())
        return tuple(sorted(parts, key=lambda part: -abs(part.amount)))

    def _idf_in(self, query: Query, term: str) -> float:
        """How rare a term is; one that occurs nowhere is as rare as the rarest of its synonyms."""
        if not self._index.document_frequency(term):
            known = self._index.weights(query.synonyms.get(term, ()))
            return max(known.values(), default=self._index.idf(term))
        return self._index.idf(term)
