"""Whether the names, dates and amounts of a question stand in a sentence, and in which order."""

from __future__ import annotations

import re

from bot.answering.grammar.lexical import pattern
from bot.answering.grammar.sentence import Sentence
from retrieval.analysis import analyser
from retrieval.entities import NAMES, Kind, Mention, mentions
from retrieval.question import Question

_STRICT_KINDS = frozenset(
    {Kind.DATE, Kind.DURATION, Kind.NUMBER, Kind.MONEY, Kind.PERCENTAGE, Kind.ORDINAL}
)


def holds_mentions(
    question: Question, text: str, about: frozenset[str], answered: frozenset[str]
) -> bool:
    """Whether every name, date and quantity of the question stands in the text as well.

    But for those whose terms are `answered` by others.
    """
    found = mentions(text, language=question.language)
    values = {mention.value for mention in found if mention.value}
    analysis = analyser(question.language)
    said = set(analysis.terms(text)) | about

    def held(mention: Mention) -> bool:
        words = question.text[mention.start : mention.end]
        terms = set(analysis.terms(words)) - analysis.stop_terms
        if answered & terms:
            return True
        if mention.kind in _STRICT_KINDS and mention.value:
            return mention.value in values or any(
                mention.value.lstrip("-") in value for value in values if mention.kind is Kind.DATE
            )
        return terms <= said

    wanted = [
        mention
        for mention in mentions(question.text, language=question.language)
        if mention.kind in _STRICT_KINDS or mention.kind in NAMES
    ]
    feast = pattern("yes_no.feast", question.language).search(question.text)
    if feast and feast["name"].casefold() not in text.casefold():
        return False
    return all(held(mention) or _is_named(question.text, mention, text) for mention in wanted)


def swapped(question: Question, stated: Sentence) -> bool:
    """Whether the question's first two names stand in the other order, with no "by" between."""
    names = [mention.value for mention in question.names]
    if len(names) < 2:
        return False
    text = stated.tokens.text
    first, second = (text.find(name) for name in names[:2])
    return (
        0 <= second < first
        and " by " not in text[second:first]
        and " and " not in text[second:first]
    )


def _is_named(asked: str, mention: Mention, text: str) -> bool:
    """Whether a number belongs to a name, "train 1", that the text has as well."""
    before = asked[: mention.start].split()
    if mention.kind is not Kind.NUMBER or not before or not before[-1].isalpha():
        return False
    name = rf"{re.escape(before[-1])}\s+{re.escape(asked[mention.start : mention.end])}"
    return re.search(rf"\b{name}\b", text, re.IGNORECASE) is not None
