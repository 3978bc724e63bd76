"""The entry to retrieval: from a Question to ranked Hits, and how sure it is that they answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import islice

import numpy as np
import numpy.typing as npt

from retrieval.analysis import analyser, written
from retrieval.by_date import ByDate
from retrieval.compounds import Compounds
from retrieval.documents import DocumentIndex
from retrieval.editions import Editions
from retrieval.first_stage import CANDIDATES, FirstStage, weights_of
from retrieval.index import Found, Index
from retrieval.indexing.forward import Forward
from retrieval.indexing.words import Words
from retrieval.marks import Mark
from retrieval.odds import log_odds, shifted
from retrieval.passages import Passages
from retrieval.query import QueryReader
from retrieval.question import Question
from retrieval.ranking.features import features, listed, question_terms
from retrieval.ranking.judging import Judge, Judgement
from retrieval.ranking.logistic import Floats, probability
from retrieval.ranking.ranker import Ranker, shipped_ranker, weighing
from retrieval.ranking.sketch import sketched
from retrieval.records import Hit, Part, Passage
from retrieval.spelling import Respelling
from retrieval.synonyms import stand_ins
from retrieval.titles import Titles
from retrieval.topics import best_documents


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found for a question.

    `question` is what was searched for, `hits` are best first, `behind` them come the next, where
    they are kept. `confidence` in [0, 1] is the probability that the collection answers the
    question at all; `signals`, by name, are what it was computed from (see
    `retrieval.ranking.confidence`), empty without hits. `doubt`, in log odds, is how much it was
    lowered since for what no signal tells, less than 0 where it was raised. `unknown` are the words
    of the question that occur nowhere, as they were written, `lacking` the ordinals and years among
    them, `respelt` the words that were read as others.
    """

    question: Question
    hits: tuple[Hit, ...]
    confidence: float
    unknown: tuple[str, ...]
    lacking: tuple[str, ...]
    respelt: tuple[Respelling, ...]
    signals: Mapping[str, float] = field(default_factory=dict)
    doubt: float = 0.0
    behind: tuple[Hit, ...] = ()

    def narrowed(self, hits: Sequence[Hit], *, share: float = 1.0) -> Findings:
        """The same with other hits, at least one.

        Where the best of them is less likely than the best before, `share` of that difference (in
        log odds) is taken from the confidence.
        """
        lost = log_odds(self.hits[0].probability) - log_odds(hits[0].probability)
        return replace(self.doubted(share * max(lost, 0.0)), hits=tuple(hits))

    def likelier(self, odds: float) -> Findings:
        """The same with the confidence raised by `odds`, in log odds, without a doubt of its own:
        what the hits are arranged by counts towards how sure a reply is, as other signals do.
        """
        return replace(self, confidence=shifted(self.confidence, odds))

    def doubted(self, odds: float) -> Findings:
        """The same with the confidence lowered by `odds`, in log odds, whatever else is known."""
        return replace(self.likelier(-odds), doubt=self.doubt + odds)

    def surer(self, odds: float) -> Findings:
        """The same with the confidence raised by `odds`, at least 0, whatever else is known."""
        return self.doubted(-odds)


@dataclass(frozen=True, slots=True)
class Match:
    """A passage that speaks of a topic, and which of the topic's terms it holds."""

    passage: Passage
    terms: frozenset[str]


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


class Retriever:
    """Index, passages, words and ranker of one collection; safe to use from several threads."""

    def __init__(
        self,
        passages: Passages,
        index: Index,
        *,
        forward: Forward,
        words: Words,
        ranker: Ranker | None = None,
    ) -> None:
        """Search `index`, whose passage numbers are those of `passages` and `forward`."""
        self.passages = passages
        self.index = index
        self.forward = forward
        self.words = words
        self.dated = ByDate(passages.documents)
        self.editions = Editions(passages.documents)
        self._ranker = ranker or shipped_ranker()
        self._titles = Titles(passages, index)
        self._reader = QueryReader(index, forward, words, self._titles)
        self._compounds = Compounds(words, index, passages)
        self._first = FirstStage(passages, index, self.editions)
        self._judge = Judge(passages, index, forward, self._ranker, self._titles)
        self._documents = DocumentIndex(index, forward, passages.firsts)

    def search(self, question: Question, *, k: int = 10) -> Findings:
        """The best `k` passages for a question."""
        question, parted = self._compounds.read(question)
        judged = self.judge(question)
        query, likely = judged.query, probability(judged.odds)
        best = np.argsort(-judged.odds, kind="stable")[:k].tolist()
        told = self._judge.told_by(judged)
        return Findings(
            question=query.question,
            hits=self._hits(judged, best, likely),
            confidence=self._judge.confidence(told, query.question.language),
            unknown=query.unknown_words,
            lacking=query.lacking,
            respelt=(*parted, *query.respelt),
            signals={name: float(value[0]) for name, value in (told or {}).items()},
        )

    def matching(self, topic: Question, *, k: int) -> list[Match]:
        """The `k` quotable passages with the best first-stage score for a topic, as they stand."""
        query = self._reader.read(topic)
        weights = weights_of(query, question_terms(query.question), self.index)
        found = self.index.search(weights, k)
        numbers = [n for n in found.passages.tolist() if self.passages.quotable[n]]
        return [
            Match(self.passages.passage(number), frozenset(part.name for part in parts))
            for number, parts in zip(numbers, self.index.parts(numbers, weights), strict=True)
        ]

    def title_terms(self, passage: Passage) -> frozenset[str]:
        """The terms of the title and date of a passage's document."""
        return self._titles.terms(self.passages.document_number(passage.number))

    def foreign_names(self, question: Question, passage: Passage) -> list[str]:
        """The names in a question that a passage's document lacks, as all that stands for them."""
        names = self._names_in(question)
        held = set(analyser(question.language).terms(passage.text))
        if held.issuperset(names):
            return []
        spelt = self._reader.other_spellings(question)
        language = question.language
        ways = {
            term: {term, *stand_ins([term], language=language), *spelt.get(term, ())}
            for term in names
        }
        document = self.passages.document_number(passage.number)
        held.update(self.title_terms(passage))
        held |= self._documents.held(document, set().union(*ways.values()) - held)
        return [word for term, word in names.items() if held.isdisjoint(ways[term])]

    def _names_in(self, question: Question) -> dict[str, str]:
        """The words of a question that the collection only writes large, as names are, by term."""
        words = {t.term: question.text[t.start : t.end].casefold() for t in question.content}
        return {term: word for term, word in words.items() if self.words.names(word)}

    def about(self, topic: Question, *, k: int) -> Found:
        """The numbers and scores of the `k` documents that say most about a topic."""
        query = self._reader.read(topic)
        terms = question_terms(query.question)
        weights = weights_of(query, terms, self._documents)
        return best_documents(self._documents, weights, self._terms_of, k=k)

    def _terms_of(self, document: int) -> list[str]:
        """The terms of a document's passages, without stop words."""
        stop = analyser(self.passages.documents[document].language).stop_terms
        return [term for term in self._documents.terms_of(document) if term not in stop]

    def rank(
        self, question: Question, candidates: Sequence[str], *, title: str = "", ordered: bool
    ) -> Floats:
        """The probability that each of some sentences answers: (n,), n at least 1.

        Term weights are the collection's; `ordered` says that the sentences follow one another.
        """
        sketches = sketched(candidates, language=question.language)
        given = listed(question, sketches, idf=self.idf, title=title, ordered=ordered)
        weight = weighing(self.idf, self._ranker.salience, language=question.language)
        model = self._ranker.judging(question.language)
        return probability(model.odds(features(question, given, idf=weight)))

    def explain(self, question: Question, number: int) -> Reasons | None:
        """Why the passage with a number was found; None if it is no candidate."""
        judged = self.judge(question)
        rows = np.flatnonzero(judged.numbers == number)
        if not len(rows):
            return None
        row = int(rows[0])
        (parts,) = self.index.parts([number], judged.weights)
        there = {part.name for part in parts}
        there |= {judged.query.spellings.get(term, term) for term in there}
        return Reasons(
            score=sum(part.amount for part in parts),
            parts=parts,
            odds=float(judged.odds[row]),
            families=self._judge.families(judged, row),
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

    def holding(self, weights: Mapping[str, float], *, k: int) -> list[Passage]:
        """The quotable ones among the `k` passages with the best scores for terms with weights."""
        found = self.index.search(weights, k).passages.tolist()
        quotable = self.passages.quotable
        return [self.passages.passage(number) for number in found if quotable[number]]

    def asking_headings(self, question: Question, *, k: int) -> tuple[Passage, ...]:
        """The `k` headings with a question mark that share most with a question, best first."""
        return () if self._asking is None else self._headings(question, k, self._asking)

    def headings(self, question: Question, *, k: int) -> tuple[Passage, ...]:
        """The `k` headings that share most with a question, best first."""
        return self._headings(question, k, self._heading)

    def named(self, terms: Sequence[str], *, k: int) -> list[Passage]:
        """The `k` headings with the best scores for some terms."""
        found = self.index.search(self.index.weights(terms), k, among=self._heading)
        return [self.passages.passage(number) for number in found.passages.tolist()]

    def _headings(
        self, question: Question, k: int, among: npt.NDArray[np.bool_]
    ) -> tuple[Passage, ...]:
        query = self._reader.read(question)
        weights = weights_of(query, question_terms(query.question), self.index)
        found = self.index.search(weights, k, among=among)
        return tuple(self.passages.passage(number) for number in found.passages.tolist())

    @cached_property
    def _heading(self) -> npt.NDArray[np.bool_]:
        """Which passages are headings: (n_passages,)."""
        return ~self.passages.quotable

    @cached_property
    def _asking(self) -> npt.NDArray[np.bool_] | None:
        """Which passages are headings with a question mark: (n_passages,); None for none."""
        asking = ~self.passages.quotable & (self.forward.marks & np.uint8(Mark.ASKS) != 0)
        return asking if asking.any() else None

    def among(self, question: Question, numbers: Sequence[int]) -> tuple[Hit, ...]:
        """The passages with some numbers that may be quoted, as hits of a question, best first."""
        query = self._reader.read(question)
        terms = question_terms(query.question)
        judged = self._judge.judge(query, weights_of(query, terms, self.index), terms, numbers)
        best = np.argsort(-judged.odds, kind="stable").tolist()
        return self._hits(judged, best, probability(judged.odds))

    def idf(self, term: str) -> float:
        """How rare a term is in the collection."""
        return self.index.idf(term)

    def judge(self, question: Question) -> Judgement:
        """The candidates of a question with their features and odds."""
        query = self._reader.read(question)
        terms = question_terms(query.question)
        weights = weights_of(query, terms, self.index)
        numbers = self._first.candidates(question.language, weights)
        named = (number for term in terms for number in self._titles.passages(term))
        numbers = list(dict.fromkeys([*numbers, *islice(named, CANDIDATES)]))
        return self._judge.judge(query, weights, terms, numbers)

    def _hits(self, judged: Judgement, rows: list[int], likely: Floats) -> tuple[Hit, ...]:
        numbers = judged.numbers[rows].tolist()
        return tuple(
            Hit(self.passages.passage(number), probable)
            for number, probable in zip(numbers, likely[rows].tolist(), strict=True)
        )
