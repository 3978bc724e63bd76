"""The words of a language by which it is read what a sentence says and what it leaves open."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from bot.answering.grammar.polarity import polarity
from retrieval.analysis import analyser
from retrieval.lexicon import lexicon

_TERMS = ("saying", "stative", "once", "once_nouns", "parts", "minding", "serving")
_OF_KINDS = ("personal", "countless", "whenever", "carried", "impersonal", "happens")


@dataclass(frozen=True, slots=True)
class Words:
    """What words of one language mean for what a sentence tells, as terms.

    `hollow` words tell nothing of what a statement is about, `turning` ones turn it round or may.
    Whoever does one of `minding` is no thing. By those from `personal` on it is seen what kind of
    thing is asked for or told.
    """

    reporting: frozenset[str]
    saying: frozenset[str]
    attributing: frozenset[str]
    stative: frozenset[str]
    once: frozenset[str]
    once_nouns: frozenset[str]
    parts: frozenset[str]
    minding: frozenset[str]
    serving: frozenset[str]
    bounds: frozenset[str]
    hollow: frozenset[str]
    turning: frozenset[str]
    personal: frozenset[str]
    countless: frozenset[str]
    whenever: frozenset[str]
    carried: frozenset[str]
    impersonal: frozenset[str]
    happens: frozenset[str]


@cache
def words_of(language: str) -> Words:
    """The words of `language`; empty where there is no list."""
    lists = lexicon(f"statements_{language}")
    kinds = lists.get("absence", {})
    term = analyser(language).term

    def terms(words: str) -> frozenset[str]:
        return frozenset(term(word) for word in words.split())

    told = {name: terms(lists.get(name, "")) for name in _TERMS}
    reporting = terms(lists.get("reporting", "")) | told["saying"]
    approximate = terms(" ".join(lists.get("approximate", {}).values()))
    rules = polarity(language)
    return Words(
        **told,
        **{name: terms(kinds.get(name, "")) for name in _OF_KINDS},
        reporting=reporting,
        attributing=told["saying"] | terms(lists.get("attributing", "")),
        bounds=frozenset(lists.get("bounds", "").split()),
        hollow=analyser(language).stop_terms | reporting | approximate,
        turning=rules.negations | rules.light | told["stative"],
    )
