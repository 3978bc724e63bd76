"""What an answer to who did or said something, or who holds an office, must hold."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.grammar.passages import Read
from bot.answering.grammar.question import Asked
from bot.answering.grammar.words import words_of
from bot.answering.needs.lack import Absence, Needed
from bot.answering.people.in_passages import (
    deed,
    names_of_others,
    neighbour_in_office,
    tells_holder,
    tells_neighbour,
    tells_who,
    wants_person,
)
from bot.answering.people.other_offices import holds_another_office
from bot.answering.people.roles import duty, office
from retrieval.question import Kind, Question


def neighbour_needed(question: Question, asked: Asked, read: Sequence[Read]) -> Needed | None:
    """Of who held an office before or after somebody: another person, and an order in time."""
    named = neighbour_in_office(question)
    holding = asked.copular or duty(question, asked) is not None
    if not named or not holding or not any(_names(text, named) for text in read):
        return None
    others = names_of_others(read)
    return Needed(Absence.PERSON, lambda text: tells_neighbour(text, question, others))


def _names(text: Read, terms: frozenset[str]) -> bool:
    """Whether one of some terms is written large in a passage, as names are."""
    tagged = zip(text.sentence.terms, text.sentence.tags, strict=True)
    return any(tag == "C" and term in terms for term, tag in tagged)


def office_needed(question: Question, asked: Asked) -> Needed | None:
    """Of who holds an office: that office, or the deed of holding it, and not a deputy's."""
    held = office(question, asked) or duty(question, asked)
    if held is None:
        return None

    def tells(text: Read) -> bool:
        spoken = held.stand_in(text.sentence)
        return spoken and not holds_another_office(question, text.sentence) and tells_holder(text)

    return Needed(Absence.PERSON, tells)


def speaker_needed(question: Question, asked: Asked) -> Needed | None:
    """Of who said something: a word of saying. A document may say it itself, in nobody's name."""
    words = words_of(question.language)
    if question.kind is not Kind.WHO or not asked.gap_first or asked.verb not in words.saying:
        return None
    return Needed(Absence.PERSON, lambda text: text.holds(words.attributing))


def person_needed(question: Question, asked: Asked, read: Sequence[Read]) -> Needed | None:
    """Of who: a person's name where nothing else answers, else a name or the deed asked about."""
    if wants_person(question, asked, words_of(question.language)):
        others = names_of_others(read)
        return Needed(Absence.PERSON, lambda text: tells_who(text, others))
    done = deed(question, asked)
    if not done:
        return None
    return Needed(Absence.PERSON, lambda text: text.holds(done) or tells_who(text, frozenset()))
