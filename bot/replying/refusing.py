"""Refusals: that the documents don't say, and what they do answer; or which subject is meant."""

from __future__ import annotations

from dataclasses import replace

from bot.answer import Answer, Verdict
from bot.answering.needs.lack import Absence
from bot.replying.notes import notes
from bot.replying.offering import offer
from bot.replying.request import Request
from retrieval.retriever import Findings


def refusal(request: Request, found: Findings, lacks: Absence | None) -> Answer:
    """That the documents don't say, what they lack, and what they do answer."""
    question, phrases = request.question, request.phrases
    if lacks is not None:
        lead = phrases.say(f"absent_{lacks}", seed=question.text)
    elif found.unknown:
        words = ", ".join(f"“{word}”" for word in found.unknown)
        lead = phrases.say("not_found_words", seed=question.text, words=words)
    else:
        lead = phrases.say("not_found", seed=question.text)
    offered = offer(question, found, request.snapshot, phrases=phrases, settings=request.settings)
    return Answer(
        question=question,
        searched=found.question,
        verdict=Verdict.NOT_FOUND,
        lead=lead,
        short=False,
        quotes=(),
        notes=notes(question, found, phrases=phrases, inherited=request.inherited),
        offers=offered.questions,
        offered=offered.phrase,
        hits=found.hits,
        confidence=found.confidence,
        language=phrases.language,
        fingerprint=request.snapshot.fingerprint,
    )


def nearest(request: Request, answer: Answer) -> Answer:
    """That the documents don't say it plainly, over the quotes of a doubtful answer."""
    lead = request.phrases.say("nearest", seed=request.question.text)
    return replace(answer, verdict=Verdict.NOT_FOUND, lead=lead)


def asked_back(request: Request, found: Findings, choices: tuple[str, ...]) -> Answer:
    """Which of several subjects is meant, each as a question to choose."""
    question, phrases = request.question, request.phrases
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
        fingerprint=request.snapshot.fingerprint,
        offered="",
    )
