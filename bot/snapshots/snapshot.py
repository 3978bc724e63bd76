"""A Snapshot: everything a question needs, frozen at one moment; `taking` makes it."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from itertools import islice

from bot.answer import Answer, Context, Explanation, Reference, SourceLine, Timeline
from bot.snapshots.paragraphs import paragraph
from bot.snapshots.suggestions import Suggestions
from bot.snapshots.timeline import timeline
from retrieval.analysis import analyser
from retrieval.collection import Collection
from retrieval.odds import log_odds, probability_of
from retrieval.question import parse_question
from retrieval.records import Part, Passage
from retrieval.retriever import Retriever

COMPLETIONS = 100  # words looked at for one that is begun
_BEGUN = re.compile(r"\w{3,}$")
LEAST_GAIN = 0.01  # log-odds


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One state of the collection with all that answers from it.

    `fingerprint` is that of the collection; equal fingerprints give equal answers. `suggestions`
    are questions that have answers here, `languages` the documents' languages; `kept` tells
    whether the disk holds all of it for the next start.
    """

    collection: Collection
    retriever: Retriever
    built: datetime.datetime
    fingerprint: str
    languages: frozenset[str]
    language: str
    suggestions: Suggestions
    kept: bool

    def sources(self) -> tuple[SourceLine, ...]:
        """Every document with its number of passages."""
        counts = self.retriever.passages.counts()
        return tuple(
            SourceLine(
                id=document.id,
                title=document.title,
                publisher=document.publisher,
                date=document.date,
                passages=int(count),
            )
            for document, count in zip(self.collection.documents, counts, strict=True)
        )

    def about(self, topic: str, *, count: int) -> tuple[SourceLine, ...]:
        """The documents that say most about a topic, at most `count`."""
        found = self.retriever.about(parse_question(topic, language=self.language), k=count)
        lines = self.sources()
        return tuple(lines[number] for number in found.passages.tolist())

    def timeline(self, topic: str, *, page: int) -> Timeline:
        """One page of the dated quotes about a topic."""
        return timeline(self.retriever, parse_question(topic, language=self.language), page=page)

    def completed(self, text: str) -> str:
        """A text that breaks off within a word, with the word it begins that is most frequent."""
        words = self.retriever.words
        begun = _BEGUN.search(text)
        if begun is None or words.term(begun[0]):
            return text
        found = islice(words.written.beginning(begun[0].casefold()), COMPLETIONS)
        meant = min(found, key=lambda word: self.retriever.idf(words.term(word)), default="")
        return f"{text[: begun.start()]}{meant}" if meant else text

    def context(self, reference: Reference, *, before: int, after: int) -> Context | None:
        """A quote among its neighbours; None when its document has changed or is gone."""
        number = self.find(reference)
        if number is None:
            return None
        first, last = self.retriever.passages.bounds(number)
        start, end = max(first, number - before), min(last, number + after + 1)
        return Context(
            passages=tuple(self.retriever.passages.passage(n) for n in range(start, end)),
            position=number - start,
            earlier=start > first,
            later=end < last,
        )

    def paragraph(self, reference: Reference, *, step: int) -> Context | None:
        """A quote's paragraph or one near it; None when its document has changed or is gone."""
        number = self.find(reference)
        return None if number is None else paragraph(self.retriever.passages, number, step=step)

    def explain(self, answer: Answer, *, quote: int) -> Explanation | None:
        """Why a quote was chosen; None when its document has changed or is gone."""
        answer, place = answer.holding(answer.quotes[quote]), answer.quotes[quote].reference
        number = self.find(place)
        reasons = None if number is None else self.retriever.explain(answer.searched, number)
        if number is None or reasons is None:
            return None
        gained = _gained(answer, number, reasons.odds)
        others = [hit for hit in answer.hits if hit.passage.number != number]
        passage = self.retriever.passages.passage(number)
        return Explanation(
            passage=passage,
            score=reasons.score,
            parts=_as_written(reasons.parts, passage),
            odds=reasons.odds + gained,
            probability=probability_of(reasons.odds + gained),
            reasons=(*reasons.families, *([Part("nearness", gained)] if gained else [])),
            missing=reasons.missing,
            runner_up=others[0] if others else None,
        )

    def text_of(self, reference: Reference) -> str:
        """The words a reference points to, "" when its document has changed or is gone."""
        number = self.find(reference)
        return "" if number is None else self.retriever.passages.passage(number).text

    def text_behind(self, reference: Reference) -> str:
        """The passage that follows one in its document, "" where none does."""
        number, passages = self.find(reference), self.retriever.passages
        if number is None or number + 1 >= len(passages):
            return ""
        following = passages.passage(number + 1)
        same = following.document.id == passages.passage(number).document.id
        return following.text if same else ""

    def find(self, reference: Reference) -> int | None:
        """The number of the passage a reference points to, None if its document has changed."""
        return self.retriever.passages.find(
            reference.document, reference.start, fingerprint=reference.fingerprint
        )


def _gained(answer: Answer, number: int, odds: float) -> float:
    """What a passage gained over the ranker's odds by its place in the conversation or in time."""
    found = [hit.probability for hit in answer.hits if hit.passage.number == number]
    gained = log_odds(found[0]) - odds if found else 0.0
    return gained if abs(gained) > LEAST_GAIN else 0.0


def _as_written(parts: tuple[Part, ...], passage: Passage) -> tuple[Part, ...]:
    """Parts of a score named by the words of the passage instead of their terms."""
    tokens = analyser(passage.document.language).tokens(passage.text)
    words = {token.term: passage.text[token.start : token.end] for token in tokens}
    return tuple(part._replace(name=words.get(part.name, part.name)) for part in parts)
