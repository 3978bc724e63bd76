"""What an answer to how many, how much, how high or how old must hold."""

from __future__ import annotations

import re

from bot.answering.amounts.counting import counted_in
from bot.answering.amounts.dimensions import Dimension
from bot.answering.amounts.in_passages import counts, counts_it, tells_rate, wants_amount
from bot.answering.amounts.measures import dimension, kin
from bot.answering.amounts.measuring import time_of
from bot.answering.amounts.quantities import AMOUNTS
from bot.answering.amounts.subjects import subject_of
from bot.answering.grammar.alike import NOTHING, alike
from bot.answering.grammar.lexical import listed, pattern
from bot.answering.grammar.passages import Read
from bot.answering.grammar.question import Asked
from bot.answering.grammar.words import words_of
from bot.answering.needs.lack import Absence, Needed
from bot.answering.people.ages import age_told
from bot.answering.people.in_passages import of_another
from bot.answering.people.roles import names_person
from retrieval.question import Question, Wanted
from retrieval.synonyms import NARROWER


def measure_needed(question: Question) -> Needed | None:
    """Of how high or how old: a measure of that dimension, of the thing or person asked about."""
    measured = dimension(question)
    if measured is None:
        return None
    subject = _measured(question, measured)
    he_or_she = listed("needs.he_or_she", question.language)
    somebody = not he_or_she.isdisjoint(question.words) and not question.names
    of_person = any(names_person(word, question.language) for word in question.words)

    def tells(text: Read) -> bool:
        if measured.living and age_told(question, text.sentence) is not None:
            return True
        told = measured.told_by(text.sentence, text.found)
        things = frozenset() if measured.living else subject
        told = told and (text.holds(things) or not of_another(text, question, life=measured.living))
        pronouns = listed("needs.pronouns", text.sentence.language)
        lives = measured.living and not pronouns.isdisjoint(text.sentence.words)
        if measured.living and somebody and not lives:
            return False  # who is meant is not known, nor whose age is told
        if measured.physical and subject and _is_of_others(text, subject):
            return False
        told_of = lives or text.speaks_of(subject) or (of_person and _opens_with_person(text))
        return told and (not subject or told_of)

    def best(text: Read) -> bool:
        return text.holds(kin(question)) or time_of(question, text.sentence) is not None

    return Needed(Absence.AMOUNT, tells, best)


def _is_of_others(text: Read, subject: frozenset[str]) -> bool:
    """Whether an amount is that of other things: the tonnes of "lorries of more than 7 tonnes"."""
    sentence, said = text.sentence, text.sentence.tokens.text
    amounts = (m for m in text.found if m.kind in AMOUNTS)
    of_several = pattern("needs.of_several", sentence.language)
    before = (of_several.search(said, 0, mention.start) for mention in amounts)
    nouns = [sentence.terms[sentence.at(of.start("noun"))] for of in before if of is not None]
    return bool(nouns) and subject.isdisjoint(nouns)


def _measured(question: Question, measured: Dimension) -> frozenset[str]:
    """The terms of which one names what is measured; none where a passage need not name it."""
    if measured.bare:
        spent_on = _behind(question, "on") if _asks_what_is_spent(question) else NOTHING
        priced = _asks_what_is_paid(question) or _says(question, "costing")
        return spent_on or (subject_of(question) if priced else NOTHING)
    subject = subject_of(question) if measured.physical else NOTHING
    if measured.between and subject:  # the lake is as far from the town as the town from it
        return subject | _behind(question, "from")
    return subject


def _behind(question: Question, preposition: str) -> frozenset[str]:
    """The terms of what a question says behind a preposition, with what else is said for them."""
    found = re.search(rf"\b{preposition}\b", question.text, re.IGNORECASE)
    behind = (t.term for t in question.content if found is not None and t.start >= found.end())
    return NOTHING.union(*(alike(term, question.language) for term in behind))


def _asks_what_is_spent(question: Question) -> bool:
    """Whether it is asked what somebody spends, not what may be spent."""
    return _says(question, "spending") and not _says(question, "may")


def _asks_what_is_paid(question: Question) -> bool:
    """Whether it is asked what anybody pays: "how much do adults pay?"."""
    return _says(question, "paying") and _says(question, "asks_as_rule") and not question.names


def _says(question: Question, name: str) -> bool:
    """Whether a question has one of the words that are listed under a name."""
    return not listed(f"needs.{name}", question.language).isdisjoint(question.words)


def _opens_with_person(text: Read) -> bool:
    of_persons = listed("needs.of_persons", text.sentence.language)
    return not of_persons.isdisjoint(text.sentence.words[:1])


def amount_needed(question: Question, asked: Asked) -> Needed | None:
    """Of how many or how much: an amount of the very thing, or of what may be the thing."""
    if not wants_amount(question):
        return None
    head, words = asked.head, words_of(question.language)
    counted = counted_in(question, head, least=NARROWER) if head else None
    return Needed(
        Absence.COUNT if question.wanted is Wanted.NUMBER else Absence.AMOUNT,
        lambda text: counts(text, head, counted, words) and tells_rate(question, text),
        (lambda text: counts_it(text, counted)) if head else None,
    )
