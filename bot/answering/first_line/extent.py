"""How much answers a question: a whole quote, one thing, several things, or a given number."""

from __future__ import annotations

from bot.answering.first_line.fitting import NAMED
from bot.answering.grammar.lexical import listed, pattern
from bot.answering.grammar.question import read_question
from bot.answering.grammar.words import words_of
from bot.answering.hits.reactions_first import reacting
from retrieval.analysis import analyser
from retrieval.question import Kind, Question, Wanted

_SEVERAL = NAMED | {Wanted.THING}


def wants_words(question: Question) -> bool:
    """Whether only a whole quote answers, no few words of it.

    So it is with "what did the keeper say?", "what happened to the lamp?", "what will she do?",
    "how did she react?".
    """
    asked = read_question(question)
    words = words_of(question.language)
    doing, becoming = (pattern(f"wanted.{n}", question.language) for n in ("doing", "becoming"))
    if reacting(question):
        return True
    if question.kind is not Kind.WHAT:
        return False
    if doing.search(question.text) is not None:
        return True
    saying = asked.verb in words.saying and not asked.gap_first and not asked.head
    return saying or becoming.search(question.text) is not None


def may_want_several(question: Question) -> bool:
    """Whether "what" or "who" may want more than one thing: "what must they wear?"."""
    asked = read_question(question)
    term = analyser(question.language).term
    heads = [word for word in question.words if asked.head and term(word) == asked.head]
    unmarked = listed("wanted.unmarked", question.language)
    several = not heads or any(word in unmarked or word.endswith("s") for word in heads)
    named = question.kind in (Kind.WHO, Kind.WHAT, Kind.WHICH) and question.wanted in _SEVERAL
    return named and several and not asked.preposition


def is_too_few(question: Question, line: str) -> bool:
    """Whether a line tells one thing where the question gives a number: "which two towns?"."""
    counted, tied = (pattern(f"wanted.{n}", question.language) for n in ("counted", "tied"))
    return counted.match(question.text) is not None and tied.search(line) is None
