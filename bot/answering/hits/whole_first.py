"""How many there are in all, told by what has them or consists of them, before what counts some.

"The board has five directors" tells how many are on it, "any two directors may" does not.
"""

from __future__ import annotations

from dataclasses import replace

from bot.answering.grammar.lexical import pattern
from bot.answering.hits.reordering import put_first
from retrieval.analysis import analyser
from retrieval.question import Question
from retrieval.retriever import Findings


def whole_first(found: Findings) -> Findings:
    """What was found, first the sentence that tells of how many the whole asked about consists."""
    question = found.question
    if not found.hits or not pattern("amounts.of_all", question.language).search(question.text):
        return found
    best = found.hits[0].passage.text
    if _tells_whole(question, best) or _counts(best, question.language):
        return found
    for hit in (*found.hits, *found.behind):
        if _tells_whole(question, hit.passage.text):
            likely = found.hits[0].probability
            hits = put_first([hit.passage], found.hits, likely=likely)
            return replace(found, hits=hits[: len(found.hits)])
    return found


def _counts(text: str, language: str) -> bool:
    """Whether a sentence has a figure that is not one of some case alone: "of eight boatmen"."""
    figure = pattern("amounts.figure", language).search(text)
    return figure is not None and not pattern("amounts.some", language).search(text)


def _tells_whole(question: Question, text: str) -> bool:
    """Whether a figure stands behind "has" or "consists of", a word that is asked about before.

    That of what is counted stands behind, or the other way round: "there are five on the board".
    """
    told = pattern("amounts.whole", question.language).search(text)
    if told is None:
        return False
    terms = analyser(question.language).terms
    asked = {token.term for token in question.content}
    before = set(terms(text[: told.start()].rsplit(". ", 1)[-1])) & asked
    beside = set(terms(text[told.start() :])) & asked
    held = told["of"] is not None or bool(beside - before)
    return (
        bool(before)
        and held
        and not pattern("amounts.in_case", question.language).search(text[: told.start()])
    )
