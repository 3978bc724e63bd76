"""Whom "he" or "she" may point to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.answering.grammar.sentence import syntax
from bot.answering.grammar.words import words_of
from bot.answering.people.identity import asks_for_person, asks_role
from bot.follow_up.antecedents.wording import inner, wording
from bot.follow_up.history import PastTurn
from bot.follow_up.parts.phrases import Slot
from bot.follow_up.parts.reading import Reading, read
from retrieval.analysis import analyser, surfaces
from retrieval.entities import NAMES, Kind
from retrieval.question import Wanted

_OF_PLACES = frozenset({"in", "at", "from", "to", "near", "into", "of"})
_AT_PLACES = frozenset({"in", "at", "near", "into"})
_ASIDE = frozenset({"before", "after", "with", "without", "against", "under", "beside"})
_THE = "the "
_ONE = "the one"
_COMMA = ", "
_PERSONS = (Kind.PERSON, Kind.NAME)
_MALE = """
mr sir king prince duke lord man boy gentleman father brother son husband uncle nephew grandfather
chairman spokesman
"""
_MEN = frozenset(_MALE.split())
_FEMALE = """
mrs ms miss madam queen princess duchess lady woman girl mother sister daughter wife aunt niece
grandmother chairwoman spokeswoman
"""
_WOMEN = frozenset(_FEMALE.split())
_HE = frozenset({"he", "him", "his"})
_SHE = frozenset({"she", "her", "hers"})
_GENDERED = _HE | _SHE
_UNLIKE = {**dict.fromkeys(_HE, _WOMEN), **dict.fromkeys(_SHE, _MEN)}


def people(said: PastTurn, language: str) -> Iterator[str]:
    """One person: the answer to "who", a name asked about, "the keeper"."""
    turn, question = said.turn, said.question
    answer = read(turn.short, language=language)
    asked_for_one = turn.question.wanted is Wanted.PERSON
    named = [turn.short[s.start : s.end] for s in answer.of(*_PERSONS)]
    if asked_for_one and len(named) <= 1 and (named or _is_phrase(answer)):
        yield from () if named else _named_beside(said, language)
        yield named[0] if named else turn.short
    elif answer.of(Kind.PERSON):
        yield from named[:1]
    if asked_for_one and not named and not _is_phrase(answer):
        yield from _one_asked_for(question)
    yield from _named(question, asked_for_one=asked_for_one)
    if asks_for_person(turn.question) and asks_role(turn.question):
        yield from (wording(question, phrase) for phrase in question.phrases[:1] if phrase.name)
    if not asked_for_one:  # who is asked for is not who is named
        yield from (name for name in _other_names(question) if " " in name)  # no "Moscow"
    yield from _told_by_what_they_do(question)
    if asked_for_one and turn.quoted is None:
        yield from whoever_it_is(question, _ONE)


def _named_beside(said: PastTurn, language: str) -> Iterator[str]:
    """The name that stands beside an answer: "Ann Lee" by "the keeper, Ann Lee, rang the bell"."""
    text = said.passage
    start = text.find(said.turn.short)
    end = start + len(said.turn.short)
    for slot in read(text, language=language).of(*_PERSONS) if start >= 0 else ():
        beside = _COMMA in (text[end : slot.start], text[slot.end : start])
        if beside and text[slot.end : slot.end + 1] in (",", "."):
            yield text[slot.start : slot.end]


def _named(question: Reading, *, asked_for_one: bool) -> Iterator[str]:
    """People whom a question names, but for "who came before Ann Lee?"."""
    for slot in question.of(Kind.PERSON):
        aside = asked_for_one and slot.preposition in _ASIDE
        if not aside and not _within_longer(question, slot):
            yield question.text[slot.start : slot.end]


def _told_by_what_they_do(question: Reading) -> Iterator[str]:
    """People in a question without a name: "the keeper", also in "the house of the keeper"."""
    for phrase in question.phrases:
        if phrase.person and not phrase.plural and not phrase.name:
            yield wording(question, phrase)
        elif not phrase.person:
            told = inner(question, phrase)
            yield from (wording(told, p) for p in told.phrases if p.person and not p.plural)


def quoted_people(passage: Reading, said: PastTurn) -> Iterator[str]:
    """People named in a quote, names that may be theirs, then people told by what they do."""
    yield from (passage.text[s.start : s.end] for s in passage.of(Kind.PERSON))
    placed = _places_asked_of(said.question)
    names = (
        [*_other_names(said.question)],
        [name for name in _other_names(passage) if name.casefold() not in placed],
    )
    asked_for_one = said.turn.question.wanted is Wanted.PERSON
    for named in reversed(names) if asked_for_one else names:
        yield from named
    for phrase in passage.phrases:
        if phrase.person and not phrase.plural:
            yield wording(passage, phrase)


def _places_asked_of(question: Reading) -> set[str]:
    """The names behind "at" and the like in a question, which name nobody in its answer either."""
    return {
        question.text[slot.start : slot.end].casefold()
        for slot in question.of(*NAMES)
        if slot.preposition in _AT_PLACES
    }


def is_no(pronoun: str, person: str, said: PastTurn, language: str) -> bool:
    """Whether somebody is no "he" or no "she", by a title, by what they are, or as texts go on."""
    unlike = _UNLIKE.get(pronoun)
    if unlike is None:
        return False
    words = person.partition(" of ")[0].casefold().replace(".", "").split()
    if not unlike.isdisjoint(words[:1] + words[-1:]):
        return True
    title = re.compile(rf"({'|'.join(unlike)})\.? {re.escape(person)}\b", re.IGNORECASE)
    if any(title.search(text) for text in (said.question.text, said.turn.short, said.passage)):
        return True
    told = _told_of(person, said, language)
    return bool(told) and (pronoun in _HE) != (told in _HE)


def _told_of(person: str, said: PastTurn, language: str) -> str:
    """The first "he" or "she" that a passage which names nobody else goes on with; "" for none.

    It stands behind the name, in the same passage or in front of the next one.
    """
    surname = person.split()[-1]
    place = said.passage.find(surname)
    if place < 0 or not surname[0].isupper():
        return ""
    people = {said.passage[s.start : s.end] for s in _people_in(said.passage, language)}
    if any(surname not in name for name in people):
        return ""
    before = surfaces(said.passage[:place].casefold())
    if not _GENDERED.isdisjoint(before):
        return ""
    inside = [w for w in surfaces(said.passage[place:].casefold()) if w in _GENDERED]
    opening = [w for w in surfaces(said.behind.casefold())[:1] if w in _GENDERED]
    return next(iter([*inside, *opening]), "")


def _people_in(passage: str, language: str) -> tuple[Slot, ...]:
    return read(passage, language=language).of(Kind.PERSON)


def whoever_it_is(question: Reading, they: str) -> Iterator[str]:
    """Whom "who leads the choir?" asks for, where nothing was found: "the one who leads it"."""
    start, place = question.asking
    opening = question.sentence.tags[place : place + 2]
    if start == 0 and (opening[:1] in tuple("VEN") or opening in ("XV", "XE")):
        yield f"{they} who {question.after(place)}"


def _is_phrase(answer: Reading) -> bool:
    """Whether a short answer is one noun phrase: "the keeper", not "oppose the tunnel"."""
    whole = (0, len(answer.text))
    return any((phrase.start, phrase.end) == whole for phrase in answer.phrases)


def _other_names(reading: Reading) -> Iterator[str]:
    """Names that may be a person's: no part of a thing's name, not behind "in" or "the"."""
    for slot in reading.of(Kind.NAME):
        led = (
            reading.text[: slot.start].casefold().endswith(_THE)
            or "&" in reading.text[slot.start : slot.end]
        )
        name = reading.text[slot.start : slot.end]
        thing = _thing_of(reading, slot.start) or _is_of_a_place(name, reading.sentence.language)
        if not led and not thing and slot.preposition not in _OF_PLACES:
            yield name


def _is_of_a_place(name: str, language: str) -> bool:
    """Whether a name is that of a place or house by its last word: "Corner Bakery"."""
    words = words_of(language)
    last = analyser(language).terms(name)[-1:]
    return not (words.impersonal | words.carried).isdisjoint(last)


def _one_asked_for(question: Reading) -> Iterator[str]:
    """The person of "who is the chairman of the board", known by the office alone."""
    place = question.asking.end
    copulas = syntax(question.sentence.language).copulas
    if not copulas.isdisjoint(question.sentence.words[place : place + 1]):
        behind = question.sentence.tokens.starts[place + 1 : place + 2]
        yield from (
            wording(question, p) for p in question.phrases[:1] if p.start in behind and not p.plural
        )


def _within_longer(question: Reading, slot: Slot) -> bool:
    """Whether a name is the tail of a longer one: "Bridge" in "Friends of the Kestrel Bridge"."""
    return any(other.end + 1 == slot.start for other in question.of(*NAMES))


def _thing_of(question: Reading, start: int) -> bool:
    """Whether a name only describes a thing: "Astana" in "the Astana meeting"."""
    return any(p.start <= start < p.end and not p.name for p in question.phrases)
