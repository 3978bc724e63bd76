"""The face of retrieval: from a Question to ranked Hits, and how sure it is that they answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
import numpy.typing as npt

from retrieval.analysis import analyser, written
from retrieval.candidates import CandidateReader
from retrieval.confidence import signals
from retrieval.features import (
    families,
    features,
    listed,
    question_terms,
)
from retrieval.index import Found, Index
from retrieval.indexing.words import Words
from retrieval.passages import Passages
from retrieval.query import Query, QueryReader
from retrieval.question import Question
from retrieval.ranker import Floats, Ranker, probability, shipped_ranker
from retrieval.records import Hit, Part, Passage
from retrieval.sketch import sketched
from retrieval.spelling import Respelling
from retrieval.topics import best_documents

CANDIDATES = 40  # of the first stage
WIDER = 4  # times as many are looked through where there are several languages
EXTENDED = 12  # candidates whose neighbours are candidates as well
SYNONYM = 0.4  # share of its weight that a synonym of a term adds to a score, by closeness
REMEMBERED = 100_000  # idf values


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found for a question.

    `hits` are best first. `confidence` in [0, 1] is the probability that the collection answers
    the question at all. `unknown` are the words of the question that occur nowhere, as they were
    written, `lacking` ordinals and years among them; `respelt` those that were read as other words;
    `question` is what was searched for.
    """

    question: Question
    hits: tuple[Hit, ...]
    confidence: float
    unknown: tuple[str, ...]
    lacking: tuple[str, ...]
    respelt: tuple[Respelling, ...]


@dataclass(frozen=True, slots=True)
class Reasons:
    """Why a passage stands where it does: `parts` sum up to `score`, `families` to `odds`.

    `families` are the ranker's features by family, the bias among them, the weightiest first.
    `missing` are the words of the question that the passage lacks, as they were written.
    """

    score: float
    parts: tuple[Part, ...]
    odds: float
    families: tuple[Part, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """A question's candidates in the order of the first stage, neighbours last.

    `numbers` int64 and `odds` float64 are (n,), as is each of the features in `values`; `weights`
    are those of the question's terms.
    """

    query: Query
    weights: dict[str, float]
    numbers: npt.NDArray[np.int64]
    values: dict[str, Floats]
    odds: Floats


class Retriever:
    """Index, passages, words and ranker of one collection; safe to use from several threads."""

    def __init__(
        self,
        passages: Passages,
        index: Index,
        *,
        documents: Index,
        words: Words,
        ranker: Ranker | None = None,
    ) -> None:
        """Search `index`, whose passage numbers are those of `passages`; `documents` is that of
        their documents.
        """
        self.passages = passages
        self.index = index
        self.documents = documents
        self.words = words
        self._ranker = ranker or shipped_ranker()
        self._reader = QueryReader(index, words)
        spoken = [document.language for document in passages.documents]
        self._languages = {code: number for number, code in enumerate(sorted(set(spoken)))}
        self._language_of = np.array([self._languages[code] for code in spoken], dtype=np.int16)
        self._candidates = CandidateReader(passages, index, self.idf)
        self._idf: dict[str, float] = {}

    def search(self, question: Question, *, k: int = 10) -> Findings:
        """The best `k` passages for a question."""
        judged = self.judge(question)
        query, told = judged.query, _signals(judged)
        confidence = 0.0
        if told is not None:
            confidence = float(probability(self._ranker.collection.odds(told))[0])
        likely = probability(judged.odds)
        best = np.argsort(-judged.odds, kind="stable")[:k].tolist()
        return Findings(
            question=query.question,
            hits=self._hits(judged, best, likely),
            confidence=confidence,
            unknown=query.unknown_words,
            lacking=query.lacking,
            respelt=query.respelt,
        )

    def matching(self, topic: Question, *, k: int) -> tuple[Hit, ...]:
        """The `k` quotable passages with the best first-stage score for a topic, as they stand."""
        query = self._reader.read(topic)
        weights = self._weights(query, question_terms(query.question))
        found = self.index.search(weights, k)
        numbers = [n for n in found.passages.tolist() if self.passages.quotable[n]]
        parts = self.index.parts(numbers, weights)
        return tuple(
            Hit(self.passages.passage(number), sum(p.amount for p in told), told, 0.0)
            for number, told in zip(numbers, parts, strict=True)
        )

    def title_terms(self, passage: Passage) -> frozenset[str]:
        """The terms of the title and date of a passage's document."""
        document = int(np.searchsorted(self.passages.firsts, passage.number, side="right")) - 1
        return self._candidates.title_terms(document)

    def about(self, topic: Question, *, k: int) -> Found:
        """The numbers and scores of the `k` documents that say most about a topic."""
        query = self._reader.read(topic)
        terms = question_terms(query.question)
        weights = self._weights(query, terms, self.documents)
        return best_documents(self.documents, weights, self._terms_of, k=k)

    def _terms_of(self, document: int) -> list[str]:
        """The terms of a document's passages, without stop words."""
        first, last = self.passages.firsts[document : document + 2].tolist()
        if first == last:
            return []
        source = self.passages.documents[document]
        start, end = int(self.passages.spans[first][0]), int(self.passages.spans[last - 1][1])
        analysis = analyser(source.language)
        terms = analysis.terms(source.text[start:end])
        return [term for term in terms if term not in analysis.stop_terms]

    def told(self, question: Question) -> dict[str, Floats] | None:
        """The signals of whether the collection answers, None where nothing at all is found."""
        return _signals(self.judge(question))

    def rank(
        self, question: Question, candidates: Sequence[str], *, title: str = "", ordered: bool
    ) -> Floats:
        """The probability that each of some sentences answers: (n,), n at least 1.

        Term weights are the collection's; `ordered` says that the sentences follow one another.
        """
        sketches = sketched(candidates, language=question.language)
        given = listed(question, sketches, idf=self.idf, title=title, ordered=ordered)
        return probability(self._ranker.passage.odds(features(question, given, idf=self.idf)))

    def explain(self, question: Question, number: int) -> Reasons | None:
        """Why the passage with a number was found; None if it is no candidate."""
        judged = self.judge(question)
        rows = np.flatnonzero(judged.numbers == number)
        if not len(rows):
            return None
        row = int(rows[0])
        (hit,) = self._hits(judged, [row], probability(judged.odds))
        there = {part.name for part in hit.parts}
        there |= {judged.query.spellings.get(term, term) for term in there}
        return Reasons(
            score=hit.score,
            parts=hit.parts,
            odds=float(judged.odds[row]),
            families=_by_family(self._ranker.passage.parts(judged.values, row)),
            missing=written(
                question.text,
                (
                    token
                    for token, read in zip(
                        question.content, judged.query.question.content, strict=True
                    )
                    if read.term not in there
                ),
            ),
        )

    def idf(self, term: str) -> float:
        """How rare a term is in the collection."""
        known = self._idf.get(term)
        if known is None:
            if len(self._idf) > REMEMBERED:
                self._idf.clear()
            known = self._idf[term] = self.index.idf(term)
        return known

    def _idf_in(self, query: Query, term: str) -> float:
        """How rare a term is; one that occurs nowhere is as rare as the rarest of its synonyms."""
        if not self.index.document_frequency(term):
            known = self.index.weights(query.synonyms.get(term, ()))
            return max(known.values(), default=self.idf(term))
        return self.idf(term)

    def judge(self, question: Question) -> Judgement:
        """The candidates of a question with their features and odds."""
        query = self._reader.read(question)
        terms = question_terms(query.question)
        weights = self._weights(query, terms)
        first = self._first(question.language, weights)
        numbers = np.concatenate([first, self._neighbours(first)])
        numbers = numbers[self.passages.quotable[numbers]]
        if not len(numbers):
            return Judgement(query, weights, numbers, {}, np.zeros(0))
        candidates = self._candidates.of(query, terms, numbers)
        values = features(query.question, candidates, idf=partial(self._idf_in, query))
        return Judgement(query, weights, numbers, values, self._ranker.passage.odds(values))

    def _first(self, language: str, weights: Mapping[str, float]) -> npt.NDArray[np.int64]:
        """The candidates of the first stage.

        In a collection of several languages, a passage in another than the question's is one only
        where it scores higher than all in the question's own.
        """
        several = len(self._languages) > 1 and language in self._languages
        found = self.index.search(weights, WIDER * CANDIDATES if several else CANDIDATES)
        numbers = found.passages.astype(np.int64)
        if not several:
            return numbers
        documents = np.searchsorted(self.passages.firsts, numbers, side="right") - 1
        codes = self._language_of[documents]
        own = np.isin(codes, [self._languages.get(code, -1) for code in (language, "")])
        best = found.scores[own].max(initial=0.0)
        kept: npt.NDArray[np.int64] = numbers[own | (found.scores > best)]
        return kept[:CANDIDATES]

    def _weights(
        self, query: Query, terms: list[str], index: Index | None = None
    ) -> dict[str, float]:
        """What each term adds to a score.

        Another spelling of a name counts as the name, a synonym of a term a part of its weight.
        """
        index = index or self.index
        weights = index.weights(terms)
        for spelling, term in query.spellings.items():
            weights.setdefault(spelling, weights.get(term, self.idf(spelling)))
        for term in terms:
            others = query.synonyms.get(term, {})
            for other, weight in index.weights(o for o in others if " " not in o).items():
                weights.setdefault(other, SYNONYM * others[other] * weight)
        return weights

    def _neighbours(self, numbers: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
        """The sentences before and behind the first candidates that are no candidates yet."""
        known = set(numbers.tolist())
        found: dict[int, None] = {}
        for number in numbers[:EXTENDED].tolist():
            first, last = self.passages.bounds(number)
            for other in (number - 1, number + 1):
                if first <= other < last and other not in known:
                    found[other] = None
        return np.array(list(found), dtype=np.int64)

    def _hits(self, judged: Judgement, rows: list[int], likely: Floats) -> tuple[Hit, ...]:
        numbers = judged.numbers[rows].tolist()
        parts = self.index.parts(numbers, judged.weights)
        return tuple(
            Hit(self.passages.passage(number), sum(p.amount for p in found), found, probable)
            for number, found, probable in zip(numbers, parts, likely[rows].tolist(), strict=True)
        )


def _signals(judged: Judgement) -> dict[str, Floats] | None:
    """What the candidates and the unknown words together say; None without candidates."""
    if not len(judged.numbers):
        return None
    return signals(judged.query, judged.values, judged.odds)


def _by_family(parts: Sequence[Part]) -> tuple[Part, ...]:
    sums: dict[str, float] = {}
    for part in parts:
        family = families().get(part.name, part.name)
        sums[family] = sums.get(family, 0.0) + part.amount
    return tuple(sorted((Part(*item) for item in sums.items()), key=lambda part: -abs(part.amount)))
