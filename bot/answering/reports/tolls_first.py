"""How many were killed, hurt or saved in an event: counted by a report on it, the newest first.

Reports recall the dead of other events: "in 1987 a flood killed 31", "the worst flood since that on
the Tarn, where nine died". Those are not the dead of this one.
"""

from __future__ import annotations

from dataclasses import replace

from bot.answering.amounts.fates import counts_fate, fates_asked, tells_fate
from bot.answering.grammar.lexical import pattern
from bot.answering.grammar.question import read_question
from bot.answering.hits.reordering import put_first, reordered
from bot.answering.reports.asked import named, without_general
from bot.answering.reports.choosing import sentences_of
from bot.answering.reports.finding import reports_on
from bot.answering.reports.telling import is_history
from retrieval.analysis import analyser
from retrieval.odds import log_odds
from retrieval.question import Kind, Question
from retrieval.records import Hit, Passage
from retrieval.retriever import Findings, Retriever

MOST = 3  # sentences that come first
OTHER = -3.0  # log-odds that a sentence gains by telling the toll of another event
LOOKED_AT = 10  # best hits


def tolls_first(found: Findings, retriever: Retriever) -> Findings:
    """What was found, sentences first that count those of the fate and event asked about."""
    question = found.question
    if question.kind is not Kind.HOW_MANY or not found.hits or not fates_asked(question):
        return found
    event = _event(question)
    named_alone = bool(event) and not question.dates
    counting = _counting(question, event, found, retriever) if named_alone else []
    if not counting:
        return replace(found, hits=_without_others(question, event, found))
    likely = found.hits[0].probability
    return replace(found, hits=put_first(counting, found.hits, likely=likely))


def _event(question: Question) -> frozenset[str]:
    """The terms for the event in which somebody was killed or saved."""
    language = question.language
    counted = read_question(question).head
    return frozenset(
        term for term in named(question) if term != counted and not tells_fate(term, language)
    )


def _counting(
    question: Question, event: frozenset[str], found: Findings, retriever: Retriever
) -> list[Passage]:
    """The sentences that count those asked about, of the newest report first: in reports on the
    event, or found for the question and naming the event themselves.
    """
    language = question.language
    reports = reports_on(question, event, found, retriever)
    own = [p for report in reports for p in sentences_of(report, retriever)]
    name = without_general(event, language) or event
    imagined = pattern("reports.imagined", language)
    naming = [hit.passage for hit in found.hits if _names(name, hit.passage)]
    told = {
        passage.number: passage
        for passage in (*own, *naming)
        if counts_fate(question, passage.text)
        and not imagined.search(passage.text)
        and not is_history(question, passage)
        and not _tells_of_another(event, passage)
    }
    dated = [passage for passage in told.values() if passage.document.date is not None]
    dated.sort(key=lambda passage: str(passage.document.date), reverse=True)
    return (dated if len(dated) == len(told) else [])[:MOST]


def _names(event: frozenset[str], passage: Passage) -> bool:
    return event.issubset(analyser(passage.document.language).terms(passage.text))


def _without_others(question: Question, event: frozenset[str], found: Findings) -> tuple[Hit, ...]:
    """The hits, those behind that count the dead of another event."""

    def odds(hit: Hit) -> float:
        other = is_history(question, hit.passage) or _tells_of_another(event, hit.passage)
        return log_odds(hit.probability) + OTHER * other

    return reordered(found.hits, odds, most=LOOKED_AT)


def _tells_of_another(event: frozenset[str], passage: Passage) -> bool:
    """Whether what a sentence counts is of an event that it compares with, and not the one named:
    "the worst since the fire in Orsk, where six died".
    """
    language, text = passage.document.language, passage.text
    compared = pattern("reports.compared", language).search(text)
    if compared is None:
        return False
    terms = analyser(language).terms(f"{compared['other']} {text[compared.end() :]}")
    return event.isdisjoint(terms)
