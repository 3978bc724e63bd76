"""The latest of several versions of a text, before the earlier ones that say the like."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answering.grammar.lexical import listed
from bot.answering.hits.reordering import reordered
from retrieval.odds import log_odds
from retrieval.question import Question
from retrieval.records import Hit
from retrieval.retriever import Findings, Retriever

_LOOKED_AT = 10  # best hits
_APART = 1.5  # log odds between a sentence of an earlier version and one of the latest
_NUMBERED = re.compile(r"\d+\.\d")


def editions_first(found: Findings, retriever: Retriever) -> Findings:
    """What was found, sentences of superseded versions behind those of the latest one.

    They go before them where an earlier one is asked for: "the old rule". Asked for a version by
    its number, all stay in place.
    """
    if _NUMBERED.search(found.question.text):
        return found
    old = {
        hit.passage.number
        for hit in found.hits[:_LOOKED_AT]
        if retriever.editions.is_superseded(retriever.passages.document_number(hit.passage.number))
    }
    if not old:
        return found
    shift = _APART if _asks_earlier(found.question) else -_APART

    def odds(hit: Hit) -> float:
        return log_odds(hit.probability) + shift * (hit.passage.number in old)

    return replace(found, hits=reordered(found.hits, odds, most=_LOOKED_AT))


def _asks_earlier(question: Question) -> bool:
    """Whether a question has a word that asks for an earlier version."""
    return not listed("editions.earlier", question.language).isdisjoint(question.words)
