"""Offers taken up: "yes", "2", "the second one"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.conversation import Turn
from bot.phrasing import FollowUpWords
from retrieval.analysis import analyser

_NUMBER = re.compile(r"(?:no\.?|nr\.?|number|n°|№|#)?\s*(\d)\s*[.)]?", re.IGNORECASE)
_ORDINAL = re.compile(r"(\d)th")


LOOKED_BACK = 3  # turns whose offers a number may still take up


def accepted(text: str, turns: Sequence[Turn], words: FollowUpWords) -> str:
    """The offered question that a "yes" or a number takes up, "" for any other message.

    "Yes" answers the last reply; a number may take up what was offered a little before.
    """
    said = " ".join(text.casefold().split()).strip(" .!,?")
    if said in words.consents:
        return next(iter(turns[-1].offers), "")
    offers = next((turn.offers for turn in turns[: -LOOKED_BACK - 1 : -1] if turn.offers), ())
    number = _number(said, words) if offers else 0
    return offers[number - 1] if 0 < number <= len(offers) else ""


def _number(said: str, words: FollowUpWords) -> int:
    """The number a message consists of: "2", "#2", "the second one"; 0 for others."""
    match = _NUMBER.fullmatch(said)
    if match is not None:
        return int(match[1])
    terms = analyser(words.language).tokens(said)
    told = [
        token.term for token in terms if said[token.start : token.end] not in words.around_numbers
    ]
    if len(told) != 1:
        return 0
    ordinal = _ORDINAL.fullmatch(told[0])
    return int(ordinal[1]) if ordinal else int(told[0]) if told[0].isdecimal() else 0
