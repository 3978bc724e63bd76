"""Whether no likely passage holds the kind of thing asked for, so that none can answer.

Passages may speak of the very subject of a question and still not tell what it asks: how many,
when, who, what something is called. Quoting them would look like an answer.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.disputes import read_statement
from bot.answering.forms.things import form_asked
from bot.answering.grammar.alike import NOTHING, alike
from bot.answering.grammar.lexical import pattern
from bot.answering.grammar.passages import Read, read_all
from bot.answering.grammar.polarity import polarity
from bot.answering.grammar.words import words_of
from bot.answering.needs.lack import Absence
from bot.answering.needs.names import asks_for_names
from bot.answering.needs.needed import needed_for
from bot.answering.people.identity import asking_for_holder
from retrieval.question import Kind, Question

LEAST_OF_CLAIM = 1 / 2  # share of its words of which one passage must speak, in doubt
LEAST_OF_HOW_TO = 2 / 3  # the same of a question how to do something
_ROOT = 5  # letters that words of one family share


def absent(
    question: Question, texts: Sequence[str], about: Sequence[frozenset[str]] = ()
) -> Absence | None:
    """What none of the likely passages has that an answer must hold; None where one may answer.

    `about` are the terms of what each passage is about without saying so, if they are known.
    """
    if not words_of(question.language).personal or takes_anything(question):
        return None
    said = NOTHING.union(*about)
    figures = labels(question)
    if not all(figure in said or any(figure in text for text in texts) for figure in figures):
        return Absence.THING
    question = asking_for_holder(question)
    read = read_all(question, texts, about)
    needed = needed_for(question, read)
    return needed.lack if needed is not None and not any(map(needed.told_by, read)) else None


def takes_anything(question: Question) -> bool:
    """Whether anything that is said may answer: what wants a yes, or things of no certain form."""
    form = form_asked(question)
    formless = form is None or not form.needed
    return question.kind is Kind.YES_NO or (
        question.kind is Kind.LIST and formless and not asks_for_names(question)
    )


def is_touched(
    question: Question, texts: Sequence[str], about: Sequence[frozenset[str]] = ()
) -> bool:
    """Whether one passage speaks of enough of what a question names for a doubtful answer.

    That is half of what it asks to be so or not, and two thirds of what it asks how to do: any
    page tells how something is done. Others are left to the ranker.
    """
    if not needs_touch(question):
        return True
    how = _asks_how_to(question)
    light = polarity(question.language).light
    terms = {token.term: alike(token.term, question.language) for token in question.content}
    claimed = [(term, same) for term, same in terms.items() if term not in light]
    read = read_all(question, texts, about)
    if how:
        held = (sum(_speaks_of(text, term, same) for term, same in claimed) for text in read)
    else:
        held = (sum(text.holds(same) for _, same in claimed) for text in read)
    least = LEAST_OF_HOW_TO if how else LEAST_OF_CLAIM
    return max(held, default=0) >= least * len(claimed)


def needs_touch(question: Question) -> bool:
    """Whether a doubtful answer to a question must speak of so much of it: yes or no, how to."""
    return question.kind is Kind.YES_NO or _asks_how_to(question)


def _asks_how_to(question: Question) -> bool:
    """Whether it is asked how anybody does something: "how do I", "how to"."""
    how_to = pattern("needs.how_to", question.language).match(question.text)
    return question.kind is Kind.HOW and how_to is not None


def _speaks_of(text: Read, term: str, same: frozenset[str]) -> bool:
    """Whether a passage has a term, what may be said for it, or a word that begins like it."""
    start = term[:_ROOT]
    kin = len(start) == _ROOT and any(one.startswith(start) for one in text.sentence.terms)
    return kin or text.speaks_of(same)


def labels(question: Question) -> frozenset[str]:
    """The figures by which the question names one of several things, as in "version 5.0"."""
    told = read_statement(question.text, language=question.language).labels
    return frozenset(label for label in told if "." in label)
