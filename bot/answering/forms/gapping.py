"""Gapping: what is told in clauses that leave out the verb of the one before.

"Lind came second and Holm third", "paper goes into the blue bin and glass into the green one".
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.answering.grammar.lexical import listed, pattern
from bot.answering.grammar.sentence import Sentence
from retrieval.analysis import analyser
from retrieval.question import Kind, Question, Wanted
from retrieval.records import Span

_NAME = "NCDz-&"
_BETWEEN = frozenset("XVEPD")
_REACH = 4  # tokens between a name and the place it came in
_TIES = frozenset(",&")
_ENDS = frozenset(",&.S")
_OF_THINGS = frozenset({Kind.WHICH, Kind.WHAT, Kind.WHERE})


def placed_told(question: Question, sentence: Sentence) -> Span | None:
    """Who came in a place that is asked for: "Holm third"."""
    asked = pattern("placings.asked", question.language).match(question.text)
    if asked is None:
        return None
    nth = analyser(question.language).terms(asked["nth"])
    places = [n for n, term in enumerate(sentence.terms) if [term] == nth]
    if len(places) != 1 or sentence.tags[places[0] + 1 : places[0] + 2] not in ("", *".,&;PA"):
        return None
    end = places[0]
    while end > max(places[0] - _REACH, 0) and _ties_to_place(sentence, end - 1):
        end -= 1
    start = end
    while start and sentence.tags[start - 1] in _NAME:
        start -= 1
    while start < end and sentence.tags[start] == "&":
        start += 1
    named = "C" in sentence.tags[start:end]
    return Span(*sentence.slice(start, end)) if named else None


def _ties_to_place(sentence: Sentence, place: int) -> bool:
    """Whether a token stands between who came in a place and the place: "came in the"."""
    coming = listed("placings.coming", sentence.language)
    return sentence.words[place] in coming or (
        sentence.tags[place] in _BETWEEN and sentence.tags[place + 1] not in "NC"
    )


def told_in_gap(question: Question, sentence: Sentence) -> Span | None:
    """What stands behind the thing asked about in a clause without a verb: "the green one"."""
    if question.kind not in _OF_THINGS or question.wanted is Wanted.PERSON:
        return None
    asked = {token.term for token in question.content}
    found = [
        gap for verb, start in _openings(sentence) if (gap := _gap(sentence, verb, start, asked))
    ]
    return found[0] if len(found) == 1 else None


def _openings(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """The first verb of a sentence, and each token behind a comma or "and" after it."""
    verb = next((n for n, tag in enumerate(sentence.tags) if tag in "VE"), len(sentence.tags))
    for place in range(verb, len(sentence.tags)):
        if sentence.tags[place] in _TIES:
            yield verb, place + 1


def _gap(sentence: Sentence, verb: int, start: int, asked: set[str]) -> Span | None:
    """What a clause says of the asked thing that it opens with, parallel to the clause before."""
    end = next((n for n in range(start, len(sentence.tags)) if sentence.tags[n] in _ENDS), 0)
    leading = next((n for n in range(start, end) if sentence.tags[n] == "P"), 0)
    clause, thing = sentence.tags[start:end], sentence.terms[start:leading]
    if not leading or set(clause) & set("XVEGR") or asked.isdisjoint(thing):
        return None
    parallel = sentence.words[leading] in sentence.words[verb : start - 1]
    whole = set(sentence.tags[leading + 1 : end]) <= set("DNC#A-")
    if not parallel or not whole or leading + 1 >= end or "P" in clause[leading - start + 1 :]:
        return None
    return Span(*sentence.slice(leading + 1, end))
