"""Whom "he" or "she" may point to."""

from __future__ import annotations

from collections.abc import Iterator

from bot.answering.naming import asks_for_person, asks_role
from bot.follow_up.antecedents.wording import wording
from bot.follow_up.phrases import Slot
from bot.follow_up.reading import Reading, read
from bot.follow_up.said import Said
from retrieval.entities import NAMES, Kind
from retrieval.question import Wanted

_OF_PLACES = frozenset({"in", "at", "from", "to", "near", "into", "of"})


def people(said: Said, language: str) -> Iterator[str]:
    """One person: the answer to "who", a name asked about, "the keeper"."""
    turn, question = said.turn, said.question
    answer = read(turn.short, language=language)
    asked_for_one = turn.question.wanted is Wanted.PERSON
    named = [turn.short[s.start : s.end] for s in answer.of(Kind.PERSON, Kind.NAME)]
    if asked_for_one and len(named) <= 1 and (named or _is_phrase(answer)):
        yield named[0] if named else turn.short
    elif answer.of(Kind.PERSON):
        yield from named[:1]
    if asked_for_one and not named and not _is_phrase(answer):
        yield from _one_asked_for(question)
    for slot in question.of(Kind.PERSON):
        if not _within_longer(question, slot):
            yield question.text[slot.start : slot.end]
    if asks_for_person(turn.question) and asks_role(turn.question):
        yield from (wording(question, phrase) for phrase in question.phrases[:1] if phrase.name)
    for phrase in question.phrases:
        if phrase.person and not phrase.plural and not phrase.name:
            yield wording(question, phrase)


def quoted_people(passage: Reading, said: Said) -> Iterator[str]:
    """People named in a quote, names that may be theirs, then people told by what they do."""
    yield from (passage.text[s.start : s.end] for s in passage.of(Kind.PERSON))
    yield from _other_names(said.question)
    yield from _other_names(passage)
    for phrase in passage.phrases:
        if phrase.person and not phrase.plural:
            yield wording(passage, phrase)


def _is_phrase(answer: Reading) -> bool:
    """Whether a short answer is one noun phrase: "the keeper", not "oppose the tunnel"."""
    whole = (0, len(answer.text))
    return any((phrase.start, phrase.end) == whole for phrase in answer.phrases)


def _other_names(reading: Reading) -> Iterator[str]:
    """Names that may be a person's: no part of a thing's name, not behind "in" or "from"."""
    for slot in reading.of(Kind.NAME):
        if not _thing_of(reading, slot.start) and slot.preposition not in _OF_PLACES:
            yield reading.text[slot.start : slot.end]


def _one_asked_for(question: Reading) -> Iterator[str]:
    """The person of "who is the chairman of the board", known by the office alone."""
    place = question.asking.end
    if question.sentence.tags[place : place + 1] == "X":
        behind = question.sentence.tokens.starts[place]
        yield from (
            wording(question, p) for p in question.phrases[:1] if p.start > behind and not p.plural
        )


def _within_longer(question: Reading, slot: Slot) -> bool:
    """Whether a name is the tail of a longer one: "Bridge" in "Friends of the Kestrel Bridge"."""
    return any(other.end + 1 == slot.start for other in question.of(*NAMES))


def _thing_of(question: Reading, start: int) -> bool:
    """Whether a name only describes a thing: "Astana" in "the Astana meeting"."""
    return any(p.start <= start < p.end and not p.name for p in question.phrases)
