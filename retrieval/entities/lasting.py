"""Spans of time ("two-day", "an hour and a half"), one made of several units: "2 hrs 40 min"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from retrieval.entities import values
from retrieval.entities.mention import Kind, Mention
from retrieval.entities.tokens import Tokens, Vocabulary

_SEEN_BEFORE = 24  # characters
_PART = re.compile(r"[,&]*([^Uv]*[Uv](?:&Af)?)")  # classes of a number and its unit


def durations(tokens: Tokens, first: int, last: int, words: Vocabulary) -> list[Mention]:
    """The spans of time in tokens `first` to `last` (excluded).

    One where units get smaller, since then they add up ("two hours and forty minutes"), else one
    for each unit.
    """
    found = _PART.finditer(tokens.classes, first, last)
    parts = [duration(tokens, *match.span(1), words) for match in found]
    together = _sum(parts, words)
    return parts if together is None else [together]


def duration(tokens: Tokens, first: int, last: int, words: Vocabulary) -> Mention:
    """The span of time that tokens `first` to `last` (excluded) tell with one unit."""
    count = values.amount(tokens, first, last, words)
    unit = max(tokens.classes.rfind(letter, first, last) for letter in "Uv")
    value = f"{count} {words.units[tokens.surface(unit).casefold()]}" if count else ""
    return Mention(Kind.DURATION, opening(tokens, first, words), tokens.ends[last - 1], value)


def opening(tokens: Tokens, first: int, words: Vocabulary) -> int:
    """Where a quantity begins, with "more than" or "around" before it."""
    start = tokens.starts[first]
    if words.approximate is None or first == 0:
        return start
    match = words.approximate.search(tokens.text, max(0, start - _SEEN_BEFORE), start)
    return match.start() if match else start


def _sum(parts: Sequence[Mention], words: Vocabulary) -> Mention | None:
    """Several spans as one in the smallest unit; None where they don't add up."""
    if not all(part.value for part in parts):
        return None
    told = [part.value.split() for part in parts]
    lengths = [words.seconds[unit] for _, unit in told]
    if any(shorter >= longer for longer, shorter in pairwise(lengths)):
        return None
    seconds = sum(float(count) * length for (count, _), length in zip(told, lengths, strict=True))
    value = f"{values.plain(round(seconds / lengths[-1], 2))} {told[-1][1]}"
    return Mention(Kind.DURATION, parts[0].start, parts[-1].end, value)
