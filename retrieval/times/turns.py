"""The turns of a series: "the second round" is spoken of until another round is named.

A sentence that names no turn speaks of the one that its paragraph named last. Asked about the third
mission, a sentence in a paragraph on the first is no answer, however well it fits.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from retrieval.analysis import analyser
from retrieval.odds import shifted
from retrieval.question import Question
from retrieval.records import Hit, Passage
from retrieval.synonyms import alternatives

SAME = 0.5  # log-odds that a sentence gains where its paragraph has named the turn asked about
OTHER = -4.0  # that it gains where the paragraph has named another one last
_ORDINAL = re.compile(r"\d+th")
_BEHIND = 2  # words behind an ordinal among which stands what it counts


def in_turn(question: Question, hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """The hits again, those that speak of another turn than the question's behind, best first.

    Where the question names no turn, or more than one, they stay as they are.
    """
    asked = _turns(analyser(question.language).terms(question.text))
    if len(asked) != 1:
        return tuple(hits)
    ((turn, behind),) = asked
    counted = _counted(question, behind)
    moved = [_moved(hit, turn, counted) for hit in hits]
    return tuple(sorted(moved, key=lambda hit: -hit.probability))


def _turns(terms: Sequence[str]) -> list[tuple[str, frozenset[str]]]:
    """Each ordinal with the terms among which stands what it counts."""
    return [
        (term, frozenset(terms[place : place + _BEHIND]))
        for place, term in enumerate(terms, start=1)
        if term.endswith("th") and _ORDINAL.fullmatch(term)
    ]


def _counted(question: Question, behind: frozenset[str]) -> frozenset[str]:
    """What may be called by the nouns behind an ordinal: a "round" may be called "meeting"."""
    nouns = [token.term for token in question.content if token.term in behind]
    return frozenset(nouns).union(*alternatives(nouns, language=question.language).values())


def _moved(hit: Hit, turn: str, counted: frozenset[str]) -> Hit:
    """A hit made likelier or less likely by the turn that its paragraph speaks of, if by any."""
    analysis = analyser(hit.passage.document.language)
    if turn in analysis.terms(hit.passage.text):
        return hit
    spoken_of = _spoken_of(hit.passage, counted)
    if spoken_of is None:
        return hit
    gain = SAME if spoken_of == turn else OTHER
    return hit._replace(probability=shifted(hit.probability, gain))


def _spoken_of(passage: Passage, counted: frozenset[str]) -> str | None:
    """The turn that the sentence or what precedes it in its paragraph names last."""
    document = passage.document
    place = bisect_right(document.blocks, passage.start, key=lambda block: block.start)
    start = document.blocks[place - 1].start if place else passage.start
    terms = analyser(document.language).terms(document.part(start, passage.end))
    named = [turn for turn, behind in _turns(terms) if behind & counted]
    return named[-1] if named else None
