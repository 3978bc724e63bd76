"""Streets that share one word of their names: Mill Lane is not Mill Street."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from retrieval.lexicon import lexicon
from retrieval.question import Question
from retrieval.retriever import Findings

_LOOKED_AT = 10  # best hits


def without_other_streets(found: Findings) -> Findings:
    """What was found without passages on another street than the one asked about.

    Nothing is left where that is all that the best of them speak of.
    """
    kinds = _kinds(found.question.language)
    named = streets(found.question)
    if not named or not found.hits:
        return found
    best = found.hits[:_LOOKED_AT]
    kept = [hit for hit in best if not _is_of_another(hit.passage.text, named, kinds)]
    if len(kept) == len(best):
        return found
    if not kept:
        return Findings(found.question, (), found.confidence, found.unknown, (), found.respelt)
    return found.narrowed((*kept, *found.hits[_LOOKED_AT:]))


def streets(question: Question) -> frozenset[tuple[str, str]]:
    """The names of two words with which a question names a street, casefolded."""
    words = [question.text[t.start : t.end].casefold() for t in question.terms]
    content = {question.text[t.start : t.end].casefold() for t in question.content}
    kinds = _kinds(question.language)
    return frozenset(
        (first, kind) for first, kind in pairwise(words) if kind in kinds and first in content
    )


def _is_of_another(text: str, named: frozenset[tuple[str, str]], kinds: frozenset[str]) -> bool:
    """Whether a text has the first word of a street's name only in another's, by its capitals."""
    return any(
        (found := _second(first).findall(text))
        and kind not in text.casefold()
        and all(other.casefold() in kinds for other in found)
        for first, kind in named
    )


@lru_cache(maxsize=64)
def _second(first: str) -> re.Pattern[str]:
    """What stands in capitals behind a word in capitals."""
    return re.compile(rf"\b{re.escape(first[0].upper() + first[1:])}(?: ([A-Z]\w*))?")


@lru_cache(maxsize=8)
def _kinds(language: str) -> frozenset[str]:
    """The nouns with which the names of streets end."""
    return frozenset(
        str(lexicon(f"entities_{language}").get("cues", {}).get("street_words", "")).split()
    )
