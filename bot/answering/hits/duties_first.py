"""What somebody has to do or may do: the sentence that leads to a list of it comes first.

"What does the secretary have to do?" is told below "The secretary shall:" and by "the secretary
writes the minutes", whatever else names the secretary.
"""

from __future__ import annotations

from dataclasses import replace

from bot.answering.grammar.lexical import pattern
from bot.answering.hits.reordering import reordered
from bot.answering.people.duties import bound_above, doer_in
from retrieval.analysis import analyser
from retrieval.question import Question
from retrieval.records import Hit
from retrieval.retriever import Findings

LEAST = 0.1  # how likely such a sentence must be, against the best


def duties_first(found: Findings) -> Findings:
    """What was found, first what leads to a list of what somebody asked about does, then sentences
    that open with what they do.
    """
    question = found.question
    asked = pattern("duty.deeds", question.language).match(question.text)
    if asked is None or not found.hits:
        return found
    whose = set(analyser(question.language).terms(asked["whose"] or asked["of"]))
    likely = LEAST * found.hits[0].probability

    def told(hit: Hit) -> float:
        return _told(question, hit.passage.text, whose) if hit.probability >= likely else 0.0

    return replace(found, hits=reordered(found.hits, told))


def _told(question: Question, text: str, whose: set[str]) -> int:
    """2 for what leads to a list of what somebody does, 1 for what opens with what they do, 0 for
    other texts and for what they may do where it is asked what they must.
    """
    terms = analyser(question.language).terms
    if _is_otherwise(question, text):
        return 0
    if not whose.isdisjoint(terms(bound_above(text, question.language))[-1:]):
        return 2
    return int(not whose.isdisjoint(terms(doer_in(text, question.language))[-1:]))


def _is_otherwise(question: Question, text: str) -> bool:
    """Whether a text gives leave where duties are asked for, or binds where powers are."""
    bound, free = (pattern(f"duty.{name}", question.language) for name in ("bound", "free"))
    told = bound.search(text), free.search(text)
    if bound.search(question.text):
        return told[0] is None and told[1] is not None
    return free.search(question.text) is not None and told[1] is None and told[0] is not None
