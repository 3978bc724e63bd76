"""Ranking alone, apart from the search that finds the candidates and the answer made of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from retrieval.first_stage import weights_of
from retrieval.query import Query, QueryReader
from retrieval.question import parse_question
from retrieval.ranking.features import question_terms
from retrieval.ranking.judging import Judge
from retrieval.ranking.ranker import shipped_ranker
from retrieval.retriever import Retriever
from retrieval.titles import Titles

CANDIDATES = 50


@dataclass(frozen=True, slots=True)
class Candidates:
    """A question with its best passages by the first stage, at most CANDIDATES."""

    query: Query
    weights: dict[str, float]
    terms: list[str]
    numbers: list[int]


def candidates_of(retriever: Retriever, question: str) -> Candidates:
    """What there is to rank for a question."""
    titles = Titles(retriever.passages, retriever.index)
    reader = QueryReader(retriever.index, retriever.forward, retriever.words, titles)
    query = reader.read(parse_question(question))
    terms = question_terms(query.question)
    weights = weights_of(query, terms, retriever.index)
    found = retriever.index.search(weights, CANDIDATES)
    return Candidates(query, weights, terms, found.passages.tolist())


def ranking_of(retriever: Retriever) -> Callable[[Candidates], object]:
    """Ranks candidates, the likeliest first; no passage has been read beforehand."""
    passages, index = retriever.passages, retriever.index
    titles = Titles(passages, index)
    judge = Judge(passages, index, retriever.forward, shipped_ranker(), titles)

    def rank(given: Candidates) -> object:
        judged = judge.judge(given.query, given.weights, given.terms, given.numbers)
        return judged.numbers[np.argsort(-judged.odds, kind="stable")]

    return rank
