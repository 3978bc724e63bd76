"""Whether the kind of thing asked for is in none of the likely passages, so that none can answer.

Passages may speak of the very subject of a question and still not tell what it asks: how many,
when, who, what something is called. Quoting them would look like an answer. Each kind of question
has one thing that an answer must hold; without it in any likely passage the documents don't say.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.disputes import read_statement
from bot.answering.forms.things import form_asked
from bot.answering.grammar.alike import NOTHING, alike
from bot.answering.grammar.passages import read_all
from bot.answering.grammar.polarity import polarity
from bot.answering.grammar.words import words_of
from bot.answering.needs.lack import Absence
from bot.answering.needs.needed import needed_for
from bot.answering.people.asked import asking_for_holder
from retrieval.question import Kind, Question


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
    """Whether whatever is said may answer: what wants a yes, or a list of things of no form."""
    form = form_asked(question)
    formless = form is None or not form.needed
    return question.kind is Kind.YES_NO or (question.kind is Kind.LIST and formless)


def is_touched(question: Question, texts: Sequence[str]) -> bool:
    """Whether one passage speaks of half of what a question asks to be so or not."""
    light = polarity(question.language).light
    terms = {token.term for token in question.content} - light
    read = read_all(question, texts)
    held = (sum(text.holds(alike(term, question.language)) for term in terms) for text in read)
    return not terms or 2 * max(held, default=0) >= len(terms)


def labels(question: Question) -> frozenset[str]:
    """The figures by which the question names one of several things, as in "version 5.0"."""
    told = read_statement(question.text, language=question.language).labels
    return frozenset(label for label in told if "." in label)
