"""What a sentence names only to set it aside: "on 6 July instead of 29 June", "Ida Holm (Lab)"."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass
from functools import cache

from retrieval.lexicon import lexicon
from retrieval.records import Span

_PARTY = re.compile(r"\b[A-Z][\w'’-]+ \((?P<aside>[A-Z][\w.-]{0,9})\)")


@dataclass(frozen=True, slots=True)
class _Contrast:
    """How a language names what is not so and what is no more, and asks for what was before."""

    not_so: re.Pattern[str]
    changed: re.Pattern[str]
    asks_before: re.Pattern[str]
    asks_persons: frozenset[str]


def set_aside(text: str, *, language: str, asked: Set[str] = frozenset()) -> list[Span]:
    """Where a text names what is not so, or is no more: "it rises from £45 to £52"; where persons
    are asked for also the party or land in brackets behind a name.

    `asked` are the words of a question; one for what was before leaves that in.

    >>> text = "It is held in May instead of June, as before."
    >>> [text[start:end] for start, end in set_aside(text, language="en")]
    ['June']
    """
    known = _contrast(language)
    if known is None:
        return []
    found = list(known.not_so.finditer(text))
    if not any(map(known.asks_before.fullmatch, asked)):
        found += known.changed.finditer(text)
    if asked & known.asks_persons:
        found += _PARTY.finditer(text)
    return [Span(*each.span("aside")) for each in found]


@cache
def _contrast(language: str) -> _Contrast | None:
    """What the lexicon tells of it; None where it tells nothing."""
    table = lexicon(f"statements_{language}").get("contrast")
    if table is None:
        return None
    not_so, changed = (re.compile(table[name], re.IGNORECASE) for name in ("not_so", "changed"))
    asks_before = re.compile(table["asks_before"])
    return _Contrast(not_so, changed, asks_before, frozenset(table["asks_persons"].split()))
