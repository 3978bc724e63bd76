"""The forms of a language by which short answers are told, cut and widened, from its lexicon.

`{day}` in a pattern of the lexicon stands for any of the days that the entities know; so do
`{month}`, `{season}` and `{number}`. `{year}` stands for the figures of one, and the names in the
section `[shared]` for what stands there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from retrieval.entities.tokens import vocabulary
from retrieval.lexicon import lexicon
from retrieval.times.moments import YEAR

_NEVER = re.compile(r"(?!)")
_SHARED = "shared"
_PLACE = re.compile(r"\{([a-z_]+)\}")


@cache
def pattern(name: str, language: str) -> re.Pattern[str]:
    """A pattern by its section and key, "hours.shut"; one that matches nothing where there is none.

    So a rule that asks for words of one language does not hold in others. Raises KeyError where
    the pattern has a name in braces that stands for nothing.
    """
    text = _entry(name, language)
    if text is None:
        return _NEVER
    known = _named(language)
    return re.compile(_PLACE.sub(lambda place: f"(?:{known[place[1]]})", text))


@cache
def listed(name: str, language: str) -> frozenset[str]:
    """The words under a section and key, in lower case; empty where there are none."""
    return frozenset((_entry(name, language) or "").split())


@cache
def groups(name: str, language: str) -> tuple[frozenset[str], ...]:
    """Groups of words that mean the same, parted by "|" in the lexicon; one of no words if none."""
    return tuple(frozenset(group.split()) for group in (_entry(name, language) or "").split("|"))


def _entry(name: str, language: str) -> str | None:
    section, _, key = name.partition(".")
    found: str | None = lexicon(f"answers_{language}").get(section, {}).get(key)
    return found


@cache
def _named(language: str) -> dict[str, str]:
    """What the names in braces stand for, as patterns."""
    known = vocabulary(language)
    words = lexicon(f"entities_{language}").get("words", {})
    return {
        "day": _any_of(known.weekdays),
        "month": _any_of(known.months),
        "season": _any_of(words.get("seasons", "").split()),
        "number": _any_of(known.numbers),
        "year": YEAR,
        **lexicon(f"answers_{language}").get(_SHARED, {}),
    }


def _any_of(words: Iterable[str]) -> str:
    """A pattern of some words, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))
