"""Advice on whom to tell and when to do something: an answer is likelier where it says just that.

"Who do I call about a leak at night?" is answered by "for leaks outside office hours, ring the
caretaker", "when should I see a doctor about it?" by "if it lasts a week, see your doctor".
"""

from __future__ import annotations

from bot.answering.grammar.alike import alike
from bot.answering.grammar.lexical import pattern
from retrieval.analysis import analyser
from retrieval.question import Question
from retrieval.retriever import Findings

LIKELIER = 1.5  # log-odds by which an answer is likelier
LIKELY = 0.5  # how likely the best sentence must be
LEAST_SAID = 0.65  # of the words of the question that it must say, in whatever word

_ADVICE = (
    ("advice.asks_whom", "advice.tells_whom"),
    ("advice.asks_when", "advice.tells_when"),
)


def likelier_by_advice(found: Findings) -> Findings:
    """What was found, an answer likelier where the best sentence advises on what is asked."""
    question = found.question
    if not found.hits or found.hits[0].probability < LIKELY:
        return found
    text = found.hits[0].passage.text
    if not _advises(question, text) or _said(question, text) < LEAST_SAID:
        return found
    return found.likelier(LIKELIER)


def _advises(question: Question, text: str) -> bool:
    """Whether a text says whom to tell, or what to do in a case, where that is asked."""
    language = question.language
    for asks, tells in _ADVICE:
        if pattern(asks, language).match(question.text):
            return pattern(tells, language).search(text) is not None
    return False


def _said(question: Question, text: str) -> float:
    """The share of the question's words that a text says; its verb of telling may be another's."""
    language = question.language
    said = set(analyser(language).terms(text))
    telling = pattern("advice.telling", language)
    asked = [
        token.term
        for token in question.content
        if not telling.fullmatch(question.text, token.start, token.end)
    ]
    held = [term for term in asked if not alike(term, language).isdisjoint(said)]
    return len(held) / len(asked) if asked else 0.0
