"""What "they" may point to: several things or people, a group."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.answering.people.identity import asks_role
from bot.follow_up.antecedents.people import whoever_it_is
from bot.follow_up.antecedents.things import (
    LONGEST_ANSWER,
    is_phrase,
    orders,
    without_times_asked_for,
)
from bot.follow_up.antecedents.wording import inner, owner, wording, wordings
from bot.follow_up.history import PastTurn
from bot.follow_up.parts.phrases import Phrase
from bot.follow_up.parts.reading import Reading, read
from bot.follow_up.parts.words import HOW_MANY
from retrieval.entities import Kind, mentions
from retrieval.question import Wanted

_ASIDE = re.compile(r"\s*\([^)]*\)")
_THOSE = "those"
_THERE = ("there",)
_ANY_PEOPLE = frozenset({"people", "persons"})
_ANYBODY = (("anybody",), ("anyone",), ("somebody",), ("someone",))
_BETWEEN_NAMES = frozenset({"and", "the"})
_SPANS = frozenset({Kind.MONEY, Kind.DURATION, Kind.PERCENTAGE})
_NO_SEVERAL = frozenset(
    {Wanted.NUMBER, Wanted.DURATION, Wanted.MONEY, Wanted.PERCENTAGE, Wanted.REASON, Wanted.YES_NO}
)


def several(said: PastTurn, language: str) -> Iterator[str]:
    """Several: an answer that lists them, phrases in the plural, groups."""
    turn, question = said.turn, without_times_asked_for(said.question)
    told = _ASIDE.sub("", turn.short)
    answer = read(told, language=language)
    spans = {mention.kind for mention in mentions(turn.short, language=language)}
    counts = bool(spans & _SPANS) or turn.question.wanted in _NO_SEVERAL
    short = len(turn.short.split()) <= 2 * LONGEST_ANSWER and not counts
    named = [told[s.start : s.end] for s in answer.of(Kind.PERSON, Kind.NAME, Kind.GROUP)]
    if is_phrase(question):
        yield from wordings(question, plural=True)
    if question.sentence.words[1:2] == _THERE and question.sentence.words[2:3] in _ANYBODY:
        yield f"{_THOSE} {question.after(3)}"  # behind "is there anybody"
    if len(named) > 1 and _only_names(told, named):
        yield f"{', '.join(named[:-1])} and {named[-1]}"
    elif short and any(phrase.plural for phrase in answer.phrases[:1]):
        yield turn.short
    yield from _those_counted(question)
    named_several = wordings(_pairs_first(question), plural=True)
    yield from named_several
    yield from (wording(question, p) for p in question.phrases[:1] if _may_be_a_group(p))
    yield from (wording(question, p) for p in question.phrases if p.group and not p.plural)
    for within in (inner(question, phrase) for phrase in question.phrases):
        yield from wordings(within, plural=True)
        yield from (wording(within, p) for p in within.phrases if p.group and not p.plural)
    if turn.question.wanted is Wanted.GROUP and turn.short:
        yield turn.short
    owners = [owner(question, phrase) for phrase in question.phrases]
    yield from (wording(o, p) for o in owners for p in o.phrases if not p.person)
    for slot in question.of(Kind.GROUP, Kind.PLACE) if not named_several else ():
        yield question.text[slot.start : slot.end]
    if turn.question.wanted is Wanted.PERSON and not asks_role(turn.question):
        yield from whoever_it_is(question, _THOSE)


def _those_counted(question: Reading) -> Iterator[str]:
    """People who were counted without a name for them: "those who were hurt"."""
    sentence, place = question.sentence, question.asking.end
    if sentence.words[1:2] in _ANYBODY and sentence.tags[:1] + sentence.tags[2:3] in ("XE", "XN"):
        yield f"{_THOSE} who were {question.after(2)}"  # behind "was anybody"
    if sentence.words[:2] != HOW_MANY or _THERE[0] in sentence.words[place:]:
        return
    counted = [question.text[p.start : p.end] for p in question.phrases if p.asked]
    opening = sentence.tags[place : place + 2]
    if set(counted) <= _ANY_PEOPLE and (opening[:1] in ("V", "E") or opening in ("XV", "XE", "XN")):
        yield f"{_THOSE} who {question.after(place)}"


def _pairs_first(question: Reading) -> Reading:
    """A question with "the cook and his sons" in place of "his sons", when several are meant."""
    pairs = [p for p in question.phrases if any(_is_within(other, p) for other in question.phrases)]
    alone = [p for p in question.phrases if not any(_is_within(p, pair) for pair in pairs)]
    return replace(question, phrases=tuple(alone))


def _is_within(phrase: Phrase, other: Phrase) -> bool:
    return phrase is not other and other.start <= phrase.start and phrase.end <= other.end


def quoted_several(passage: Reading, _: PastTurn) -> Iterator[str]:
    """What "they" may point to in the passage quoted last: several things, two people, a group."""
    yield from (
        text
        for text in wordings(passage, plural=True)
        if not (orders(text, passage) or _is_amount(text, passage.sentence.language))
    )
    people = [passage.text[s.start : s.end] for s in passage.of(Kind.PERSON, Kind.NAME)]
    if len(people) > 1:
        yield " and ".join(people[:2])
    yield from (text for text in wordings(passage, plural=False)[:1] if not orders(text, passage))


def _is_amount(text: str, language: str) -> bool:
    """Whether a phrase is nothing but an amount or a span of time: "3 pounds", "two weeks"."""
    return any(
        (m.start, m.end) == (0, len(text)) and m.kind in _SPANS
        for m in mentions(text, language=language)
    )


def _only_names(text: str, named: list[str]) -> bool:
    """Whether a list has nothing but names, not "the north of Oslo, Bergen"."""
    for name in named:
        text = text.replace(name, "", 1)
    return set(re.findall(r"\w+", text.casefold())) <= _BETWEEN_NAMES


def _may_be_a_group(phrase: Phrase) -> bool:
    """Whether a question's subject is a name of which "they" may speak: a club, a country."""
    return phrase.name and not phrase.person and not phrase.preposition
