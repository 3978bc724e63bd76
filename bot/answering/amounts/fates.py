"""What became of the people whom a figure counts: killed, hurt, missing, saved or arrested.

Asked how many were killed, "22 people are still missing" tells another number, not another side.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from bot.answering.amounts.quantities import AMOUNTS
from bot.answering.grammar.lexical import pattern
from retrieval.analysis import analyser
from retrieval.entities import mentions
from retrieval.lexicon import lexicon
from retrieval.question import Question
from retrieval.records import Span


def is_of_another_fate(question: Question, text: str, span: Span) -> bool:
    """Whether the amount at a span of a text counts those of another fate than is asked about.

    Those who drowned are not all who were on board.
    """
    asked = fates_asked(question)
    told = _fate_told(text, span, _amounts(text, question.language), question.language)
    if not asked:
        present = pattern("amounts.present", question.language).search(question.text)
        return told is not None and present is not None
    return told is not None and told not in asked


def counts_fate(question: Question, text: str) -> bool:
    """Whether a text counts those of the fate that a question asks about."""
    asked = fates_asked(question)
    amounts = _amounts(text, question.language) if asked else []
    return any(_fate_told(text, each, amounts, question.language) in asked for each in amounts)


def fates_asked(question: Question) -> frozenset[int]:
    """The numbers of the fates that a question names."""
    known = _fates(question.language)
    return frozenset(fate for token in question.content if (fate := known.get(token.term)))


def tells_fate(term: str, language: str) -> bool:
    """Whether a term tells what became of somebody."""
    return term in _fates(language)


def _amounts(text: str, language: str) -> list[Span]:
    return [m.span for m in mentions(text, language=language) if m.kind in AMOUNTS]


def _fate_told(text: str, span: Span, amounts: Sequence[Span], language: str) -> int | None:
    """The fate of those whom the amount at a span counts: told between it and the next amount, else
    before it: "seven were hurt", "claimed seven lives".
    """
    known = _fates(language)
    starts = [each.start for each in amounts if each.start >= span.end]
    ends = [each.end for each in amounts if each.end <= span.start]
    tokens = [
        (token.start, known[token.term])
        for token in analyser(language).tokens(text)
        if token.term in known
    ]
    behind = [fate for at, fate in tokens if span.start <= at < min(starts, default=len(text))]
    before = [fate for at, fate in tokens if max(ends, default=0) <= at < span.start]
    return next(iter(behind[:1] or before[-1:]), None)


@cache
def _fates(language: str) -> dict[str, int]:
    """The number of the fate that each term tells."""
    rows = str(lexicon(f"statements_{language}").get("fates", {}).get("rows", "")).splitlines()
    term = analyser(language).term
    return {term(word): number for number, row in enumerate(rows, 1) for word in row.split()}
