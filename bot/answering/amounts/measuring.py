"""The measure in a sentence: the one amount that stands in a unit of what is asked for.

"How fast was the wind?" is told by "140 kilometres an hour", "how heavy is it?" by "13.8 kg",
whatever other amounts stand beside them.
"""

from __future__ import annotations

import re

from bot.answering.amounts.measures import dimension
from bot.answering.grammar.sentence import Sentence
from retrieval.entities import Kind as MentionKind
from retrieval.entities import Mention, mentions
from retrieval.question import Question
from retrieval.records import Span

_IN_UNITS = frozenset({"length", "distance", "depth", "weight", "speed", "temperature"})
_AMOUNTS = frozenset({MentionKind.NUMBER, MentionKind.DURATION})
_RATE = re.compile(r"[ ]?(?:/|an?\b|per\b)[ ]?(?P<unit>\w+)")


def in_unit(question: Question, sentence: Sentence) -> Span | None:
    """The one amount in a unit of what the question measures, with that unit; None without one."""
    measured = dimension(question)
    if measured is None or measured.name not in _IN_UNITS:
        return None
    spans = [
        span
        for mention in mentions(sentence.tokens.text, language=question.language)
        if mention.kind in _AMOUNTS
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
