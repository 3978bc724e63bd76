"""What an answer to each form of question must hold."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.forms.capacities import capacity_asked, capacity_told
from bot.answering.forms.things import form_asked
from bot.answering.grammar.passages import Read
from bot.answering.grammar.question import Asked, read_question
from bot.answering.lists.cells import is_label_of
from bot.answering.needs.amounts import amount_needed, measure_needed
from bot.answering.needs.lack import Absence, Needed
from bot.answering.needs.making import maker_needed
from bot.answering.needs.names import bearer_needed, listed_needed, name_needed
from bot.answering.needs.persons import (
    neighbour_needed,
    office_needed,
    person_needed,
    speaker_needed,
)
from bot.answering.needs.when import life_needed, time_needed
from bot.answering.times.happening import doings
from retrieval.question import Kind, Question, Wanted

_NAMED = frozenset({"colour", "language"})  # forms told by words, of which a table may know others


def needed_for(question: Question, read: Sequence[Read]) -> Needed | None:
    """What an answer must hold; None where the form of the question tells nothing of it."""
    asked = read_question(question)
    return (
        _capacity(question)
        or measure_needed(question)
        or _form(question)
        or neighbour_needed(question, asked, read)
        or office_needed(question, asked)
        or amount_needed(question, asked)
        or life_needed(question)
        or time_needed(question, read)
        or _reason(question, asked)
        or speaker_needed(question, asked)
        or maker_needed(question, asked, read)
        or person_needed(question, asked, read)
        or name_needed(question)
        or listed_needed(question)
        or bearer_needed(question, asked)
    )


def _capacity(question: Question) -> Needed | None:
    """Of in what role somebody takes part: that they are spoken of, best that the role is told."""
    asked = capacity_asked(question)
    if asked is None:
        return None
    nouns = frozenset({read_question(question).head})

    def tells(text: Read) -> bool:
        return capacity_told(question, text.sentence) is not None

    def speaks(text: Read) -> bool:
        spoken = asked.said_at(text.sentence) is not None or text.speaks_of(frozenset(asked.whose))
        labelled = is_label_of(text.sentence.tokens.text, nouns, language=question.language)
        return spoken or labelled or tells(text)

    return Needed(Absence.THING, speaks, tells)


def _form(question: Question) -> Needed | None:
    """Of something with a form of its own, such as a time of day: a thing of that form."""
    form = form_asked(question)
    if form is None:
        return None
    lack = Absence.DATE if question.wanted is Wanted.DATE else Absence.THING
    nouns = frozenset(token.term for token in question.focus)

    def holds(text: Read) -> bool:
        said = text.sentence.tokens.text
        return bool(form.found_in(said, asked=question.text)) or (
            form.name in _NAMED and is_label_of(said, nouns, language=question.language)
        )

    return Needed(lack, holds if form.needed else lambda _: True, holds)


def _reason(question: Question, asked: Asked) -> Needed | None:
    """Of why: anything, best where it is said that what is asked about was done."""
    deeds = doings(question) | ({asked.verb} - {""})
    if question.kind is not Kind.WHY or not deeds:
        return None
    return Needed(Absence.THING, lambda _: True, lambda text: text.holds(deeds))
