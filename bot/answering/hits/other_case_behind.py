"""Sentences on another case than the one a question names: "if you lose a key" of a late train.

"Who do I tell if I lose my key?" is not answered by "if a train is late, tell the guard".
"""

from __future__ import annotations

from dataclasses import replace

from bot.answering.grammar.alike import alike
from bot.answering.grammar.asked_part import terms_named
from bot.answering.grammar.lexical import pattern
from bot.answering.hits.reordering import reordered
from retrieval.analysis import analyser
from retrieval.odds import log_odds
from retrieval.question import Question
from retrieval.records import Hit
from retrieval.retriever import Findings

OTHER = 2.0  # log-odds by which a sentence on another case is less likely


def other_case_behind(found: Findings) -> Findings:
    """What was found, sentences that open with another case behind."""
    question = found.question
    case = case_named(question)
    if not case or not found.hits:
        return found

    def odds(hit: Hit) -> float:
        other = is_of_other_case(case, hit.passage.text, question.language)
        return log_odds(hit.probability) - OTHER * other

    return replace(found, hits=reordered(found.hits, odds))


def case_named(question: Question) -> frozenset[str]:
    """The terms of the case that a question ends with, "if my key is lost"; none without one."""
    named = pattern("cases.named", question.language)
    return terms_named(question, named, group="case")


def tells_other_case(question: Question, text: str) -> bool:
    """Whether it is asked whom to tell in a case and a text tells of another."""
    whom = pattern("advice.asks_whom", question.language).match(question.text)
    case = case_named(question) if whom else frozenset()
    return bool(case) and is_of_other_case(case, text, question.language)


def is_of_other_case(case: frozenset[str], text: str, language: str) -> bool:
    """Whether a text opens with a case that says no word of another, in whatever word."""
    opening = pattern("amounts.case", language).match(text)
    if opening is None:
        return False
    told = set(analyser(language).terms(opening["case"]))
    return not any(alike(term, language) & told for term in case)
