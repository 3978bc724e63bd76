"""Sentences that go on with a pronoun and the verb asked about, before what they go on from.

"What does the charter demand?" is told by "It demands two wells", not by "The charter was sealed in
spring", which only names it.
"""

from __future__ import annotations

from dataclasses import replace

from bot.answering.grammar.question import read_question
from bot.answering.grammar.words import words_of
from bot.answering.hits.likely import going_on
from bot.answering.hits.reordering import reordered
from retrieval.analysis import analyser
from retrieval.odds import log_odds
from retrieval.records import Hit
from retrieval.retriever import Findings

_GAIN = 2.0  # log-odds by which it may be less likely


def continuation_first(found: Findings) -> Findings:
    """What was found, first a sentence that goes on from the best one with the verb asked about."""
    if not found.hits:
        return found
    behind = going_on(found.hits)
    verb = read_question(found.question).verb if behind else ""
    analysis = analyser(found.question.language)
    if not verb or verb in analysis.stop_terms:
        return found
    saying = words_of(found.question.language).saying
    alike = saying if verb in saying else {verb}  # who told somebody said it, too
    if not alike.isdisjoint(analysis.terms(found.hits[0].passage.text)):
        return found

    def odds(hit: Hit) -> float:
        tells = hit.passage.number in behind and verb in analysis.terms(hit.passage.text)
        return log_odds(hit.probability) + _GAIN * tells

    return replace(found, hits=reordered(found.hits, odds))
