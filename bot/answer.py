"""What a front end receives: the Answer with its quotes and sources, and other screens' records."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from retrieval.question import Question
from retrieval.records import Hit, Part, Passage, Span
from retrieval.times.moments import Moment


class Verdict(StrEnum):
    """How a message was answered; by the confidence it is one of the first three, as a rule."""

    FOUND = "FOUND"
    TENTATIVE = "TENTATIVE"
    NOT_FOUND = "NOT_FOUND"
    DISPUTED = "DISPUTED"
    SMALL_TALK = "SMALL_TALK"
    UNCLEAR = "UNCLEAR"


FURTHER_PAGE = 3  # passages shown at a time besides the quotes
REFUSALS = frozenset({Verdict.NOT_FOUND, Verdict.SMALL_TALK, Verdict.UNCLEAR})


@dataclass(frozen=True, slots=True)
class Reference:
    """A quote's place, told by values that outlive a reload and a restart.

    `fingerprint` is the document's; a reference to a document that has another one now is stale.
    """

    document: str
    start: int
    end: int
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage and the spans of its text to stress, relative to the passage's start."""

    passage: Passage
    stress: tuple[Span, ...]

    @property
    def text(self) -> str:
        """The very words of the document."""
        return self.passage.text

    @property
    def reference(self) -> Reference:
        """The quote's place, to be found again later."""
        document = self.passage.document
        return Reference(
            document=document.id,
            start=self.passage.start,
            end=self.passage.end,
            fingerprint=document.source.fingerprint,
        )


@dataclass(frozen=True, slots=True)
class Side:
    """What one or more documents say alike, each with its quote, the best first.

    `claim` are the words of the best quote in which this side differs from the others; "" where it
    is the whole quote.
    """

    claim: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """A finished answer without markup; a front end only renders it.

    `lead` is the first line: the short answer if `short`, else a sentence, such as why there is
    none. `notes` are further lines: what was searched for, which spelling was used. `offers` are
    questions that have answers here, introduced by the phrase `offered`; `introduced` is the phrase
    before the quotes, "" for that of the verdict. `searched` is the question as passages were
    ranked by it, `hits` are those passages, best first, and `confidence` in [0, 1] is how sure it
    is that they answer. `sides` is empty where no other document speaks of it, has one side where
    sources agree and several where they differ (DISPUTED); the first quote of each stands in
    `quotes` as well. `parts` are the answers to each question of a message that asks several, ()
    for one; the rest then tells of all of them together.
    """

    question: Question
    searched: Question
    verdict: Verdict
    lead: str
    short: bool
    quotes: tuple[Quote, ...]
    notes: tuple[str, ...]
    offers: tuple[str, ...]
    hits: Sequence[Hit]
    confidence: float
    language: str
    fingerprint: str
    offered: str = "offers"
    introduced: str = ""
    sides: tuple[Side, ...] = ()
    parts: tuple[Answer, ...] = ()

    @property
    def answered(self) -> bool:
        """Whether every question of the message was answered; one that was not is a gap."""
        every = self.parts or (self,)
        return all(part.verdict is not Verdict.NOT_FOUND for part in every)

    def holding(self, quote: Quote) -> Answer:
        """The part that a quote was found for; the answer itself where it has no parts."""
        place = quote.reference
        holding = (p for p in self.parts if place in [quote.reference for quote in p.quotes])
        return next(holding, self)

    @property
    def further(self) -> tuple[Hit, ...]:
        """The ranked passages that are not quoted, best first."""
        quoted = {quote.passage.number for quote in self.quotes}
        return tuple(hit for hit in self.hits if hit.passage.number not in quoted)

    @property
    def has_further(self) -> bool:
        """Whether there are ranked passages that are not quoted."""
        quoted = {quote.passage.number for quote in self.quotes}
        return any(hit.passage.number not in quoted for hit in self.hits)

    @property
    def refused(self) -> bool:
        """Whether nothing is claimed: not found, small talk, or not understood."""
        return self.verdict in REFUSALS


@dataclass(frozen=True, slots=True)
class Context:
    """A quote among the passages around it, in reading order, at `position`; -1 if absent.

    `earlier` and `later` tell whether the document goes on before and after these passages.
    """

    passages: tuple[Passage, ...]
    position: int
    earlier: bool
    later: bool


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a passage was chosen: amounts that add up.

    `parts` are what each matched term adds to the first stage's `score`. `reasons` are the ranker's
    features in plain words, whose amounts add up to `odds`, the natural logarithm of the odds that
    go with `probability`. `missing` are words of the question that the passage lacks.
    """

    passage: Passage
    score: float
    parts: tuple[Part, ...]
    odds: float
    probability: float
    reasons: tuple[Part, ...]
    missing: tuple[str, ...]
    runner_up: Hit | None


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A document as one line of a list."""

    id: str
    title: str
    publisher: str
    date: datetime.date | None
    passages: int


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """A quote and the time it names, or else its document's date."""

    quote: Quote
    moment: Moment


@dataclass(frozen=True, slots=True)
class Timeline:
    """One page of the dated quotes about a topic; `page` counts from 1."""

    topic: str
    entries: tuple[TimelineEntry, ...]
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class ReloadReport:
    """What a reload found; `failed` are (file, reason)."""

    files: int
    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    failed: tuple[tuple[str, str], ...]
    seconds: float


@dataclass(frozen=True, slots=True)
class Statistics:
    """How the assistant is doing; times in seconds, latencies over the last thousand questions.

    `memory` is what the process holds of the machine's, in bytes; 0 where that can't be told.
    """

    uptime: float
    built: datetime.datetime
    fingerprint: str
    documents: int
    passages: int
    questions: int
    median: float
    p95: float
    memory: int
