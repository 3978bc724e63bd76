"""Whom to tell, as rules advise it: "the caretaker" of "if a pipe bursts, ring the caretaker"."""

from __future__ import annotations

from bot.answering.grammar.lexical import pattern
from bot.answering.grammar.sentence import Sentence
from retrieval.question import Kind, Question
from retrieval.records import Span


def whom_advised(question: Question, sentence: Sentence) -> Span | None:
    """Those whom a sentence says to tell or to ring, where that is asked; None where it says none.

    >>> from bot.answering.grammar.sentence import read_sentence
    >>> from retrieval.question import parse_question
    >>> asked = parse_question("Who do I tell about a leak?")
    >>> text = "Leaks must be reported to the caretaker at once."
    >>> text[slice(*whom_advised(asked, read_sentence(text, language="en")))]
    'the caretaker'
    """
    language = question.language
    if question.kind is not Kind.WHO:
        return None
    if pattern("advice.asks_whom", language).match(question.text) is None:
        return None
    told = pattern("advice.whom", language).search(sentence.tokens.text)
    if told is None:
        return None
    name = told.lastgroup or ""
    return Span(*told.span(name)) if told[name] else None
