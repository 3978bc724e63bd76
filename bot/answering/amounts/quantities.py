"""Numbers, money, shares and durations as intervals, and whether two of them can both be right."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from retrieval.analysis import analyser
from retrieval.entities import Kind, Mention, mentions
from retrieval.entities.tokens import vocabulary
from retrieval.lexicon import lexicon
from retrieval.records import Span

AMOUNTS = frozenset({Kind.NUMBER, Kind.MONEY, Kind.PERCENTAGE, Kind.DURATION})  # kinds of mentions
ABSOLUTE = AMOUNTS - {Kind.PERCENTAGE}  # a share tells no amount of the thing by itself
_FRACTION = re.compile(
    r"(?<![\w/.,-])(?:\d+[ ]?)?"
    r"(?:(?P<sign>[¼½¾⅓⅔⅛⅜⅝⅞])|\b(?P<part>\d{1,2})/(?P<of>\d{1,2})(?![\w/]))"
    r"(?:[ ](?!of\b|the\b|a\b|and\b|or\b|to\b)[^\W\d_]+\.?(?![\w.]))?"
)
_NEAR = 0.1  # what "about" leaves open on each side, as a share of the value
_MOST_ROUNDED = 0.05  # the most that a round number may be away from what it rounds
_BEYOND = 2.0  # "more than 40" is understood as less than twice that


def amount_around(
    text: str, span: Span, *, language: str, kinds: frozenset[Kind] = AMOUNTS
) -> Span:
    """The amount of which some words are a part: "1,500 people" of "1,500"; else the words."""
    found = (m.span for m in mentions(text, language=language) if m.kind in kinds)
    return next((each for each in found if each.covers(span)), span)


def whole_fraction(text: str, span: Span) -> Span:
    """The fraction of which some words are a part, with its unit, else the words.

    >>> whole_fraction("add 1 3/4 cups of milk", Span(6, 7))
    Span(start=4, end=14)
    """
    found = (each.span() for each in _FRACTION.finditer(text) if _is_proper(each))
    return next((Span(*each) for each in found if span.overlaps(Span(*each))), span)


def _is_proper(fraction: re.Match[str]) -> bool:
    """Whether a fraction is less than one: 24/7 and 12/3 are none."""
    return fraction["sign"] is not None or int(fraction["part"]) < int(fraction["of"])


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount of something: `low` to `high` of `of`, a term of what is counted or the unit.

    `value` is the number itself, `step` the place of its last digit that isn't zero (12,000:
    1,000). Durations are in seconds, so that their `of` is "".
    """

    kind: Kind
    of: str
    value: float
    low: float
    high: float
    step: float
    span: Span


def quantity(text: str, mention: Mention, *, language: str) -> Quantity | None:
    """The quantity of a mention; None where it is vague or of another kind."""
    if mention.kind not in AMOUNTS or not mention.value:
        return None
    words = text[mention.start : mention.end]
    number, _, unit = mention.value.partition(" ")
    value, step = float(number), _step(number)
    of = ""
    if mention.kind is Kind.DURATION:
        scale = vocabulary(language).seconds.get(unit, 0)
        if not scale:
            return None
        value, step = value * scale, step * scale
    elif mention.kind is Kind.MONEY:
        of = _currency(words, language)
    elif mention.kind is Kind.NUMBER:
        of = _counted(words, language)
    low, high = _bounds(words, value, language)
    return Quantity(mention.kind, of, value, low, high, step, mention.span)


def comparable(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities are amounts of the same."""
    return one.kind is other.kind and one.of == other.of


def compatible(one: Quantity, other: Quantity) -> bool:
    """Whether two amounts of the same can both be right: one may be rounded, or left open.

    12,000 and 12,300 can, since the first may be the second in round thousands; 12,000 and
    15,000 can't; "more than 400" and 450 can.
    """
    coarse, fine = (one, other) if one.step >= other.step else (other, one)
    slack = 0.0
    if coarse.step > fine.step and coarse.low == coarse.high:  # "about" leaves enough open
        slack = min(coarse.step / 2, _MOST_ROUNDED * coarse.value)
    return coarse.low - slack <= fine.high and fine.low <= coarse.high + slack


def _step(number: str) -> float:
    whole, _, decimals = number.partition(".")
    if decimals:
        return float(10 ** -len(decimals))
    return float(10 ** (len(whole) - len(whole.rstrip("0")))) if whole.strip("0") else 1.0


def _bounds(words: str, value: float, language: str) -> tuple[float, float]:
    """The least and the largest value that words leave possible: "some 400", "more than 400"."""
    said = {word.casefold() for word in words.split()}
    hints = _approximate(language)
    if said & hints["near"]:
        return value * (1 - _NEAR), value * (1 + _NEAR)
    if said & hints["almost"]:
        return value * (1 - _NEAR), value
    if said & hints["above"]:
        return value, value * _BEYOND
    if said & hints["below"]:
        return value / _BEYOND, value
    return value, value


@cache
def _approximate(language: str) -> dict[str, frozenset[str]]:
    """The words that leave a number open, by how they do."""
    lists = lexicon(f"statements_{language}").get("approximate", {})
    names = ("near", "above", "below", "almost")
    return {name: frozenset(lists.get(name, "").split()) for name in names}


def _currency(words: str, language: str) -> str:
    known = vocabulary(language).currencies
    for sign, name in known.items():
        if not sign[0].isalpha() and sign in words:
            return name
    return next((known[w] for word in words.split() if (w := word.casefold()) in known), "")


def _counted(words: str, language: str) -> str:
    """The term of the last word behind the figures, "" where nothing is counted."""
    last = words.split()[-1]
    number = vocabulary(language).kind(last) in "DYNnkKf" or not last[0].isalpha()
    return "" if number else analyser(language).term(last)
