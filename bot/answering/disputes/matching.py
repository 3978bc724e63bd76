"""What two statements have in common, and where one has something else in the other's place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bot.answering.disputes.statements import Statement
from bot.answering.grammar.alike import held_by
from bot.answering.grammar.polarity import polarity
from bot.answering.grammar.sentence import syntax
from bot.answering.grammar.words import words_of


@dataclass(frozen=True, slots=True)
class Match:
    """How much two statements have in common.

    `shared` are terms that both have, or have in other words; `turned` terms of the first whose
    opposite the other has, `opposites` those with their opposites. `alike` in [0, 1] is twice the
    number of common words over all words. `contrast` says that different things stand in the same
    place; `lacking_verb` that each has a verb which the other lacks.
    """

    shared: frozenset[str]
    turned: frozenset[str]
    opposites: frozenset[str]
    alike: float
    contrast: bool
    lacking_verb: bool


def match(one: Statement, other: Statement, *, least: float) -> Match | None:
    """What two statements of the same language have in common; None where less than `least`."""
    mine, yours = _partners(one, other), _partners(other, one)
    language = one.sentence.language
    opposites = polarity(language).opposites
    turned = {
        term
        for term in one.terms - mine
        if opposites.get(term, frozenset()) & (other.terms - yours)
    }
    answered = {o for term in turned for o in opposites[term]} & other.terms
    total = len(one.terms) + len(other.terms)
    common = len(mine | turned) + len(yours | answered)
    alike = common / total if total else 0.0
    if alike < least:
        return None
    own = [place for place in one.content if one.sentence.terms[place] not in mine | turned]
    theirs = [
        place for place in other.content if other.sentence.terms[place] not in yours | answered
    ]
    return Match(
        shared=frozenset(mine | yours),
        turned=frozenset(turned),
        opposites=frozenset(turned | answered),
        alike=alike,
        contrast=bool(turned & words_of(language).parts)
        or _contrast(one, own, other, theirs, opposites),
        lacking_verb=bool(set(own) & one.verbs) and bool(set(theirs) & other.verbs),
    )


def _partners(one: Statement, other: Statement) -> frozenset[str]:
    """The terms of one that the other has, or has in other words."""
    order = (*(one.sentence.terms[place] for place in one.content), *sorted(one.about))
    return held_by(order, other.known, one.sentence.language)


def _contrast(
    one: Statement,
    own: list[int],
    other: Statement,
    theirs: list[int],
    opposites: Mapping[str, frozenset[str]],
) -> bool:
    """Whether words that only one has stand where others stand in the other.

    That is: names on both sides, words beside the same word, or a word for one of several
    things ("the new", "the other") on one side only.
    """
    if set(own) & one.names and set(theirs) & other.names:
        return True
    if _same_under_another_name(one, own, other, theirs):
        own, theirs = own[1:], theirs[1:]
    parts = words_of(one.sentence.language).parts
    if any(one.sentence.terms[place] in parts for place in own):
        return True
    if any(other.sentence.terms[place] in parts for place in theirs):
        return True
    if _narrowed(one, own) or _narrowed(other, theirs):
        return True
    if _of_something_else(one, own) or _of_something_else(other, theirs):
        return True
    mine = {around for place in own for around in _around(one, place)}
    return any(
        (side, term) in mine
        for place in theirs
        for side, neighbour in _around(other, place)
        for term in (neighbour, *opposites.get(neighbour, ()))
    )


def _same_under_another_name(
    one: Statement, own: list[int], other: Statement, theirs: list[int]
) -> bool:
    """Whether one opens with a name where the other has "the club", "the company" for it."""
    if not own or not theirs or own[0] != one.content[0] or theirs[0] != other.content[0]:
        return False
    return _is_named_by(one, own[0], other, theirs[0]) or _is_named_by(
        other, theirs[0], one, own[0]
    )


def _is_named_by(one: Statement, place: int, other: Statement, name: int) -> bool:
    """Whether a sentence opens with "the" and one noun, and another with a name."""
    tags = one.sentence.tags
    definite = place == 1 and one.sentence.words[0] == "the" and tags[1] == "N"
    return definite and tags[2:3] in ("V", "E", "X") and other.sentence.tags[name] == "C"


def _of_something_else(statement: Statement, own: list[int]) -> bool:
    """Whether what something is done to is in one statement only: "the park under the hall"."""
    tags, sentence = statement.sentence.tags, statement.sentence
    copulas = syntax(sentence.language).copulas
    for place in sorted(statement.verbs - set(own)):
        if place and tags[place] == "E" and sentence.words[place - 1] in copulas:
            phrase = re.search(r"(?:[DNC#-]|[VEG](?=[NCG]))+(?=[Pot,X])", tags[:place])
            head = phrase.end() - 1 if phrase else -1
            return head in own
    return False


def _narrowed(statement: Statement, own: list[int]) -> bool:
    """Whether a noun that both have is narrowed down in one: "deputy minister", "co-pilot"."""
    tags, rest = statement.sentence.tags, set(statement.content) - set(own)
    return any(
        tags[place] == "N"
        and (
            (place + 1 in rest and tags[place + 1] == "N")
            or (tags[place + 1 : place + 2] == "-" and place + 2 in rest)
        )
        for place in own
    )


def _around(statement: Statement, place: int) -> list[tuple[str, str]]:
    """What stands before and behind a word: (side, neighbour)."""
    number = statement.content.index(place)
    terms = statement.sentence.terms
    before = terms[statement.content[number - 1]] if number else ""
    behind = terms[statement.content[number + 1]] if number + 1 < len(statement.content) else ""
    return [(side, term) for side, term in (("<", before), (">", behind)) if term]
