"""How many there are of some persons, by a word for all of them: "a town of 28,000" tells how many
live there, "employs 40" how many employees there are.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from bot.answering.grammar.sentence import Sentence
from retrieval.lexicon import lexicon
from retrieval.question import Question
from retrieval.records import Span


class _Collective(NamedTuple):
    """How it is asked for some persons, and how all of them are told."""

    asks: re.Pattern[str]
    told: re.Pattern[str]


def all_told(question: Question, sentence: Sentence) -> Span | None:
    """The number of all who are counted; None where a name of the question is not there."""
    asked = next((c for c in _collectives(question.language) if c.asks.search(question.text)), None)
    told = list(asked.told.finditer(sentence.tokens.text)) if asked else []
    if len(told) != 1 or not _holds_names(question, sentence):
        return None
    return Span(*told[0].span("count"))


def _holds_names(question: Question, sentence: Sentence) -> bool:
    """Whether a sentence has a word of every name of a question."""
    return all(
        any(
            token.term in sentence.terms
            for token in question.content
            if name.start <= token.start < name.end
        )
        for name in question.names
    )


@cache
def _collectives(language: str) -> tuple[_Collective, ...]:
    table = lexicon(f"statements_{language}").get("collectives", {})
    count = table.get("count", "")
    return tuple(
        _Collective(
            re.compile(row["asks"], re.IGNORECASE),
            re.compile(row["told"].replace("COUNT", count), re.IGNORECASE),
        )
        for row in table.values()
        if isinstance(row, dict)
    )
