"""Lifted words that count something else than is asked for, or what there is in some case only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.answering.amounts.counting import asks_how_many, counted_in, counts_another
from bot.answering.amounts.in_passages import rate_asked
from bot.answering.amounts.quantities import ABSOLUTE, AMOUNTS
from bot.answering.grammar.alike import alike
from bot.answering.grammar.lexical import listed, pattern
from bot.answering.grammar.question import read_question
from bot.answering.grammar.sentence import read_sentence
from retrieval.entities import Kind as MentionKind
from retrieval.entities import mentions
from retrieval.question import Question
from retrieval.records import Span

_AGED = re.compile(r"(?! ?\w)|\s+(?!per\b|%|[a-z]+s\b)")
_BROKEN = re.compile(r"\d{1,3}[.,]\d{1,2}")
_BARE = re.compile(r"(?:under |over )?(?P<figure>\d{1,2}|[a-z]+(?:-[a-z]+)?)")


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


def is_no_count(question: Question, text: str, span: Span) -> bool:
    """Whether a figure with a point in it counts no things: the "1.14" of room 1.14 are no beds."""
    head = read_question(question).head
    if not head or not asks_how_many(question) or _BROKEN.fullmatch(text, *span) is None:
        return False
    sentence = read_sentence(text, language=question.language)
    behind = sentence.terms[sentence.at(span.end) : sentence.at(span.end) + 1]
    return not behind or behind[0] not in alike(head, question.language)


def is_age_of_some(question: Question, text: str, span: Span) -> bool:
    """Whether a bare figure is the age of those of whom a sentence speaks: "children under 12"."""
    figure = _BARE.fullmatch(text, *span)
    if (
        not question.words.isdisjoint(listed("amounts.asks_age", question.language))
        or figure is None
    ):
        return False
    end = figure.start("figure")
    before = pattern("amounts.age_before", question.language).search(text, 0, end)
    return before is not None and _AGED.match(text, span.end) is not None


def is_of_another_rate(question: Question, text: str, span: Span) -> bool:
    """Whether words count in another span of time than the question: "one every four hours"."""
    asked = rate_asked(question)
    told = pattern("amounts.rate_behind", question.language).match(text, span.end)
    if asked is None or told is None:
        return False
    several = told["number"] is not None and told["number"].casefold() not in question.words
    return several or told["unit"].casefold() not in asked


def counts_in_a_case(question: Question, text: str, span: Span) -> bool:
    """Whether words count in some case, where it is asked how many there are in all.

    Neither "any two members may" nor "when there are 5 members or fewer" tells that, nor "may take
    up to 5", nor a share, nor what stands behind the whole: "has nine members, of whom at least 3".
    """
    language = question.language
    if not pattern("amounts.of_all", language).search(question.text):
        return False
    if any(each.start() <= span.start < each.end() for each in _ratios(text, language)):
        return True
    if _is_share_of_all(question, text, span):
        return True
    if pattern("amounts.leave", language).search(text, 0, span.end):
        return True
    whole = pattern("amounts.whole", language).search(text)
    if whole is not None and span.start >= whole.end():
        return True
    if pattern("amounts.or_so", language).search(text[span.start :]):
        return True
    return pattern("amounts.in_case", language).search(text[: span.start]) is not None


def _is_share_of_all(question: Question, text: str, span: Span) -> bool:
    """Whether words are a share, "one fifth", and it is not asked how many of something."""
    if pattern("amounts.of_shares", question.language).search(question.text):
        return False
    return any(
        mention.kind is MentionKind.PERCENTAGE and mention.span.overlaps(span)
        for mention in mentions(text, language=question.language)
    )


def tells_deed_only(question: Question, text: str, span: Span) -> bool:
    """Whether words say who does something, and no amount: "the clerk keeps them"."""
    sentence = read_sentence(text, language=question.language)
    tags = sentence.tags[sentence.at(span.start) : sentence.at(span.end)]
    if "#" in tags or set(tags).isdisjoint("VEX"):
        return False
    return not any(
        mention.kind in AMOUNTS and mention.span.overlaps(span)
        for mention in mentions(text, language=question.language)
    )


def _ratios(text: str, language: str) -> Iterator[re.Match[str]]:
    """Where a text tells one part in several: "nine in ten households"."""
    return pattern("amounts.ratio", language).finditer(text)
