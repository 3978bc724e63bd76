"""Offices whose names hold an "and": "Minister of Works and Water", "Art and Sport Secretary"."""

from __future__ import annotations

from functools import cache

from bot.answering.grammar.sentence import Sentence
from retrieval.lexicon import lexicon

_TITLES = frozenset("Hhy")  # classes of "Minister" and "minister"
_REACH = 4  # tokens on either side of the "and" within which a field or a title stands


def joins_fields(sentence: Sentence, place: int) -> bool:
    """Whether an "and" stands between two fields of one office, not between two who hold one."""
    right = _capitals(sentence, place)
    titled = any(sentence.tokens.classes[n] in _TITLES for n in right)
    fields = _fields(sentence.language)
    if titled:
        return bool(right) and sentence.words[place - 1 : place][0] in fields
    return any(sentence.words[n] in fields for n in right) and _is_of_office(sentence, place)


def office_start(sentence: Sentence, place: int) -> int:
    """Where an office begins of which a token opens the second field; else the token."""
    tags = sentence.tags
    if tags[max(place - 1, 0)] != "&" or not joins_fields(sentence, place - 1):
        return place
    place -= 1
    while place and (tags[place - 1] in "Co" or tags[place - 2 : place] == "oD"):
        place -= 1
    return place


def _capitals(sentence: Sentence, place: int) -> range:
    """The capitalised words right behind an "and"."""
    end = place + 1
    while end < len(sentence.tags) and end - place <= _REACH and sentence.tags[end] == "C":
        end += 1
    return range(place + 1, end)


def _is_of_office(sentence: Sentence, place: int) -> bool:
    """Whether right before an "and" stands a title with "of" or "for" and capitalised words."""
    start = place
    while start > max(place - _REACH, 0) and sentence.tags[start - 1] in "CD,":
        start -= 1
    led = start > 1 and sentence.words[start - 1] in ("of", "for")
    return led and start < place and sentence.tokens.classes[start - 2] in _TITLES


@cache
def _fields(language: str) -> frozenset[str]:
    """What ministers and secretaries are in charge of, in small letters."""
    return frozenset(lexicon(f"statements_{language}").get("persons", {}).get("fields", "").split())
