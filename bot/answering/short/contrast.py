"""What a sentence names only to set it aside: "on 6 July instead of 29 June", "Ida Holm (Lab)"."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass
from functools import cache

from retrieval.lexicon import lexicon
from retrieval.records import Span

_PARTY = re.compile(r"\b[A-Z][\w'’-]+ \((?P<aside>[A-Z][\w.-]{0,9})\)")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True)
class _Contrast:
    """How a language names what is not so and what is no more, parts what is said of one thing
    from what is said of another, and asks for what was before.
    """

    not_so: re.Pattern[str]
    changed: re.Pattern[str]
    changed_to: re.Pattern[str]
    parting: re.Pattern[str]
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
        found += known.changed_to.finditer(text)
    if asked & known.asks_persons:
        found += _PARTY.finditer(text)
    return [Span(*each.span("aside")) for each in found] + _of_others(text, asked, known.parting)


def _of_others(text: str, asked: Set[str], between: re.Pattern[str]) -> list[Span]:
    """The clause that tells a figure of another thing than one beside it: "the east wing has 4 beds
    while the west wing has 9" for the beds of the west wing.
    """
    parting = between.search(text)
    if parting is None:
        return []
    clauses = [Span(0, parting.start()), Span(parting.end(), len(text))]
    words = [set(_LONG_WORD.findall(text[start:end].casefold())) & asked for start, end in clauses]
    figures = all(any(map(str.isdigit, text[start:end])) for start, end in clauses)
    if not figures or not (words[0] and words[1]):
        return []
    return [own for own, said, more in zip(clauses, words, words[::-1], strict=True) if said < more]


@cache
def _contrast(language: str) -> _Contrast | None:
    """What the lexicon tells of it; None where it tells nothing."""
    table = lexicon(f"statements_{language}").get("contrast")
    if table is None:
        return None
    return _Contrast(
        not_so=re.compile(table["not_so"], re.IGNORECASE),
        changed=re.compile(table["changed"], re.IGNORECASE),
        changed_to=re.compile(table["changed_to"], re.IGNORECASE),
        parting=re.compile(table["parting"]),
        asks_before=re.compile(table["asks_before"]),
        asks_persons=frozenset(table["asks_persons"].split()),
    )
