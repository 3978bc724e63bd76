"""Whose something is: "on whose advice was it sold?" is told by "on the advice of Ida Holm"."""

from __future__ import annotations

from bot.answering.grammar.lexical import pattern
from bot.answering.grammar.sentence import Sentence
from retrieval.analysis import analyser
from retrieval.question import Question
from retrieval.records import Span

_OWNER = "DNC-z"  # tags of an owner behind "of"
_MOST = 8  # tokens


def whose_told(question: Question, sentence: Sentence) -> Span | None:
    """The owner of the thing that "whose" asks about: behind "of", or before it with 's."""
    asked = pattern("people.whose", question.language).match(question.text)
    if asked is None:
        return None
    thing = analyser(question.language).term(asked["thing"])
    places = [n for n, term in enumerate(sentence.terms) if term == thing]
    if len(places) != 1:
        return None
    return _behind_of(sentence, places[0]) or _before(sentence, places[0])


def _behind_of(sentence: Sentence, place: int) -> Span | None:
    """The owner behind "of" and the token at a place: "the advice of Ida Holm"."""
    start = place + 2
    if sentence.tags[place + 1 : start] != "o":
        return None
    end = start
    while end < len(sentence.tags) and end - start < _MOST and sentence.tags[end] in _OWNER:
        end += 1
    named = set(sentence.tags[start:end]) & set("NC")
    return Span(*sentence.slice(start, end)) if named else None


def _before(sentence: Sentence, place: int) -> Span | None:
    """The owner before "'s" and the thing, an adjective between at the most."""
    owned = sentence.tags.rfind("z", max(place - 2, 0), place)
    start = owned
    while start > 0 and owned - start < _MOST and sentence.tags[start - 1] in "NCD-":
        start -= 1
    return Span(*sentence.slice(start, owned)) if 0 <= start < owned else None
