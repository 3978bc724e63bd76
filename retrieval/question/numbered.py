"""What is told by its number in a row, before or behind: "round six", "the sixth round"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from retrieval.analysis import Token
from retrieval.question.grammar import grammar_of
from retrieval.question.parsing import Question

_FIGURE = re.compile(r"[1-9]\d?")
_ORDINAL = re.compile(r"(\d+)th")  # the term of any ordinal, in figures or in letters


def in_a_row(question: Question) -> Iterator[tuple[Token, str, str]]:
    """Each "six" of "round six", with the two terms as they stand and the term of "sixth"."""
    series = grammar_of(question.language).series
    for noun, token in pairwise(question.terms):
        word = question.text[noun.start : noun.end].casefold()
        if word in series and _FIGURE.fullmatch(token.term):
            yield token, f"{noun.term} {token.term}", f"{token.term}th"


def by_number(question: Question) -> Iterator[tuple[str, str]]:
    """The term of each ordinal, with what says the same by a number: "round 6" for the sixth round,
    "24" for the 24th of December.
    """
    series = grammar_of(question.language).series
    words = [question.text[token.start : token.end].casefold() for token in question.terms]
    for place, token in enumerate(question.terms):
        found = _ORDINAL.fullmatch(token.term)
        if found is None:
            continue
        near = (place + 1, place - 1, place + 2)
        for other in (n for n in near if 0 <= n < len(words)):
            noun = question.terms[other].term
            if words[other] in series and other != place + 2:
                yield token.term, f"{noun} {found[1]}"
            elif _is_dated(question, token, question.terms[other]):
                yield token.term, found[1]


def _is_dated(question: Question, token: Token, month: Token) -> bool:
    """Whether an ordinal and a word belong to one date, "the 24th of December"."""
    return month.term.isalpha() and any(
        date.start <= min(token.start, month.start) and max(token.end, month.end) <= date.end
        for date in question.dates
    )
