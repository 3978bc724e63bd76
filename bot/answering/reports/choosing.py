"""Which sentences of the reports on an event answer what is asked of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bot.answering.reports.asked import Aspect, without_general
from bot.answering.reports.finding import Report
from bot.answering.reports.telling import LEAST, heading_above, told
from retrieval.analysis import analyser
from retrieval.question import Question
from retrieval.records import Passage
from retrieval.retriever import Findings, Retriever
from retrieval.times.moments import moments
from retrieval.times.periods import Period, period_of

MOST = 3  # sentences
REPORTS = 6  # that are looked through
READ = 40  # passages of each
IN_REPORT = 0.5  # what it is worth to a sentence that a report on the event has it
DATED = 1.5  # that it names the very day or month asked about
OPENING = 200  # characters of a document that may tell its day
FOUND_FIRST = 1.5  # that it names the whole event and was found first
LEAST_SAID = 0.75  # of the words for an event that a sentence of another document must have


def sentences_telling(
    question: Question,
    aspect: Aspect,
    event: frozenset[str],
    reports: Sequence[Report],
    found: Findings,
    retriever: Retriever,
) -> list[Passage]:
    """The sentences that answer, best first: the leads of reports where the story is asked for.

    Else those that tell what is asked, in reports on the event or, if found for the question,
    elsewhere.
    """
    by_day = sorted(reports, key=lambda report: report.day)
    if aspect is Aspect.LATEST:
        by_day.reverse()
    if aspect in (Aspect.STORY, Aspect.LATEST):
        return [p for report in by_day for p in _opening(question, report, retriever)][:MOST]
    ahead = aspect is Aspect.NEXT
    read = by_day[-1:] if ahead else reports[:REPORTS]
    own = {p.number: p for report in read for p in sentences_of(report, retriever)}
    event = without_general(event, question.language) or event
    elsewhere = {} if ahead else _on_event(question, event, found)
    passages = {**elsewhere, **own}
    shares = {number: _share(question, event, passage) for number, passage in passages.items()}
    scored = {
        number: worth + shares[number]
        for number, passage in passages.items()
        if (worth := told(question, aspect, passage)) >= LEAST
    }
    best = found.hits[0].passage.number if found.hits else -1
    for number in scored:
        scored[number] += IN_REPORT * (number in own)
        scored[number] += DATED * (bool(question.dates) and number in elsewhere)
        scored[number] += FOUND_FIRST * (number == best and shares[number] == 1)
    return [passages[number] for number in sorted(scored, key=lambda n: -scored[n])[:MOST]]


def _on_event(question: Question, event: frozenset[str], found: Findings) -> Mapping[int, Passage]:
    """What was found that names an event, and the day asked about, in its own words."""
    period = period_of(question.text, language=question.language) if question.dates else None
    return {
        hit.passage.number: hit.passage
        for hit in found.hits
        if _share(question, event, hit.passage) >= LEAST_SAID
        and (period is None or names_time(period, hit.passage))
    }


def names_time(period: Period, passage: Passage) -> bool:
    """Whether a sentence names a time that is asked about, or what stands above it."""
    document = passage.document
    text = f"{document.part(0, OPENING)} {heading_above(passage)} {passage.text}"
    told = moments(text, language=document.language, written=document.date)
    return any(map(period.holds, told))


def _share(question: Question, event: frozenset[str], passage: Passage) -> float:
    """The share of the words for an event that a sentence and the heading above it have."""
    said = analyser(question.language).terms(f"{heading_above(passage)} {passage.text}")
    return len(event.intersection(said)) / len(event) if event else 0.0


def _opening(question: Question, report: Report, retriever: Retriever) -> list[Passage]:
    """What a report opens with; of minutes, which open with a list, what they say was decided."""
    if not heading_above(report.lead):
        return [report.lead]
    sentences = sentences_of(report, retriever)
    return [p for p in sentences if told(question, Aspect.OUTCOME, p) >= LEAST]


def sentences_of(report: Report, retriever: Retriever) -> Iterator[Passage]:
    """The sentences of a report, as far as it is looked through."""
    passages = retriever.passages
    first, last = passages.firsts[report.document : report.document + 2].tolist()
    for number in range(first, min(first + READ, last)):
        if passages.quotable[number]:
            yield passages.passage(number)
