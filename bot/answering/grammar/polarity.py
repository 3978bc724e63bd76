"""The words that turn statements into their opposites, and those that leave them open."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from retrieval.analysis import analyser
from retrieval.lexicon import lexicon

_LISTS = (
    *("negations", "turning", "denials", "open", "strict", "whole", "light", "weighty"),
    *(
        "wishing",
        "thinking",
        "granted",
        "refused",
        "limiting",
        "conditions",
        "excepting",
        "permits",
        "general",
        "anybody",
        "nobody",
        "binding",
        "reaching",
        "outside",
        "counted",
    ),
)


@dataclass(frozen=True, slots=True)
class Polarity:
    """The words of one language that turn statements round, as terms."""

    negations: frozenset[str]
    turning: frozenset[str]
    denials: frozenset[str]
    open: frozenset[str]
    strict: frozenset[str]
    whole: frozenset[str]
    light: frozenset[str]
    weighty: frozenset[str]
    wishing: frozenset[str]
    thinking: frozenset[str]
    granted: frozenset[str]
    refused: frozenset[str]
    limiting: frozenset[str]
    conditions: frozenset[str]
    excepting: frozenset[str]
    permits: frozenset[str]
    general: frozenset[str]
    anybody: frozenset[str]
    nobody: frozenset[str]
    binding: frozenset[str]
    reaching: frozenset[str]
    outside: frozenset[str]
    counted: frozenset[str]
    asks_leave: frozenset[str]
    gives_leave: frozenset[str]
    measured: frozenset[str]
    negative_phrases: frozenset[tuple[str, ...]]
    empty_phrases: frozenset[tuple[str, ...]]
    opposites: dict[str, frozenset[str]]
    contraries: dict[str, frozenset[str]]


def says_opposite(term: str, text: str, language: str) -> bool:
    """Whether a text holds the opposite of a term and not itself: of a profit that it was a loss.

    >>> says_opposite("profit", "It made a loss.", "en")
    True
    """
    said = set(analyser(language).terms(text))
    return term not in said and bool(polarity(language).opposites.get(term, frozenset()) & said)


@cache
def polarity(language: str) -> Polarity:
    """The polarity words of `language`; empty where there is no list."""
    lists = lexicon(f"polarity_{language}")
    term = analyser(language).term

    def terms(words: str) -> frozenset[str]:
        return frozenset(term(word) for word in words.split())

    def phrases(name: str) -> frozenset[tuple[str, ...]]:
        rows = lists.get(name, "").split("|")
        return frozenset(tuple(map(term, row.split())) for row in rows if row)

    def pairs(name: str) -> dict[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for word, others in lists.get(name, {}).items():
            for other in terms(others):
                found.setdefault(term(word), set()).add(other)
                found.setdefault(other, set()).add(term(word))
        return {word: frozenset(others) for word, others in found.items()}

    return Polarity(
        **{name: terms(lists.get(name, "")) for name in _LISTS},
        asks_leave=frozenset(lists.get("asks_leave", "").split()),
        gives_leave=frozenset(lists.get("gives_leave", "").split()),
        measured=frozenset(lists.get("measured", "").split()),
        negative_phrases=phrases("negative_phrases"),
        empty_phrases=phrases("empty_phrases"),
        opposites=pairs("opposites"),
        contraries=pairs("contraries"),
    )
