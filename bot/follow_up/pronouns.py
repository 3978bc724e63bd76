"""Pronouns of a message that point back beyond it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.follow_up.antecedents import Sort
from bot.follow_up.impersonal import is_noun, points_nowhere, points_on_its_own
from bot.follow_up.parts.reading import Reading
from bot.phrasing import FollowUpWords
from retrieval.entities import NAMES, Kind

_OPENING = frozenset({"than", "before", "after", "since", "until"})
_WHO = "who"
_THAT_ONE = frozenset({"that one", "this one"})
_RELATIONS = frozenset({"before", "after", "since", "until"})


@dataclass(frozen=True, slots=True)
class Pronoun:
    """One pronoun of a message: its tokens, its sort, and whether it stands for an owner."""

    token: int
    sort: Sort
    owner: bool
    tokens: int = 1


def pronouns(message: Reading, words: FollowUpWords) -> tuple[Pronoun, ...]:
    """The pronouns of a message that point back beyond it, in order, one of each sort."""
    found: dict[Sort, Pronoun] = {}
    for pronoun in _all(message, words):
        if not _points_inside(message, pronoun):
            found.setdefault(pronoun.sort, pronoun)
    others = [pronoun for pronoun in found.values() if not _is_a_time(message, pronoun)]
    return tuple(others or found.values())


def _all(message: Reading, words: FollowUpWords) -> Iterator[Pronoun]:
    """Every pronoun of a message that means something named before it."""
    said = message.sentence.words
    for place, word in enumerate(said):
        if word not in words.pronouns:
            continue
        if " ".join(said[place : place + 2]) in _THAT_ONE:
            yield Pronoun(place, Sort.THING, owner=False, tokens=2)
        elif not points_nowhere(message, place, words):
            owner = _owns(word, is_noun(message, place + 1), words)
            yield Pronoun(place, _sort(word, words), owner)


def _is_a_time(message: Reading, pronoun: Pronoun) -> bool:
    """Whether a pronoun stands for when something was: "after that"."""
    words, place = message.sentence.words, pronoun.token
    pointing = points_on_its_own(words[place], message.sentence.language)
    return pointing and not _RELATIONS.isdisjoint(words[place - 1 : place])


def _sort(word: str, words: FollowUpWords) -> Sort:
    if word in words.persons:
        return Sort.PERSON
    if word in words.places:
        return Sort.PLACE
    return Sort.SEVERAL if word in words.plurals else Sort.THING


def _owns(word: str, noun_behind: bool, words: FollowUpWords) -> bool:
    """Whether a word stands for an owner; "her" does so before a noun only."""
    return word in words.possessives and noun_behind


def _points_inside(message: Reading, pronoun: Pronoun) -> bool:
    """Whether the message itself names what the pronoun points to.

    A thing named before it does, unless both belong to one verb: "did the governor believe her?"
    """
    sentence = message.sentence
    named = _named_before(message, pronoun)
    if named and pronoun.owner:
        return True
    asked = message.asking.end if message.word == _WHO else len(sentence.tags)
    if pronoun.sort is Sort.PERSON and "&" in sentence.tags[asked : pronoun.token]:
        return True  # who came, and when did he leave?
    opening = _OPENING if sentence.tags[pronoun.token + 1 :][:1] in tuple("XVE") else frozenset()
    between = range(max(named, default=pronoun.token), pronoun.token)
    return any(sentence.tags[i] in "S&," or sentence.words[i] in opening for i in between)


def _named_before(message: Reading, pronoun: Pronoun) -> list[int]:
    """The tokens where what a pronoun may point to begins in the message itself."""
    starts = message.sentence.tokens.starts
    before = [p for p in message.phrases if p.end <= starts[pronoun.token]]
    slots = [slot for slot in message.of(*NAMES) if slot.end <= starts[pronoun.token]]
    if pronoun.sort is Sort.PERSON:
        people = [slot.start for slot in slots if slot.kind in (Kind.PERSON, Kind.TITLE)]
        named = [*people, *(phrase.start for phrase in before if phrase.person or phrase.name)]
    elif pronoun.sort is Sort.SEVERAL:
        named = [phrase.start for phrase in before if phrase.plural or phrase.group]
    else:
        things = [slot.start for slot in slots if slot.kind is not Kind.PERSON]
        named = [phrase.start for phrase in before if not phrase.plural and not phrase.person]
        named += things if pronoun.owner else []
    return [message.sentence.at(start) for start in named]
