"""How what a pronoun points to is put in another question."""

from __future__ import annotations

import re

from bot.follow_up.parts.phrases import Phrase
from bot.follow_up.parts.reading import Reading, read

LONGEST_PHRASE = 8  # words of a phrase that may stand in a pronoun's place

_THERE = "there"
_BEHIND_THERE = 2  # the place of what is, in "are there buses"
_IN_PLACES = frozenset("PDNC#zot-")
_FURTHEST = 7  # words by which it is told which ones
_POSSESSIVE = re.compile(r"(.+?)(?:['’]s|(?<=s)['’])\s")
_HAVING = frozenset({"have", "has", "had", "got", "any"})
_MADE_DEFINITE = frozenset({"a", "an", "some", "any", "this", "that", "these", "those"})


def wording(reading: Reading, phrase: Phrase) -> str:
    """A phrase as it may stand in another question: definite where it was not.

    Somebody's sister is told with whose she is: "does Ann Lee have a sister?".
    """
    owner = _whose(reading, phrase)
    if owner:
        words = reading.text[phrase.start : phrase.end].split()
        own = words[1:] if words[0].casefold() in _MADE_DEFINITE else words
        return f"{owner}{'' if owner.endswith('s') else 's'} {' '.join(own)}"
    text = " ".join(reading.text[phrase.start : _end(reading, phrase)].split())
    if phrase.determined:
        text = text[0].lower() + text[1:]
    if text.split()[0].casefold() in _MADE_DEFINITE:
        return f"the {text.split(' ', 1)[1]}" if " " in text else text
    asked = reading.sentence.tokens.starts[reading.asking.start] if reading.asking.end else -1
    if 0 <= asked < phrase.start and not phrase.determined and not phrase.name:
        token = reading.sentence.tokens.starts.index(phrase.start)
        if reading.asking.start < token < reading.asking.end:
            return f"the {text}"
    return text


def _end(reading: Reading, phrase: Phrase) -> int:
    """Where what there is ends: "buses after midnight" in "are there buses after midnight?"."""
    sentence = reading.sentence
    first = sentence.tokens.starts.index(phrase.start)
    opens = sentence.tags[:1] == "X" and sentence.words[1:2] == (_THERE,) and first == _BEHIND_THERE
    place = first
    while place < len(sentence.tags) and sentence.tokens.starts[place] < phrase.end:
        place += 1
    behind = sentence.tags[place:].rstrip(".")
    if not opens or behind[:1] != "P" or not set(behind) <= _IN_PLACES or len(behind) > _FURTHEST:
        return phrase.end
    return sentence.tokens.ends[place + len(behind) - 1]


def owner(reading: Reading, phrase: Phrase) -> Reading:
    """Whose a phrase is, read by itself: "the club" in "the club's boat"."""
    whose = _POSSESSIVE.match(reading.text[phrase.start : phrase.end])
    return read(whose[1] if whose else "", language=reading.sentence.language)


def _whose(reading: Reading, phrase: Phrase) -> str:
    """Of somebody who is had, whose they are, with an apostrophe; "" for others."""
    if not phrase.person or phrase.name:
        return ""
    before = [p for p in reading.phrases if p.end < phrase.start and (p.person or p.name)]
    between = reading.text[before[-1].end : phrase.start].split() if before else []
    had = bool(between) and set(map(str.casefold, between)) <= _HAVING
    return f"{reading.text[before[-1].start : before[-1].end]}'" if had else ""


def inner(reading: Reading, phrase: Phrase) -> Reading:
    """What stands behind "of" in a phrase, read by itself: "the inn" in "the head of the inn"."""
    _, of, text = wording(reading, phrase).partition(" of ")
    return read(text if of else "", language=reading.sentence.language)


def wordings(reading: Reading, *, plural: bool) -> list[str]:
    """The phrases of a number that are no persons, in order."""
    fitting = [
        phrase
        for phrase in reading.phrases
        if phrase.plural is plural
        and (plural or not phrase.person)
        and (plural or phrase.determined or phrase.name or phrase.asked or len(phrase.terms) > 1)
    ]
    texts = [wording(reading, phrase) for phrase in fitting]
    return [
        text
        for text in texts
        if len(text.split()) <= LONGEST_PHRASE and (plural or not text[0].isdigit())
    ]
