"""Sentences that go on with a pronoun and the verb asked about, before what they go on from.

"What does the charter demand?" is told by "It demands two wells", not by "The charter was sealed in
spring", which only names it; what there is in the hall by "It houses two looms".
"""

from __future__ import annotations

from dataclasses import replace

from bot.answering.grammar.alike import NOTHING, alike
from bot.answering.grammar.lexical import listed
from bot.answering.grammar.question import read_question
from bot.answering.grammar.words import words_of
from bot.answering.hits.likely import going_on
from bot.answering.hits.reordering import reordered
from retrieval.analysis import analyser
from retrieval.odds import log_odds
from retrieval.question import Kind, Question, Wanted
from retrieval.records import Hit
from retrieval.retriever import Findings
from retrieval.synonyms import PUT

_GAIN = 2.0  # log-odds by which it may be less likely
_GAIN_THERE = 4.0  # the same where it is asked what there is


def continuation_first(found: Findings) -> Findings:
    """What was found, first a sentence that goes on from the best one with the verb asked about."""
    behind = going_on(found.hits) if found.hits else ()
    telling = _telling(found.question) if behind else NOTHING
    terms = analyser(found.question.language).terms
    if not telling or not telling.isdisjoint(terms(found.hits[0].passage.text)):
        return found

    gain = _GAIN if read_question(found.question).verb else _GAIN_THERE

    def odds(hit: Hit) -> float:
        tells = hit.passage.number in behind and not telling.isdisjoint(terms(hit.passage.text))
        return log_odds(hit.probability) + gain * tells

    return replace(found, hits=reordered(found.hits, odds))


def _telling(question: Question) -> frozenset[str]:
    """The terms of verbs that tell what is asked: the one asked about and others for it, or those
    of holding where it is asked what there is.
    """
    language, analysis = question.language, analyser(question.language)
    verb, saying = read_question(question).verb, words_of(language).saying
    if not verb and not listed("gone_on.there", language).isdisjoint(question.words):
        return frozenset(map(analysis.term, listed("gone_on.holding", language)))
    if not verb or verb in analysis.stop_terms:
        return NOTHING
    if verb in saying:
        return saying  # who told it said it, too
    plain = question.kind is Kind.WHAT and question.wanted is Wanted.THING
    return alike(verb, language, least=PUT) if plain else frozenset({verb})
