"""What somebody said about a matter: sentences that name the matter come first.

"What did Ida Holm say about the pier?" is told by "the pier would stay, she said", hardly by
whatever else Ida Holm said.
"""

from __future__ import annotations

from dataclasses import replace

from bot.answering.grammar.alike import weight_shared
from bot.answering.grammar.asked_part import terms_named
from bot.answering.grammar.lexical import pattern
from bot.answering.hits.reordering import reordered
from retrieval.analysis import analyser
from retrieval.odds import log_odds
from retrieval.question import Question
from retrieval.records import Hit
from retrieval.retriever import Findings, Retriever

GAIN = 2.5  # log-odds by which a sentence with all of the matter may be less likely


def topic_first(found: Findings, retriever: Retriever) -> Findings:
    """What was found, sentences on the matter of which somebody spoke first."""
    question = found.question
    topic = topic_asked(question)
    if not topic or not found.hits:
        return found
    terms = analyser(question.language).terms

    def odds(hit: Hit) -> float:
        said = frozenset(terms(hit.passage.text))
        share = weight_shared(topic, said, question.language, retriever.idf)
        return log_odds(hit.probability) + GAIN * share

    return replace(found, hits=reordered(found.hits, odds))


def topic_asked(question: Question) -> frozenset[str]:
    """The terms of the matter about which it is asked what somebody said; none where none is."""
    named = pattern("saying.about", question.language)
    return terms_named(question, named, group="topic")
