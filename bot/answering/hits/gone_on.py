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
    if not behind:
        return found
    verb = read_question(found.question).verb
    telling = _alike(found.question, verb) if verb else _holding(found.question)
    terms = analyser(found.question.language).terms
    if not telling or not telling.isdisjoint(terms(found.hits[0].passage.text)):
        return found
    gain = _GAIN if verb else _GAIN_THERE

    def odds(hit: Hit) -> float:
        tells = hit.passage.number in behind and not telling.isdisjoint(terms(hit.passage.text))
        return log_odds(hit.probability) + gain * tells

    return replace(found, hits=reordered(found.hits, odds))


def _alike(question: Question, verb: str) -> frozenset[str]:
    """The terms of the verb asked about and, where a thing is asked for, of others for it."""
    saying = words_of(question.language).saying
    if verb in analyser(question.language).stop_terms:
        return NOTHING
    if verb in saying:
        return saying  # who told it said it, too
    plain = question.kind is Kind.WHAT and question.wanted is Wanted.THING
    return alike(verb, question.language, least=PUT) if plain else frozenset({verb})


def _holding(question: Question) -> frozenset[str]:
    """The terms of verbs of holding, where it is asked what there is."""
    if listed("gone_on.there", question.language).isdisjoint(question.words):
        return NOTHING
    term = analyser(question.language).term
    return frozenset(map(term, listed("gone_on.holding", question.language)))
