"""What was found to an Answer: a refusal, a question back, or a first line proved by quotes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.answer import Answer, Quote, Side, Verdict
from bot.answering.lifted import Lifted
from bot.answering.needs.holding import holding
from bot.answering.quoting import choose_quotes
from bot.answering.sides import take_sides
from bot.replying.clarifying import subjects
from bot.replying.considering import consider
from bot.replying.notes import notes, relative_date
from bot.replying.offering import NOTHING, meant
from bot.replying.others import told_by_others
from bot.replying.refusing import asked_back, nearest, refusal
from bot.replying.request import Request
from bot.replying.sureness.signals import FOREIGN
from bot.replying.verdict import is_untold, lacking, sure_of, verdict_on
from retrieval.retriever import Findings

CLAIMS = " / "  # between what differing sources say


def compose(request: Request, found: Findings) -> Answer:
    """The answer to a question that stands alone, from what was found for it."""
    retriever, settings = request.retriever, request.settings
    considered = consider(
        found,
        retriever,
        phrases=request.phrases,
        certainty=settings.short,
        asked=request.question,
    )
    sure = sure_of(considered)
    verdict = verdict_on(considered, sure, settings)
    found = replace(considered.found, confidence=sure)
    near = bool(found.hits) and considered.found.confidence >= settings.tentative
    lacks = lacking(found) if near or verdict is not Verdict.NOT_FOUND else None
    if verdict is Verdict.NOT_FOUND or lacks is not None:
        return refusal(request, found, lacks)
    choices = () if request.inherited else _which_subject(request, found)
    if choices:
        return asked_back(request, found, choices)
    doubtful = verdict is Verdict.TENTATIVE and (found.unknown or considered.signals[FOREIGN])
    untold = is_untold(considered, verdict)
    lifted = None if doubtful or untold else considered.lifted  # they may be the very subject
    answer = _proved(request, found, lifted, verdict)
    return nearest(request, answer) if untold else answer


def _which_subject(request: Request, found: Findings) -> tuple[str, ...]:
    """The question with each subject that it fits equally; () where there is no doubt."""
    return subjects(request.question, found.hits, is_name=request.retriever.words.names)


def _proved(request: Request, found: Findings, lifted: Lifted | None, verdict: Verdict) -> Answer:
    """The answer: what was lifted in its first line, the quotes that prove it, what others say."""
    question, phrases = request.question, request.phrases
    sides, quotes = _quoted(request, found, lifted)
    offered = NOTHING
    if verdict is Verdict.TENTATIVE and found.unknown:
        offered = meant(question, found, request.snapshot, request.settings)
    line = _line(lifted, sides)
    return Answer(
        question=question,
        searched=found.question,
        verdict=Verdict.DISPUTED if len(sides) > 1 else verdict,
        lead=line or quotes[0].text,
        short=bool(line),
        quotes=quotes,
        notes=(
            *relative_date(lifted, quotes[0], phrases),
            *notes(question, found, phrases=phrases, inherited=request.inherited),
        ),
        offers=offered.questions,
        hits=found.hits,
        confidence=found.confidence,
        language=phrases.language,
        fingerprint=request.snapshot.fingerprint,
        offered=offered.phrase,
        sides=sides,
    )


def _quoted(
    request: Request, found: Findings, lifted: Lifted | None
) -> tuple[tuple[Side, ...], tuple[Quote, ...]]:
    """The sides that documents take to the hit that answers, and the quotes in their order."""
    question = found.question
    proof = lifted.proof if lifted else holding(question, found.hits)[:1]
    words = lifted.line if lifted else ""
    told = told_by_others(found, main=proof[0], lifted=lifted, retriever=request.retriever)
    sides = take_sides(
        question,
        found.hits,
        main=proof[0],
        lifted=words,
        rivals=told.opposed,
        concerned=told.on_named,
    )
    quotes = choose_quotes(
        question,
        told.hits,
        proof=proof,
        sides=sides,
        rivals=told.against,
        alike=told.alike,
        count=request.settings.quotes,
    )
    return sides, quotes


def _line(lifted: Lifted | None, sides: Sequence[Side]) -> str:
    """What was lifted, or what each side claims where they differ; "" for no first line."""
    if len(sides) > 1:
        claims = [side.claim for side in sides]
        return CLAIMS.join(claims) if all(claims) else ""
    return lifted.line if lifted else ""
