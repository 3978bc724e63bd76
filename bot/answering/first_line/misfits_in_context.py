"""Lifted words that can't be an answer for what stands around them: a denial, a longer name."""

from __future__ import annotations

from bot.answering.grammar.lexical import listed
from bot.answering.grammar.negation import reaches
from bot.answering.grammar.polarity import polarity
from bot.answering.grammar.question import read_question
from bot.answering.grammar.sentence import read_sentence
from retrieval.question import Kind, Question
from retrieval.records import Span


def goes_on_name(question: Question, text: str, span: Span) -> bool:
    """Whether words only go on the name of what is to be defined: "Holm" of "Ida Holm"."""
    if question.kind is not Kind.DEFINITION:
        return False
    sentence = read_sentence(text, language=question.language)
    first = sentence.at(span.start)
    asked = {token.term for token in question.content}
    named = first > 0 and sentence.tags[first - 1 : first + 1] == "CC"
    return named and sentence.terms[first - 1] in asked


def is_held(question: Question, text: str, span: Span) -> bool:
    """Whether words are what somebody has or does, and no place: "hold a Red Card"."""
    sentence = read_sentence(text, language=question.language)
    first = sentence.at(span.start)
    behind_verb = first > 0 and sentence.tags[first - 1] in "VEG"
    return behind_verb and sentence.words[first] in ("a", "an")


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


def owns(question: Question, text: str, span: Span) -> bool:
    """Whether words own what is asked for: "the mayor" of "the mayor's boat" is no boat."""
    head = read_question(question).head
    sentence = read_sentence(text, language=question.language)
    behind = sentence.at(span.end)
    if not head or sentence.tags[behind : behind + 1] != "z":
        return False
    end = sentence.run_end(behind + 1, "NC")
    return head in sentence.terms[behind + 1 : end]


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
