"""What an answer to each form of question must hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.answering.amounts.counting import counted_in
from bot.answering.amounts.in_passages import counts, counts_it, tells_rate, wants_amount
from bot.answering.amounts.measures import Dimension, dimension, kin
from bot.answering.amounts.measuring import time_of
from bot.answering.amounts.quantities import AMOUNTS
from bot.answering.amounts.subjects import subject_of
from bot.answering.forms.capacities import capacity_asked, capacity_told
from bot.answering.forms.things import form_asked
from bot.answering.grammar.alike import NOTHING, alike
from bot.answering.grammar.lexical import pattern
from bot.answering.grammar.passages import Read
from bot.answering.grammar.question import Asked, read_question
from bot.answering.grammar.words import words_of
from bot.answering.lists.cells import is_label_of
from bot.answering.needs.lack import Absence, Needed
from bot.answering.needs.making import maker_needed
from bot.answering.needs.when import life_needed, time_needed
from bot.answering.people.in_passages import (
    deed,
    names_of_others,
    neighbour_in_office,
    of_another,
    tells_holder,
    tells_neighbour,
    tells_who,
    wants_person,
)
from bot.answering.people.other_offices import holds_another_office
from bot.answering.people.roles import duty, names_person, office
from bot.answering.times.happening import doings
from retrieval.entities import NAMES
from retrieval.entities import Kind as MentionKind
from retrieval.question import Kind, Question, Wanted
from retrieval.synonyms import NARROWER

_JOINED = re.compile(r"[NC]&[DNCA]")  # tags of things that "and" joins
_IN_A_ROW = re.compile(r"[,;]|^\W*\(?(?:\d{1,2}|[a-z])[.)] ")
_HE_OR_SHE = frozenset({"he", "she"})
_PERSONAL = frozenset({"he", "she", "it", "they", "his", "her", "its", "their", "i", "my"})
_COSTING = frozenset({"cost", "costs", "price", "fee", "is", "are", "be", "earn", "earns"})
_SPENDING = frozenset({"spend", "spends", "spent"})
_MAY = frozenset({"can", "may", "could", "should"})
_NAMED = frozenset({"colour", "language"})  # forms told by words, of which a table may know others
_TITLES = frozenset({MentionKind.TITLE, MentionKind.QUOTED})


def needed_for(question: Question, read: Sequence[Read]) -> Needed | None:
    """What an answer must hold; None where the form of the question tells nothing of it."""
    asked = read_question(question)
    return (
        _capacity(question)
        or _measure(question)
        or _form(question)
        or _neighbour(question, asked, read)
        or _office(question, asked)
        or _amount(question, asked)
        or life_needed(question)
        or time_needed(question, read)
        or _reason(question, asked)
        or _speaker(question, asked)
        or maker_needed(question, asked, read)
        or _person(question, asked, read)
        or _name(question)
        or _listed(question)
        or _bearer(question, asked)
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


def _measure(question: Question) -> Needed | None:
    """Of how high or how old: a measure of that dimension, of the thing or person asked about."""
    measured = dimension(question)
    if measured is None:
        return None
    subject = _measured(question, measured)
    somebody = bool(_HE_OR_SHE & question.words) and not question.names
    of_person = any(names_person(word, question.language) for word in question.words)

    def tells(text: Read) -> bool:
        told = measured.told_by(text.sentence, text.found)
        told = told and not of_another(text, question, life=measured.living)
        lives = measured.living and not _PERSONAL.isdisjoint(text.sentence.words)
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
    words = question.words
    if measured.bare:
        paying = "pay" in words and bool({"do", "does"} & words) and not question.names
        spending = bool(_SPENDING & words) and _MAY.isdisjoint(words)
        spent_on = _behind(question, "on") if spending else NOTHING
        return spent_on or (subject_of(question) if paying or _COSTING & words else NOTHING)
    subject = subject_of(question) if measured.physical else NOTHING
    if measured.between and subject:  # the lake is as far from the town as the town from it
        return subject | _behind(question, "from")
    return subject


def _behind(question: Question, preposition: str) -> frozenset[str]:
    """The terms of what a question says behind a preposition, with what else is said for them."""
    found = re.search(rf"\b{preposition}\b", question.text, re.IGNORECASE)
    behind = (t.term for t in question.content if found is not None and t.start >= found.end())
    return NOTHING.union(*(alike(term, question.language) for term in behind))


def _opens_with_person(text: Read) -> bool:
    return not _HE_OR_SHE.isdisjoint(text.sentence.words[:1])


def _neighbour(question: Question, asked: Asked, read: Sequence[Read]) -> Needed | None:
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


def _office(question: Question, asked: Asked) -> Needed | None:
    """Of who holds an office: that office, or the deed of holding it, and not a deputy's."""
    held = office(question, asked) or duty(question, asked)
    if held is None:
        return None

    def tells(text: Read) -> bool:
        spoken = held.stand_in(text.sentence)
        return spoken and not holds_another_office(question, text.sentence) and tells_holder(text)

    return Needed(Absence.PERSON, tells)


def _amount(question: Question, asked: Asked) -> Needed | None:
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


def _reason(question: Question, asked: Asked) -> Needed | None:
    """Of why: anything, best where it is said that what is asked about was done."""
    deeds = doings(question) | ({asked.verb} - {""})
    if question.kind is not Kind.WHY or not deeds:
        return None
    return Needed(Absence.THING, lambda _: True, lambda text: text.holds(deeds))


def _speaker(question: Question, asked: Asked) -> Needed | None:
    """Of who said something: a word of saying. A document may say it itself, in nobody's name."""
    words = words_of(question.language)
    if question.kind is not Kind.WHO or not asked.gap_first or asked.verb not in words.saying:
        return None
    return Needed(Absence.PERSON, lambda text: text.holds(words.attributing))


def _person(question: Question, asked: Asked, read: Sequence[Read]) -> Needed | None:
    """Of who: a person's name where nothing else answers, else a name or the deed asked about."""
    if wants_person(question, asked, words_of(question.language)):
        others = names_of_others(read)
        return Needed(Absence.PERSON, lambda text: tells_who(text, others))
    done = deed(question, asked)
    if not done:
        return None
    return Needed(Absence.PERSON, lambda text: text.holds(done) or tells_who(text, frozenset()))


def _bearer(question: Question, asked: Asked) -> Needed | None:
    """Of a hotel or a ship: something that bears the word in its name, or is called so."""
    carried = asked.head in words_of(question.language).carried
    if not carried or question.kind not in (Kind.WHAT, Kind.WHICH):
        return None
    same = alike(asked.head, question.language)
    return Needed(Absence.THING, lambda text: any(_told_apart(text, same)))


def _told_apart(passage: Read, nouns: frozenset[str]) -> Iterator[bool]:
    """Of each of some nouns in a passage, whether words beside it say which: not "in hospital"."""
    sentence = passage.sentence
    for place, term in enumerate(sentence.terms):
        if term in nouns:
            before = sentence.tags[place - 1 : place]
            behind = sentence.tags[place + 1 : place + 4]
            named = sentence.tags[place] == "C" or before in ("N", "C", "#", "V", "E", "G", '"')
            yield (
                named
                or behind[:1] in ("C", "#", '"')
                or (behind[:1] in ("o", "P") and "C" in behind)
            )


def _name(question: Question) -> Needed | None:
    """Of what something is called: any name or title that the question does not hold."""
    naming = pattern("needs.naming", question.language)
    if question.kind is not Kind.WHAT or not naming.search(question.text):
        return None
    given = pattern("needs.given_name", question.language)
    return Needed(
        Absence.THING,
        lambda text: (
            any(mention.kind in _TITLES or mention.kind in NAMES for mention in text.found)
            or given.search(text.sentence.tokens.text) is not None
        ),
    )


def asks_for_names(question: Question) -> bool:
    """Whether a list is asked for by its names: "name the four depots", "list their names"."""
    return question.kind is Kind.LIST and (
        pattern("needs.by_name", question.language).search(question.text) is not None
    )


def _listed(question: Question) -> Needed | None:
    """Of the names of several: a name that the question lacks, words in a row, or an item."""
    if not asks_for_names(question):
        return None
    names = "name" in question.words or "names" in question.words

    def tells(text: Read) -> bool:
        row = not names and _IN_A_ROW.search(text.sentence.tokens.text) is not None
        joined = _JOINED.search(text.sentence.tags) is not None
        return text.names_any or not text.is_statement or joined or row

    return Needed(Absence.THING, tells)
