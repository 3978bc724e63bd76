"""The words of a language that ask, by what they tell of a question."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from retrieval.lexicon import lexicon
from retrieval.question.kinds import Kind, Wanted

ASKING = {
    "who": (Kind.WHO, Wanted.PERSON),
    "whom": (Kind.WHO, Wanted.PERSON),
    "whose": (Kind.WHO, Wanted.PERSON),
    "when": (Kind.WHEN, Wanted.DATE),
    "where": (Kind.WHERE, Wanted.PLACE),
    "why": (Kind.WHY, Wanted.REASON),
    "which": (Kind.WHICH, Wanted.THING),
    "what": (Kind.WHAT, Wanted.THING),
    "how": (Kind.HOW, Wanted.MANNER),
}
_AMOUNTS = frozenset({"many", "much"})


@dataclass(frozen=True, slots=True)
class Grammar:
    """The question words of one language."""

    chat: Mapping[str, str]
    hollow: frozenset[str]
    leads: re.Pattern[str]
    openings: re.Pattern[str]
    tails: re.Pattern[str]
    tail_leads: re.Pattern[str]
    auxiliaries: frozenset[str]
    lists: re.Pattern[str]
    definitions: re.Pattern[str]
    of_chains: frozenset[str]
    sorts: frozenset[str]
    causing: frozenset[str]
    making: frozenset[str]
    requests: frozenset[str]
    numbering: frozenset[str]
    kinds: frozenset[str]
    paying: frozenset[str]
    nouns: Mapping[str, Wanted]
    adjectives: Mapping[str, Wanted]
    amounts: frozenset[str]
    idle: frozenset[str]
    light: frozenset[str]
    aged: frozenset[tuple[str, str]]
    titles: frozenset[str]
    numbered: frozenset[str]
    past: frozenset[str]
    undergone: frozenset[str]
    bases: frozenset[str]
    being: frozenset[str]
    definite: frozenset[str]
    pointing: frozenset[str]
    breaks: frozenset[str]
    beside: frozenset[str]
    plurals: frozenset[str]
    portioning: frozenset[str]
    limits: frozenset[str]
    lasting: frozenset[str]
    going: frozenset[str]
    child: str
    series: frozenset[str]
    predicates: frozenset[str]

    def asks(self, word: str) -> bool:
        """Whether a word belongs to the form of a question, not to its content."""
        asks = word in ASKING or word in self.auxiliaries or word in _AMOUNTS
        return asks or word in self.hollow


@cache
def grammar_of(language: str) -> Grammar:
    """The question words of `language`; empty tables where its lexicon has none."""
    tables = lexicon(language)
    words: dict[str, Any] = tables.get("question", {})
    wanted: dict[str, str] = tables.get("wanted", {})

    def listed(name: str) -> frozenset[str]:
        return frozenset(words.get(name, "").split())

    tails, tail_leads = (_spelt_out(words, name) for name in ("tails", "tail_leads"))
    leads = [*sorted(words.get("leads", []), key=len, reverse=True), *tail_leads]
    adjectives = {
        **dict.fromkeys(listed("how_number"), Wanted.NUMBER),
        **dict.fromkeys(listed("how_duration"), Wanted.DURATION),
        **dict.fromkeys(listed("how_money"), Wanted.MONEY),
    }
    return Grammar(
        chat=tables.get("chat", {}),
        hollow=listed("hollow"),
        leads=_alternatives(leads, r"[\s,]*(?:(?:{})\b[\s,:]*)+"),
        openings=_alternatives(words.get("openings", []), r"[\s,]*(?:{})\b"),
        tails=_alternatives(tails, r"[\s,;:–—-]*\b(?:{})[\s?!.]*$"),
        tail_leads=_alternatives(tail_leads, r"[\s,]*(?:{})\b"),
        auxiliaries=listed("auxiliaries"),
        lists=_alternatives(words.get("lists", []), r"\b(?:{})\b"),
        definitions=_alternatives(words.get("definitions", []), r"\b(?:{})\b"),
        of_chains=listed("of_chains"),
        sorts=listed("sorts"),
        causing=listed("causing"),
        making=listed("making"),
        requests=listed("requests"),
        kinds=listed("kinds"),
        numbering=listed("numbering"),
        paying=listed("paying"),
        nouns={noun: Wanted(kind) for kind, nouns in wanted.items() for noun in nouns.split()},
        adjectives=adjectives,
        amounts=listed("how_amount"),
        idle=listed("how_idle"),
        light=listed("light"),
        aged=frozenset(map(_pair, listed("aged"))),
        titles=listed("titles"),
        numbered=listed("numbered"),
        past=frozenset(" ".join(tables.get("irregular", {}).values()).split()),
        undergone=listed("undergone"),
        bases=frozenset(tables.get("irregular", {})),
        being=listed("being"),
        definite=listed("definite"),
        pointing=listed("pointing"),
        breaks=listed("breaks"),
        beside=listed("beside"),
        plurals=listed("plurals"),
        portioning=listed("portioning"),
        limits=listed("limits"),
        lasting=listed("lasting"),
        going=listed("going"),
        child=words.get("child", ""),
        series=listed("series"),
        predicates=listed("predicates"),
    )


def _spelt_out(words: Mapping[str, Any], name: str) -> list[str]:
    """Some patterns of the lexicon, with what their words in capitals stand for put in."""
    patterns: list[str] = words.get(name, [])
    for short, whole in words.get("several", {}).items():
        patterns = [pattern.replace(short, whole) for pattern in patterns]
    return patterns


def _alternatives(words: list[str], frame: str) -> re.Pattern[str]:
    """A pattern of words in a frame; one that matches nothing where there are no words."""
    return re.compile(frame.replace("{}", "|".join(words)) if words else r"(?!)", re.IGNORECASE)


def _pair(joined: str) -> tuple[str, str]:
    before, _, behind = joined.partition(":")
    return before, behind
