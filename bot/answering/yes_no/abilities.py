"""What leaves somebody able to do something, and what does not: "does not affect your ability to".

It gives or refuses leave in words that say nothing of that, so they are read as others that do.
"""

from __future__ import annotations

import re

from bot.answering.grammar.lexical import listed, pattern
from retrieval.question import Question

_LETS = "lets you "
_PREVENTS = "prevent you from "
_OPEN = "perhaps "


def read_as_leave(question: Question, text: str) -> str:
    """A text with "lets you" for what leaves somebody able, "prevents you from" for what does not;
    the text itself where it is the ability that is asked about.

    >>> from retrieval.question import parse_question
    >>> asked = parse_question("Can I ride after the syrup?")
    >>> read_as_leave(asked, "The syrup does not affect your ability to ride.")
    'The syrup lets you ride.'
    """
    if not listed("yes_no.ability", question.language).isdisjoint(question.words):
        return text
    kept = pattern("yes_no.ability_kept", question.language)
    lost = pattern("yes_no.ability_lost", question.language)
    return lost.sub(_prevented, kept.sub(_LETS, text))


def _prevented(lost: re.Match[str]) -> str:
    return f"{_OPEN}{_PREVENTS}" if lost["may"] else _PREVENTS
