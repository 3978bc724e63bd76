"""The dates of a life in brackets tell when somebody was born or died without those words."""

from __future__ import annotations

from dataclasses import replace

from bot.answering.grammar.sentence import read_sentence
from bot.answering.hits.reordering import put_first
from bot.answering.times.lives import asked_of_life, life_date
from retrieval.question import Kind
from retrieval.retriever import Findings

SURER = 2.0  # log-odds that such dates behind the whole name add
_LOOKED_AT = 5  # best hits
_LIKELY = 0.9


def lives_first(found: Findings) -> Findings:
    """What was found, first a hit with the dates of the life of the very one asked about.

    The words for birth and death are known then, wherever they stand in the collection.
    """
    question = found.question
    if question.kind is not Kind.WHEN or not question.names or not asked_of_life(question):
        return found
    named = question.names
    whole = {t.term for t in question.content if any(n.start <= t.start < n.end for n in named)}
    for hit in found.hits[:_LOOKED_AT]:
        sentence = read_sentence(hit.passage.text, language=question.language)
        if whole <= set(sentence.terms) and life_date(question, sentence) is not None:
            hits = put_first([hit.passage], found.hits, likely=max(hit.probability, _LIKELY))
            return replace(found.surer(SURER), hits=hits, unknown=())
    return found
