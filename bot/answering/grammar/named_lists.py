"""Lists of things that go by names, as countries do, or whose number the question gives."""

from __future__ import annotations

from functools import cache

from bot.answering.grammar.alike import share_of
from bot.answering.grammar.enumerations import FEWEST, Enumeration, enumerations
from bot.answering.grammar.lexical import listed
from bot.answering.grammar.question import read_question
from bot.answering.grammar.sentence import Sentence, read_sentence
from retrieval.analysis import analyser
from retrieval.entities import Kind, mentions
from retrieval.question import Kind as Asking
from retrieval.question import Question

_LEAST = 0.5  # share of the question's words that the sentence must have


def names_asked(question: Question) -> bool:
    """Whether what is asked for goes by names that are written large: countries, towns."""
    return read_question(question).head in _named(question.language)


def number_asked(question: Question) -> int:
    """How many things "which three countries" asks for; 0 where it doesn't say."""
    found = mentions(question.text, language=question.language)
    values = [mention.value for mention in found if mention.kind is Kind.NUMBER and mention.value]
    number = values[0].partition(" ")[0] if len(values) == 1 else ""
    return int(number) if number.isdigit() else 0


def is_named(sentence: Sentence, enumeration: Enumeration) -> bool:
    """Whether an item of an enumeration has a name."""
    return any("C" in sentence.tags[first:last] for first, last in enumeration.items)


def lists_names(question: Question) -> bool:
    """Whether a question asks for several things that go by names."""
    return question.kind is Asking.LIST and names_asked(question)


def tells_names(question: Question, text: str) -> bool:
    """Whether a sentence lists as many names as are asked for, beside most of the question."""
    sentence = read_sentence(text, language=question.language)
    number = number_asked(question)
    about = set(read_question(question).order)
    if share_of(about, set(sentence.terms), question.language) < _LEAST:
        return False
    return any(
        all("C" in sentence.tags[first:last] for first, last in each.items)
        and (len(each.items) == number if number else len(each.items) >= FEWEST)
        for each in enumerations(sentence)
    )


@cache
def _named(language: str) -> frozenset[str]:
    """The terms of what goes by names."""
    return frozenset(analyser(language).terms(" ".join(listed("sorts.with_names", language))))
