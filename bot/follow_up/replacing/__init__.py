"""A fragment in the place of what it answers to: ordinal for ordinal, date for date, name for name.

"And in 2016?" after "How many came in 2015?" is "How many came in 2016?".
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.follow_up.parts.reading import Reading
from bot.follow_up.parts.words import CONDITIONS
from bot.follow_up.replacing.forms import (
    by_owner,
    by_participle,
    came_in_place,
    of_attribute,
    of_whatever,
    turned_round,
    under_condition,
    won_among,
)
from bot.follow_up.replacing.phrases import by_phrases
from bot.follow_up.replacing.putting import appended
from bot.follow_up.replacing.slots import by_slots

MOST = 4  # readings of one fragment
_DIRECTIONS = frozenset({"down", "up", "back", "downhill", "uphill", "upstairs", "downstairs"})
_WHO_CAME = "who came"


def replaced(fragment: Reading, earlier: Reading) -> tuple[str, ...]:
    """The earlier question with a fragment in its place, likeliest reading first, at most MOST."""
    if fragment.sentence.words[:1] in CONDITIONS:
        return (under_condition(fragment, earlier),)
    if owned := by_owner(fragment, earlier):
        return (owned,)
    if done := by_participle(fragment, earlier):
        return (done,)
    if turned := turned_round(fragment.sentence.words, earlier):
        return (turned,)
    if placed := came_in_place(f"{_WHO_CAME} {fragment.text}", earlier):
        return (placed,)
    if among := won_among(fragment, earlier):
        return (among,)
    if told := of_attribute(fragment, earlier) or of_whatever(fragment, earlier):
        return (told,)
    if not fragment.slots and not fragment.phrases:
        leads = not _DIRECTIONS.isdisjoint(fragment.sentence.words)
        return (appended(fragment, earlier),) if leads else ()
    typed = _texts(by_slots(fragment, earlier), earlier)
    found = typed or _texts(by_phrases(fragment, earlier), earlier)
    return (found or (appended(fragment, earlier),))[:MOST]


def _texts(readings: Iterator[str], earlier: Reading) -> tuple[str, ...]:
    """The readings that differ from the earlier question, each once."""
    return tuple(text for text in dict.fromkeys(readings) if text and text != earlier.text)
