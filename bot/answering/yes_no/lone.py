"""The time or number of an event that stands above a sentence and is the only one there.

"The fifth round was held in July. In the end there was no agreement." tells of July and of the
fifth round, whatever the second sentence calls it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Set
from functools import cache

from bot.answering.grammar.sentence import Sentence
from bot.answering.yes_no.implied import noun_phrase
from retrieval.analysis import analyser
from retrieval.lexicon import lexicon

_ORDINAL = re.compile(r"\d+th")


def lone_times(
    missing: Set[str], asked: Sentence, stated: Sentence, *, above: Set[str], covered: Set[str]
) -> set[str]:
    """The missing ordinal or month that alone stands above a sentence which tells no other."""
    months = _months(asked.language)
    found = _lone(missing, stated, above, months.__contains__)
    ordinal = _lone(missing, stated, above, lambda term: bool(_ORDINAL.fullmatch(term)))
    return found | {term for term in ordinal if _counted(asked, term) & covered}


def _lone(
    missing: Set[str], stated: Sentence, above: Set[str], is_one: Callable[[str], bool]
) -> set[str]:
    wanted = {term for term in missing if is_one(term)}
    there = {term for term in above if is_one(term)}
    return wanted if wanted == there and not any(map(is_one, stated.terms)) else set()


def _counted(asked: Sentence, ordinal: str) -> set[str]:
    """What an ordinal counts: the round of "the fifth round"."""
    return noun_phrase(asked, asked.terms.index(ordinal) + 1) if ordinal in asked.terms else set()


@cache
def _months(language: str) -> frozenset[str]:
    words = str(lexicon(language).get("cues", {}).get("month", "")).split()
    return frozenset(map(analyser(language).term, words))
