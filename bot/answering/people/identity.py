"""Whether a question asks who or what somebody named is, or who holds an office."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answering.grammar.lexical import pattern
from bot.answering.grammar.sentence import syntax
from bot.answering.people.roles import names_person
from retrieval.question import Kind, Question, Wanted

_WHO = re.compile(r"\s*(?:who|¿?\s*qui[eé]n(?:es)?|кто)\b", re.IGNORECASE)


def asks_role(question: Question) -> bool:
    """Whether it is asked who or what somebody or something named is, not who holds an office."""
    if _WHO.match(question.text) and not syntax(question.language).tags:
        return _asks_of_names_only(question)
    if _WHO.match(question.text):
        return question.kind is Kind.DEFINITION and not _asks_for_holder(question)
    thing = pattern("people.thing_asked", question.language).fullmatch(question.text)
    whole = thing is not None and len(thing[1].split()) == len(question.content)
    return whole and bool(question.names)


def _asks_of_names_only(question: Question) -> bool:
    """Whether nothing but a name is asked about."""
    named = [(name.start, name.end) for name in question.names]
    return bool(question.content) and all(
        any(start <= token.start < end for start, end in named) for token in question.content
    )


def asking_for_holder(question: Question) -> Question:
    """ "Who is mayor of Bergen?" as what it is, a question for a person; others as they are."""
    if question.kind is Kind.DEFINITION and _asks_for_holder(question):
        return replace(question, kind=Kind.WHO, wanted=Wanted.PERSON)
    return question


def _asks_for_holder(question: Question) -> bool:
    """Whether an office stands behind "who is": "mayor of Bergen", "the board's chair", "chair"."""
    if pattern("people.office_asked", question.language).match(question.text):
        return True
    words = [question.text[token.start : token.end] for token in question.content]
    alone = len(words) == 1 and words[0].islower() and _WHO.match(question.text) is not None
    return alone and names_person(words[0], question.language)


def asks_for_person(question: Question) -> bool:
    """Whether a question begins with "who"."""
    return _WHO.match(question.text) is not None
