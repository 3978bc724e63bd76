"""What became of the people whom a figure counts: killed, hurt, missing, saved or arrested.

Asked how many were killed, "22 people are still missing" tells another number, not another side.
"""

from __future__ import annotations

from functools import cache

from bot.answering.amounts.quantities import AMOUNTS
from retrieval.analysis import analyser
from retrieval.entities import mentions
from retrieval.lexicon import lexicon
from retrieval.question import Question
from retrieval.records import Span


def is_of_another_fate(question: Question, text: str, span: Span) -> bool:
    """Whether the amount at a span of a text counts those of another fate than is asked about.

    Its fate is told between it and the next amount, else before it: "seven were hurt", "claimed
    seven lives".
    """
    known = _fates(question.language)
    asked = {fate for token in question.content if (fate := known.get(token.term))}
    if not asked:
        return False
    amounts = [m.span for m in mentions(text, language=question.language) if m.kind in AMOUNTS]
    starts = [each.start for each in amounts if each.start >= span.end]
    ends = [each.end for each in amounts if each.end <= span.start]
    tokens = [
        (token.start, known[token.term])
        for token in analyser(question.language).tokens(text)
        if token.term in known
    ]
    behind = [fate for at, fate in tokens if span.start <= at < min(starts, default=len(text))]
    before = [fate for at, fate in tokens if max(ends, default=0) <= at < span.start]
    told = behind[:1] or before[-1:]
    return bool(told) and asked.isdisjoint(told)


@cache
def _fates(language: str) -> dict[str, int]:
    """The number of the fate that each term tells."""
    rows = str(lexicon(f"statements_{language}").get("fates", {}).get("rows", "")).splitlines()
    term = analyser(language).term
    return {term(word): number for number, row in enumerate(rows, 1) for word in row.split()}
