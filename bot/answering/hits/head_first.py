"""What is asked of a thing: a sentence that says the very thing comes first.

"What is the quorum for the annual general meeting?" is told by "the quorum is ten members", not by
whatever else takes place at the annual general meeting.
"""

from __future__ import annotations

from bot.answering.grammar.alike import alike
from bot.answering.grammar.lexical import pattern
from bot.answering.grammar.question import read_question
from bot.answering.hits.blocks import is_heading
from bot.answering.hits.reordering import LOOKED_AT, before_others
from retrieval.analysis import analyser
from retrieval.question import Kind, Question
from retrieval.records import Hit
from retrieval.retriever import Findings

LEAST = 0.1  # how likely a sentence must be, against the best, to come before it
_KINDS = frozenset({Kind.WHAT, Kind.HOW_MANY, Kind.DEFINITION})


def head_first(found: Findings) -> Findings:
    """What was found, first the likeliest sentence that says what is asked for, where the best one
    does in no word and both are of one document.
    """
    head = _head(found.question)
    if not head or len(found.hits) < 2:
        return found
    language = found.question.language
    terms = analyser(language).terms
    best = found.hits[0]
    if alike(head, language) & set(terms(best.passage.text)):
        return found

    def fits(hit: Hit) -> bool:
        same = hit.passage.document.id == best.passage.document.id
        likely = hit.probability >= LEAST * best.probability
        said = not is_heading(hit.passage) and head in terms(hit.passage.text)
        return same and likely and said

    first = next((hit for hit in found.hits[:LOOKED_AT] if fits(hit)), None)
    return found if first is None else before_others(found, [first])


def _head(question: Question) -> str:
    """The noun that names what is asked for, where other words say of what it is asked."""
    asked = read_question(question)
    of = pattern("things.of_what", question.language).match(question.text)
    if question.kind not in _KINDS or of is None:
        return ""
    return (
        asked.head
        if analyser(question.language).terms(of["head"] or of["much"])[-1:] == [asked.head]
        else ""
    )
