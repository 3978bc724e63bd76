"""Lifted words that can't be an answer for what stands around them: a denial, a longer name."""

from __future__ import annotations

from bot.answering.grammar.lexical import listed
from bot.answering.grammar.negation import reaches
from bot.answering.grammar.polarity import polarity
from bot.answering.grammar.question import read_question
from bot.answering.grammar.sentence import read_sentence
from retrieval.question import Question
from retrieval.records import Span


def is_denied(question: Question, text: str, span: Span) -> bool:
    """Whether "not" stands right before words, where the question has none."""
    before = text[: span.start].split()[-1:]
    return before in (["not"], ["never"]) and not question.words & {"not", "never", "no"}


def is_undone(question: Question, text: str, span: Span) -> bool:
    """Whether words stand behind the question's verb where it is denied: "no longer stops in"."""
    language = question.language
    asked, rules = read_question(question), polarity(language)
    if not asked.verb or any(token.term in rules.negations for token in question.terms):
        return False
    sentence = read_sentence(text, language=language)
    first = sentence.at(span.start)
    places = [n for n, term in enumerate(sentence.terms[:first]) if term == asked.verb]
    if not places or set(sentence.tags[places[-1] : first]) & set(",.(&"):
        return False
    return any(
        term in rules.negations and reaches(sentence, place, frozenset({asked.verb}))
        for place, term in enumerate(sentence.terms[: places[-1]])
    )


def is_origin(question: Question, text: str, span: Span) -> bool:
    """Whether words only tell where a thing is from, when it is asked what it is."""
    sentence = read_sentence(text, language=question.language)
    first = sentence.at(span.start)
    behind = first > 0 and sentence.words[first - 1] == "from"
    return behind and read_question(question).copular and "from" not in question.words


def comes_from(question: Question, text: str, span: Span) -> bool:
    """Whether words name whom something is from or by, where it is asked where it is."""
    before = text[: span.start].split()[-1:]
    led = listed("fitting.origins", question.language).intersection(before)
    return bool(led) and led.isdisjoint(question.words)
