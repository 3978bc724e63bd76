"""The records a front end receives: Answer, Quote, Reference, and what else it can show."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from retrieval.question import Question
from retrieval.records import Hit, Part, Passage, Span
from retrieval.times.moments import Moment


class Verdict(StrEnum):
    """How a message was answered; thresholds on the confidence decide between the first three."""

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
    """Where a quote stands, by value: it outlives a reload and a restart.

    `fingerprint` is the document's; a reference whose document has another one is stale.
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
    """What one or more sources say alike: quotes of different documents, the best one first.

    `claim` are the words of a quote in which this side differs from the others, "" where the whole
    quote does.
    """

    claim: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """Finished content without markup; a front end only renders it.

    `lead` is the first line: the short answer, or the sentence that says why there is none.
    `searched` is the question in the collection's own words, as its passages were ranked by it.
    `short` says that `lead` was lifted from the first quote. `notes` are further lines (what was
    searched for, which spelling was used, that sources differ). `offers` are questions that have
    answers here, `offered` the phrase that introduces them, "" for none; `introduced` the one that
    introduces the quotes, "" for that of the verdict. `hits` are the ranked
    passages, best first. `confidence` lies in [0, 1]. `sides` groups quotes that state the same:
    one group where sources agree, two or more where they differ (DISPUTED); the first quote of
    each stands in `quotes` as well. `parts` are the answers to the questions of a message that
    asked several, () for one; the rest then tells of all of them together.
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
        """Whether the documents left nothing to be desired: what they don't say is a gap."""
        every = self.parts or (self,)
        return all(part.verdict is not Verdict.NOT_FOUND for part in every)

    def holding(self, quote: Quote) -> Answer:
        """The part that a quote was found for, the answer itself where it has no parts."""
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
        """Whether there are any of them."""
        quoted = {quote.passage.number for quote in self.quotes}
        return any(hit.passage.number not in quoted for hit in self.hits)

    @property
    def refused(self) -> bool:
        """Whether nothing is claimed: not found, small talk, or not understood."""
        return self.verdict in REFUSALS


@dataclass(frozen=True, slots=True)
class Context:
    """A quote among its neighbours: passages in reading order, the quoted one at `position`.

    `position` is -1 where the quote is not among them.

    `earlier` and `later` tell whether the document goes on before and after them.
    """

    passages: tuple[Passage, ...]
    position: int
    earlier: bool
    later: bool


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a passage came first: parts that add up to `score`, and what did not match.

    `parts` are the matched terms' shares of the first stage's score; `reasons` the ranker's
    features, in plain words, whose amounts add up to `odds` (natural logarithm of the odds), which
    is `probability` on another scale.
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
    """One document as listed to people."""

    id: str
    title: str
    publisher: str
    date: datetime.date | None
    passages: int


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """A quote and the time it speaks of, or that of its document where it names none."""

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
