"""The face of retrieval: from a Question to ranked Hits, and how sure it is that they answer."""

from __future__ import annotations

from dataclasses import dataclass


from retrieval.index import Index
from retrieval.passages import Passages
from retrieval.question import Question
from retrieval.records import Hit, Passage
from retrieval.spelling import Respelling

CANDIDATES = 50


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found for a question.

    `hits` are best first. `confidence` in [0, 1] is the probability that the collection answers
    the question at all. `unknown` are the words of the question that occur nowhere, as they were
    written; `respelt` those that were read as other terms.
    """

    hits: tuple[Hit, ...]
    confidence: float
    unknown: tuple[str, ...]
    respelt: tuple[Respelling, ...]


NOTHING = Findings(hits=(), confidence=0.0, unknown=(), respelt=())


@dataclass(frozen=True, slots=True)
class Retriever:
    """Index, passages and ranker of one collection."""

    passages: Passages
    index: Index

    def search(self, question: Question, *, k: int = 10) -> Findings:
        """The best `k` passages for a question."""
        terms = [token.term for token in question.content]
        unknown = tuple(
            question.text[t.start : t.end]
            for t in question.content
            if not self.index.document_frequency(t.term)
        )
        weights = self.index.weights(terms)
        found = self.index.search(weights, CANDIDATES)
        idf = {term: self.index.idf(term) for term in set(terms)}
        total = sum(idf.values()) or 1.0
        hits = []
        for number, score in zip(found.passages, found.scores, strict=True):
            parts = self.index.parts(int(number), weights)
            coverage = sum(idf[part.name] for part in parts) / total
            hits.append(Hit(self.passages.passage(int(number)), float(score), parts, coverage))
        hits.sort(key=lambda hit: -hit.probability * 0.5 - hit.score)
        confidence = hits[0].probability if hits else 0.0
        return Findings(tuple(hits[:k]), confidence, unknown, ())
