"""How what a pronoun points to is put in another question."""

from __future__ import annotations

from bot.follow_up.parts.phrases import Phrase
from bot.follow_up.parts.reading import Reading, read

LONGEST_PHRASE = 8  # words of a phrase that may stand in a pronoun's place

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
    text = " ".join(reading.text[phrase.start : phrase.end].split())
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
