"""Notes beside an answer: what was searched for, and the date that "on Saturday" counts from."""

from __future__ import annotations

import re

from bot.answer import Quote
from bot.answering.lifted import Lifted
from bot.answering.times.reckoning import reckoned
from bot.phrasing import Phrases, say_date
from retrieval.question import Question, parse_question
from retrieval.retriever import Findings
from retrieval.spelling import Respelling


def relative_date(lifted: Lifted | None, quote: Quote, phrases: Phrases) -> tuple[str, ...]:
    """From which day a date such as "on Saturday" is to be read, and the day it is, where certain.

    The day is nobody's words: the line says that it is reckoned.
    """
    document = quote.passage.document
    if lifted is None or not lifted.relative or document.date is None:
        return ()
    written = say_date(document.date, phrases)
    day = reckoned(quote.text, lifted.line, document.date, language=document.language or "en")
    if day is None:
        return (phrases.say("relative_date", words=lifted.line, date=written),)
    return (phrases.say("reckoned", words=lifted.line, date=written, day=say_date(day, phrases)),)


def notes(
    question: Question, found: Findings, *, phrases: Phrases, inherited: bool
) -> tuple[str, ...]:
    """What was searched for where that differs from what was written."""
    searched = [phrases.say("searched", question=question.text)] if inherited else []
    spelt = [
        phrases.say("spelling", written=respelt.written, meant=_in_the_case_of(respelt))
        for respelt in found.respelt
    ]
    return (*searched, *spelt)


def as_meant(found: Findings) -> Question:
    """The question in the spelling that was meant."""
    text = found.question.text
    for respelt in found.respelt:
        word = re.compile(rf"\b{re.escape(respelt.written)}\b")
        text = word.sub(_in_the_case_of(respelt), text)
    return parse_question(text, language=found.question.language)


def _in_the_case_of(respelt: Respelling) -> str:
    """The word that was meant, with a capital where it was written with one."""
    return respelt.meant.capitalize() if respelt.written[0].isupper() else respelt.meant
