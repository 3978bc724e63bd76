"""The reports on an event: those whose title and lead name it, or that are of its day."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from typing import NamedTuple

from bot.answering.grammar.alike import share_of
from bot.answering.hits.blocks import is_heading
from bot.answering.hits.posed import is_posed
from bot.answering.reports.asked import without_general
from retrieval.analysis import analyser
from retrieval.question import Question
from retrieval.reading.text.lines import is_ended
from retrieval.records import Document, Passage
from retrieval.retriever import Findings, Retriever
from retrieval.times.moments import Moment, Precision, moments
from retrieval.times.periods import Period, Relation, period_of

LOOKED_AT = 12  # documents of the best hits
LEAST_IN_LEAD = 0.5  # of the words that name an event, in a lead whose title has the others
LEAST_OF_DAY = 0.5  # of those words, in the title and lead of a report that names the day itself
_BEHIND = datetime.timedelta(days=7)  # that a report may come after the day that it is of
_OPENING = 6  # passages of a document among which its lead is looked for
_HEAD = 200  # characters of a document that may name its day
_WORDS = 5  # of a lead, at the least


_Shares = Callable[[frozenset[str], str, str], float]


class Report(NamedTuple):
    """A document that tells of an event, and the sentence that it opens with."""

    document: int
    lead: Passage

    @property
    def day(self) -> datetime.date:
        """The day of its document, the first of all where it has none."""
        return self.lead.document.date or datetime.date.min


def reports_on(
    question: Question, named: frozenset[str], found: Findings, retriever: Retriever
) -> list[Report]:
    """The reports on an event that is named by some terms, by a day or by both, best first."""
    period = period_of(question.text, language=question.language)
    if period is not None and period.relation is Relation.WITHIN:
        return [
            report
            for report in _read(_of_time(period, retriever), retriever)
            if not named or _meant(named, _head(report), question.language) >= LEAST_OF_DAY
        ]
    if not named:
        return []
    passages = (hit.passage.number for hit in (*found.hits, *found.behind))
    numbers = dict.fromkeys(map(retriever.passages.document_number, passages))
    opened = list(_read(list(numbers)[:LOOKED_AT], retriever))
    language = question.language
    wide = without_general(named, language)
    for name, shares in ((named, _said), (wide, _said), (named, _meant)):
        if reports := [report for report in opened if name and _is_on(name, report, shares)]:
            return reports
    return []


def _read(documents: Iterable[int], retriever: Retriever) -> Iterable[Report]:
    for number in documents:
        lead = _lead(number, retriever)
        if lead is not None:
            yield Report(number, lead)


def _lead(document: int, retriever: Retriever) -> Passage | None:
    """The first whole sentence of a document."""
    passages = retriever.passages
    first, last = passages.firsts[document : document + 2].tolist()
    for number in range(first, min(first + _OPENING, last)):
        if not passages.quotable[number]:
            continue
        passage = passages.passage(number)
        text = passage.text
        if len(text.split()) >= _WORDS and is_ended(text) and not is_heading(passage):
            return None if is_posed(passage) else passage
    return None


def _is_on(named: frozenset[str], report: Report, shares: _Shares) -> bool:
    """Whether title and lead name an event, at least half of it in the lead."""
    language = report.lead.document.language
    in_lead = shares(named, report.lead.text, language)
    return in_lead >= LEAST_IN_LEAD and shares(named, _head(report), language) == 1


def _head(report: Report) -> str:
    """The title of a report with its lead."""
    return f"{report.lead.document.title} {report.lead.text}"


def _said(named: frozenset[str], text: str, language: str) -> float:
    """The share of some terms, at least one, that a text has."""
    return len(named.intersection(analyser(language).terms(text))) / len(named)


def _meant(named: frozenset[str], text: str, language: str) -> float:
    """The share of some terms for which a text has a word that may stand for them."""
    return share_of(named, set(analyser(language).terms(text)), language)


def _of_time(period: Period, retriever: Retriever) -> list[int]:
    """The documents that tell of a day or month: by their titles, leads or dates, in order."""
    time = period.first
    if time is None or time.precision is Precision.YEAR:
        return []
    documents = retriever.passages.documents
    years = [time.year] if time.year else retriever.dated.years
    numbers = (
        number
        for first, last in map(time.within, years)
        for number in retriever.dated.written(first, last + _BEHIND)
    )
    return [number for number in dict.fromkeys(numbers) if _tells_of(period, documents[number])]


def _tells_of(period: Period, document: Document) -> bool:
    """Whether a document is of a time: that of its title or, where that tells none, the time that
    its opening names or its own.
    """
    titled = _days(document.title, document)
    if titled or document.date is None:
        return any(map(period.holds, titled))
    own = Moment(document.date, document.date, Precision.DAY, told=False)
    return any(map(period.holds, [own, *_days(document.part(0, _HEAD), document)]))


def _days(text: str, document: Document) -> list[Moment]:
    told = moments(text, language=document.language, written=document.date)
    return [moment for moment in told if moment.precision is Precision.DAY]
