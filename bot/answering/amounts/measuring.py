"""The one amount in a sentence that a question asks for: by its unit, or by what it stands with.

"How fast was the wind?" is told by "140 kilometres an hour", "how heavy is it?" by "13.8 kg",
whatever other amounts stand beside them.
"""

from __future__ import annotations

import re

from bot.answering.amounts.measures import dimension, kin
from bot.answering.amounts.portions import chosen_of
from bot.answering.amounts.quantities import ABSOLUTE
from bot.answering.grammar.asked import read_question
from bot.answering.grammar.sentence import Sentence
from retrieval.entities import Kind as MentionKind
from retrieval.entities import Mention, mentions
from retrieval.question import Question
from retrieval.records import Span

_IN_UNITS = frozenset({"length", "distance", "depth", "weight", "speed", "temperature"})
_MEASURES = ABSOLUTE - {MentionKind.MONEY}
_BETWEEN = 3  # tokens between an amount and what it is an amount of
_RATE = re.compile(r"[ ]?(?:/|an?\b|per\b)[ ]?(?P<unit>\w+)")


def in_unit(question: Question, sentence: Sentence) -> Span | None:
    """The one amount in a unit of what the question measures, with that unit; None without one."""
    measured = dimension(question)
    if measured is None or measured.name not in _IN_UNITS:
        return None
    spans = [
        span
        for mention in mentions(sentence.tokens.text, language=question.language)
        if mention.kind in _MEASURES
        and (span := _with_unit(sentence, mention, measured.units)) is not None
    ]
    return spans[0] if len(spans) == 1 else None


def _with_unit(sentence: Sentence, mention: Mention, units: frozenset[str]) -> Span | None:
    """An amount with one of some units in it or behind it, and with "an hour" behind that."""
    first, behind = sentence.at(mention.start), sentence.at(mention.end)
    unit_behind = units.intersection(sentence.words[behind : behind + 1])
    end = sentence.tokens.ends[behind] if unit_behind else mention.end
    rate = _RATE.match(sentence.tokens.text, end)
    if rate is not None and rate["unit"].casefold() in units:
        return Span(mention.start, rate.end())
    told = unit_behind or units.intersection(sentence.words[first:behind])
    return Span(mention.start, end) if told else None


def price(question: Question, sentence: Sentence) -> Span | None:
    """The one sum of money in a sentence, where the question asks for one."""
    asked = dimension(question)
    if asked is None or MentionKind.MONEY not in asked.kinds:
        return None
    found = mentions(sentence.tokens.text, language=question.language)
    sums = [mention.span for mention in found if mention.kind is MentionKind.MONEY]
    return sums[0] if len(sums) == 1 else None


def amount_counted(question: Question, sentence: Sentence) -> Span | None:
    """The one amount of the very thing that is counted or measured in the question."""
    head = read_question(question).head
    found = [
        mention
        for mention in mentions(sentence.tokens.text, language=question.language)
        if mention.kind in ABSOLUTE and head and _is_amount_of(mention, head, sentence)
    ]
    if len(found) != 1:
        return None
    return chosen_of(question, sentence, found[0].span) or found[0].span


def _is_amount_of(mention: Mention, head: str, sentence: Sentence) -> bool:
    """Whether an amount ends in a noun, or has it right behind, "of" between them at the most."""
    starts, ends = sentence.tokens.starts, sentence.tokens.ends
    last = max((i for i, end in enumerate(ends) if end <= mention.end), default=0)
    if sentence.terms[last] == head and starts[last] > mention.start:
        return True
    for place in range(last + 1, min(last + 1 + _BETWEEN, len(starts))):
        if sentence.terms[place] == head:
            return True
        if sentence.tags[place] not in "NCo":
            return False
    return False


def measure_beside(question: Question, sentence: Sentence) -> Span | None:
    """The one measure of "a depth of 12 metres" or "12 metres deep" to the question how deep."""
    alike = kin(question)
    found = [
        mention
        for mention in mentions(sentence.tokens.text, language=question.language)
        if mention.kind in ABSOLUTE and alike and _stands_with(mention, alike, sentence)
    ]
    return found[0].span if len(found) == 1 else None


def _stands_with(mention: Mention, alike: frozenset[str], sentence: Sentence) -> bool:
    """Whether one of some terms stands right behind an amount, or before it and "of" or "is"."""
    behind = sentence.at(mention.end)
    first = next(n for n, end in enumerate(sentence.tokens.ends) if end > mention.start)
    if sentence.terms[behind : behind + 1] and sentence.terms[behind] in alike:
        return True
    before = range(max(first - _BETWEEN, 0), first)
    return any(sentence.terms[n] in alike for n in before) and any(
        sentence.tags[n] in "oX" for n in before
    )
