"""Which reading of a message the documents answer best, and what stands near the last quote."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from bot.follow_up.resolving import Resolved
from retrieval.analysis import analyser
from retrieval.entities import Kind, mentions
from retrieval.lexicon import lexicon
from retrieval.odds import log_odds, probability_of
from retrieval.question import Question, Wanted, parse_question
from retrieval.records import Hit
from retrieval.retriever import Findings, Retriever
from retrieval.times.timed import search_in_time

DOUBT = 0.8  # natural logarithm of odds that a reading loses by one step down the list
SURE = 3.0  # beyond which more certainty is worth no more
NEARBY = 0.6  # that it gains where its best passage stands near the last quote
NEAR = (0.3, 0.9, 0.6, 0.3)  # that a passage gains so many sentences from the last quote
ELSEWHERE = -1.5  # that the last quote gains where something else is asked for
EVEN = 0.5  # its probability then at most: it holds the words that came from it in any case
FURTHER = -5.0  # where more is asked for than it says, or others have the words it lacks
HITS = 10
WIDE = 40  # passages looked through for the one quoted last
_KINDS = {
    Wanted.DATE: {Kind.DATE},
    Wanted.DURATION: {Kind.DURATION, Kind.DATE},
    Wanted.NUMBER: {Kind.NUMBER, Kind.PERCENTAGE, Kind.DURATION, Kind.MONEY},
    Wanted.MONEY: {Kind.MONEY, Kind.NUMBER},
    Wanted.PERSON: {Kind.PERSON, Kind.NAME, Kind.TITLE, Kind.GROUP, Kind.PLACE},
}


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
    """The reading that is answered best; `last` is the number of the passage quoted last."""
    best: tuple[float, Chosen] | None = None
    for reading in readings:
        question = parse_question(reading.text, language=language)
        found = search_in_time(retriever, question, k=HITS)
        if reading.inherited and last is not None:
            found = replace(found, hits=_in_view(reading, question, found.hits, last, retriever))
        chosen = Chosen(question, found, reading.inherited)
        worth = _worth(found, last) - DOUBT * reading.doubt
        if best is None or worth > best[0]:
            best = worth, chosen
        if len(readings) == 1:
            break
    if best is None:
        raise ValueError("there must be a reading")
    return best[1]


def _worth(found: Findings, last: int | None) -> float:
    """The odds that a question is answered, as a logarithm; more where it stays on the spot."""
    worth = min(log_odds(0.0 if found.lacking else found.confidence), SURE)
    if found.hits and last is not None and abs(found.hits[0].passage.number - last) < len(NEAR):
        worth += NEARBY
    return worth


def _in_view(
    reading: Resolved, question: Question, hits: Sequence[Hit], last: int, retriever: Retriever
) -> tuple[Hit, ...]:
    """Hits in their order when those around the passage quoted last are likelier.

    That passage was read already: it is less likely where more is asked for than it says, where it
    lacks the words that took the place of others, or holds nothing of the type asked for.
    """
    bound = _fit(reading.bare, question, last, retriever) if reading.bare else 1.0
    off = {hit.passage.number for hit in hits if _is_off(hit, reading, question)}
    rivals = [hit.probability for hit in hits if hit.passage.number not in {*off, last}]
    if last in off:
        bound = min(bound, max(rivals, default=EVEN))
    unnamed = (
        {hit.passage.number for hit in hits if _lacks_words(hit, reading.instead)}
        if rivals
        else set()
    )
    drawn = []
    for hit in hits:
        number, distance = hit.passage.number, abs(hit.passage.number - last)
        gain = NEAR[distance] if distance < len(NEAR) else 0.0
        if not distance and (reading.further or number in unnamed):
            gain = FURTHER
        elif number in unnamed or (not distance and number in off):
            gain = ELSEWHERE
        likely = hit.probability if distance else min(hit.probability, bound)
        drawn.append(replace(hit, probability=probability_of(log_odds(likely) + gain)))
    return tuple(sorted(drawn, key=lambda hit: -hit.probability))


def _is_off(hit: Hit, reading: Resolved, question: Question) -> bool:
    """Whether a passage speaks of something else than is asked for now."""
    return _lacks_words(hit, reading.instead) or _lacks_type(question, hit)


def _fit(text: str, question: Question, number: int, retriever: Retriever) -> float:
    """The probability that a passage answers a message just as it was written."""
    found = retriever.search(parse_question(text, language=question.language), k=WIDE)
    return next((h.probability for h in found.hits if h.passage.number == number), 0.0)


def _lacks_words(hit: Hit, instead: str) -> bool:
    """Whether a passage lacks more than half of some words."""
    analysis = analyser(hit.passage.document.language)
    wanted = set(analysis.terms(instead)) - analysis.stop_terms
    return bool(wanted) and 2 * len(wanted & set(analysis.terms(hit.passage.text))) <= len(wanted)


def _lacks_type(question: Question, hit: Hit) -> bool:
    """Whether a passage holds no date for "when", no reason for "why" and so on."""
    text, language = hit.passage.text, question.language
    if question.wanted is Wanted.REASON:
        return not any(f" {sign} " in f" {text.casefold()} " for sign in reasons(language))
    kinds = _KINDS.get(question.wanted)
    return kinds is not None and not any(m.kind in kinds for m in mentions(text, language=language))


@cache
def reasons(language: str) -> tuple[str, ...]:
    """What introduces a reason: because, due to."""
    told = str(lexicon(f"syntax_{language}").get("reasons", "")).replace("\n", " ")
    return tuple(sign.strip() for sign in told.split("|") if len(sign.strip()) > len("out of"))
