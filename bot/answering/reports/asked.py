"""What is asked of an event as a whole, and by which words the event is named."""

from __future__ import annotations

from enum import StrEnum

from bot.answering.grammar.lexical import listed, pattern
from retrieval.analysis import analyser
from retrieval.question import Question


class Aspect(StrEnum):
    """What of an event is asked for, by the names of the lexicon's patterns."""

    LATEST = "latest"
    ATTENDANCE = "attendance"
    NEXT = "next"
    SUBJECT = "subject"
    DISPUTE = "dispute"
    OUTCOME = "outcome"
    STORY = "story"


def aspect_of(question: Question) -> Aspect | None:
    """What a question asks of an event; None where it asks for something else.

    An event that only a clause tells apart, "the talks that she came for", is not known by words.
    """
    language = question.language
    if pattern("reports.clause", language).search(question.text):
        return None
    asked = (a for a in Aspect if pattern(f"reports.{a.value}", language).search(question.text))
    return next(asked, None)


def named(question: Question) -> frozenset[str]:
    """The terms by which a question names an event: not what it asks of it, nor a date."""
    analysis = analyser(question.language)
    plain = frozenset(map(analysis.term, _plain(question)))
    return frozenset(
        token.term
        for token in question.content
        if token.term not in plain
        and not any(date.start <= token.start < date.end for date in question.dates)
    )


def _plain(question: Question) -> frozenset[str]:
    """Words that don't name an event; with a day, "meeting" needs to stand in no report of it."""
    language = question.language
    gathering = listed("reports.gathering", language) if question.dates else frozenset[str]()
    return listed("reports.plain", language) | gathering


def without_general(named: frozenset[str], language: str) -> frozenset[str]:
    """The terms for an event without what it may be called otherwise: "row", "accident"."""
    analysis = analyser(language)
    return named - frozenset(map(analysis.term, listed("reports.general", language)))
