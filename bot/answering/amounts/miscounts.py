"""Lifted words that count something else than is asked for, or what there is in some case only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.answering.amounts.counting import asks_how_many, counted_in, counts_another
from bot.answering.amounts.quantities import ABSOLUTE
from bot.answering.grammar.lexical import pattern
from bot.answering.grammar.question import read_question
from bot.answering.grammar.sentence import read_sentence
from retrieval.entities import mentions
from retrieval.question import Question
from retrieval.records import Span


def amounts_to_another(question: Question, text: str, span: Span) -> bool:
    """Whether words count something else than what it is asked how many of there are."""
    head = read_question(question).head
    if not head or not asks_how_many(question):
        return False
    counted = counted_in(question, head)
    sentence = read_sentence(text, language=question.language)
    return any(
        mention.kind in ABSOLUTE
        and mention.span.overlaps(span)
        and counts_another(sentence, mention, counted)
        for mention in mentions(text, language=question.language)
    )


def counts_in_a_case(question: Question, text: str, span: Span) -> bool:
    """Whether words count in some case, where it is asked how many there are in all.

    Neither "any two members may" nor "when there are 5 members or fewer" tells that, nor what
    stands behind the whole: "has up to nine members, of whom at least 3".
    """
    language = question.language
    if not pattern("amounts.of_all", language).search(question.text):
        return False
    if any(each.start() <= span.start < each.end() for each in _ratios(text, language)):
        return True
    whole = pattern("amounts.whole", language).search(text)
    if whole is not None and span.start >= whole.end():
        return True
    if pattern("amounts.or_so", language).search(text[span.start :]):
        return True
    return pattern("amounts.in_case", language).search(text[: span.start]) is not None


def _ratios(text: str, language: str) -> Iterator[re.Match[str]]:
    """Where a text tells one part in several: "nine in ten households"."""
    return pattern("amounts.ratio", language).finditer(text)
