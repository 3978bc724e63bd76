"""Hits to an Answer: verdict, first line, quotes, notes."""

from __future__ import annotations

from bot.answer import Answer, Verdict
from bot.answering.lifting import Lifted, lift
from bot.answering.quoting import choose_quotes
from bot.phrasing import Phrases, say_date
from bot.settings import AnswerSettings
from bot.snapshot import Snapshot
from retrieval.question import Question
from retrieval.records import Document
from retrieval.retriever import Findings


def compose(
    question: Question,
    found: Findings,
    snapshot: Snapshot,
    *,
    phrases: Phrases,
    settings: AnswerSettings,
    inherited: bool,
) -> Answer:
    """The answer from what was found for a question that stands alone.

    `inherited`: earlier turns made it so.
    """
    verdict = _verdict(found, settings)
    if verdict is Verdict.NOT_FOUND:
        return _refuse(
            question, found, snapshot, phrases=phrases, settings=settings, inherited=inherited
        )
    lifted = lift(found.question, found.hits, phrases=phrases, certainty=settings.short)
    quotes = choose_quotes(
        found.question, found.hits, proof=lifted.proof if lifted else (), count=settings.quotes
    )
    return Answer(
        question=question,
        searched=found.question,
        verdict=verdict,
        lead=lifted.line if lifted else quotes[0].text,
        short=lifted is not None,
        quotes=quotes,
        notes=(
            *_relative_date(lifted, quotes[0].passage.document, phrases),
            *_notes(question, found, phrases=phrases, inherited=inherited),
        ),
        offers=(),
        hits=found.hits,
        confidence=found.confidence,
        language=phrases.language,
        fingerprint=snapshot.fingerprint,
    )


def _verdict(found: Findings, settings: AnswerSettings) -> Verdict:
    if not found.hits or found.lacking or found.confidence < settings.tentative:
        return Verdict.NOT_FOUND
    return Verdict.FOUND if found.confidence >= settings.found else Verdict.TENTATIVE


def _refuse(
    question: Question,
    found: Findings,
    snapshot: Snapshot,
    *,
    phrases: Phrases,
    settings: AnswerSettings,
    inherited: bool,
) -> Answer:
    """That the documents don't say, which words they lack, and what they do answer."""
    if found.unknown:
        words = ", ".join(f"“{word}”" for word in found.unknown)
        lead = phrases.say("not_found_words", seed=question.text, words=words)
    else:
        lead = phrases.say("not_found", seed=question.text)
    return Answer(
        question=question,
        searched=found.question,
        verdict=Verdict.NOT_FOUND,
        lead=lead,
        short=False,
        quotes=(),
        notes=_notes(question, found, phrases=phrases, inherited=inherited),
        offers=snapshot.suggestions.first(settings.offers, settings=settings, phrases=phrases),
        hits=found.hits,
        confidence=found.confidence,
        language=phrases.language,
        fingerprint=snapshot.fingerprint,
    )


def _relative_date(lifted: Lifted | None, document: Document, phrases: Phrases) -> tuple[str, ...]:
    """From which day a date such as "on Saturday" is to be read, where its document tells."""
    if lifted is None or not lifted.relative or document.date is None:
        return ()
    return (phrases.say("relative_date", words=lifted.line, date=say_date(document.date, phrases)),)


def _notes(
    question: Question, found: Findings, *, phrases: Phrases, inherited: bool
) -> tuple[str, ...]:
    """What was searched for where that differs from what was written."""
    searched = [phrases.say("searched", question=question.text)] if inherited else []
    spelt = [
        phrases.say("spelling", written=respelt.written, meant=respelt.meant)
        for respelt in found.respelt
    ]
    return (*searched, *spelt)
