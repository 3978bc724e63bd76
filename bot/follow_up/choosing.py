"""Which reading of a message the documents answer best."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.answering.hits.likely import possible
from bot.answering.needs.absence import absent
from bot.answering.yes_no import setting_of, yes_or_no
from bot.follow_up.opened import asked_alone
from bot.follow_up.resolved import Resolved
from bot.follow_up.viewing import NEAR, Written, in_view
from retrieval.odds import log_odds
from retrieval.question import Kind, Question, parse_question
from retrieval.retriever import Findings, Retriever
from retrieval.times.timed import search_in_time

DOUBT = 2.5  # natural logarithm of odds that a reading loses by one step down the list
SURE = 3.0  # beyond which more certainty is worth no more
DECIDED = 1.5  # that it gains where the likeliest passage says yes or no to it
UNTOLD = 3.0  # that it loses where no likely passage holds the kind of thing asked for
SURER = 2.5  # by which an answer may be surer than its likeliest passage is likely
NEARBY = 0.6  # that it gains where its best passage stands near the last quote
HITS = 10


@dataclass(frozen=True, slots=True)
class Chosen:
    """A reading as a question, and what was found for it."""

    question: Question
    found: Findings
    inherited: bool


def best_reading(
    readings: Sequence[Resolved],
    retriever: Retriever,
    *,
    language: str,
    last: int | None,
) -> Chosen:
    """The reading that is answered best; `last` is the number of the passage quoted last.

    Raises ValueError where there is no reading.
    """
    best: tuple[float, Chosen] | None = None
    written = Written(retriever, language)
    for reading in readings:
        question = parse_question(reading.text, language=language)
        question = asked_alone(question, is_name=retriever.words.names)
        if best is not None and _at_most(reading, question, last) <= best[0]:
            continue  # whatever is found for it
        found = search_in_time(retriever, question, k=HITS)
        if reading.inherited and last is not None:
            found = replace(found, hits=in_view(reading, question, found.hits, last, written))
        chosen = Chosen(question, found, reading.inherited)
        worth = _worth(found, last) - DOUBT * reading.doubt
        if len(readings) > 1 and found.hits and _is_untold(found):
            worth -= UNTOLD
        if len(readings) > 1 and _is_decided(found):
            worth += DECIDED
        if best is None or worth > best[0]:
            best = worth, chosen
        if len(readings) == 1:
            break
    if best is None:
        raise ValueError("there must be a reading")
    chosen = best[1]
    if last is None or not chosen.inherited:
        return chosen
    return replace(chosen, found=_as_sure_as_its_best(chosen.found))


def _as_sure_as_its_best(found: Findings) -> Findings:
    """What was found, no surer than the likeliest passage allows.

    The passage quoted before may have made it sure, and be the one that does not answer now.
    """
    if not found.hits:
        return found
    most = log_odds(found.hits[0].probability) + SURER
    return found.doubted(max(log_odds(found.confidence) - most, 0.0))


def _worth(found: Findings, last: int | None) -> float:
    """The odds that a question is answered, as a logarithm; more where it stays on the spot."""
    worth = min(log_odds(0.0 if found.lacking else found.confidence), SURE)
    if found.hits and last is not None and abs(found.hits[0].passage.number - last) < len(NEAR):
        worth += NEARBY
    return worth


def _at_most(reading: Resolved, question: Question, last: int | None) -> float:
    """The most that a reading, which asks `question`, can be worth."""
    most = SURE + (NEARBY if last is not None else 0.0) - DOUBT * reading.doubt
    return most + DECIDED if question.kind is Kind.YES_NO else most


def _is_decided(found: Findings) -> bool:
    """Whether the likeliest passage says yes or no to what wants only that."""
    question = found.question
    if question.kind is not Kind.YES_NO or not found.hits:
        return False
    passage = found.hits[0].passage
    return yes_or_no(question, passage.text, setting_of(passage)) is not None


def _is_untold(found: Findings) -> bool:
    """Whether no likely passage holds what an answer must hold: a date, a name, a number."""
    texts = [hit.passage.text for hit in possible(found.question, found.hits)]
    return absent(found.question, texts) is not None
