"""Hits to an Answer: verdict, first line, quotes, notes."""

from __future__ import annotations

from bot.answer import Answer, Verdict
from bot.answering.lifting import Lifted, lift
from bot.answering.quoting import choose_quotes
from bot.clarifying import subjects
from bot.offering import NOTHING, meant, offer
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
    choices = () if inherited else which_subject(question, found, snapshot)
    if choices:
        return _ask_back(question, found, choices, snapshot, phrases=phrases)
    lifted = lift(found.question, found.hits, phrases=phrases, certainty=settings.short)
    quotes = choose_quotes(
        found.question, found.hits, proof=lifted.proof if lifted else (), count=settings.quotes
    )
    offered = NOTHING
    if verdict is Verdict.TENTATIVE and found.unknown:
        offered = meant(question, found, snapshot, settings)
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
        offers=offered.questions,
        hits=found.hits,
        confidence=found.confidence,
        language=phrases.language,
        fingerprint=snapshot.fingerprint,
        offered=offered.phrase,
    )


def which_subject(question: Question, found: Findings, snapshot: Snapshot) -> tuple[str, ...]:
    """The question with each subject that it fits equally; () where there is no doubt."""
    return subjects(question, found.hits, is_name=snapshot.retriever.words.names)


def _ask_back(
    question: Question,
    found: Findings,
    choices: tuple[str, ...],
    snapshot: Snapshot,
    *,
    phrases: Phrases,
) -> Answer:
    """Which of several subjects is meant, each as a question to choose."""
    return Answer(
        question=question,
        searched=found.question,
        verdict=Verdict.UNCLEAR,
        lead=phrases.say("which_one", seed=question.text),
        short=False,
        quotes=(),
        notes=(),
        offers=choices,
        hits=found.hits,
        confidence=found.confidence,
        language=phrases.language,
        fingerprint=snapshot.fingerprint,
        offered="",
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
    offered = offer(question, found, snapshot, phrases=phrases, settings=settings)
    return Answer(
        question=question,
        searched=found.question,
        verdict=Verdict.NOT_FOUND,
        lead=lead,
        short=False,
        quotes=(),
        notes=_notes(question, found, phrases=phrases, inherited=inherited),
        offers=offered.questions,
        offered=offered.phrase,
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
