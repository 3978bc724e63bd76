"""Dates, sums and spans of time as the patterns of Spanish and Russian write them, made whole.

"El 18 de septiembre a las 19:30" is when, not "19:30"; a room's number is no price.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from retrieval.analysis import analyser
from retrieval.lexicon import lexicon
from retrieval.question import Kind, Question, Wanted
from retrieval.records import Span

_NAMES = {
    Wanted.DATE: "date",
    Wanted.MONEY: "money",
    Wanted.DURATION: "duration",
    Wanted.NUMBER: "number",
}
_NUMBERED = re.compile(r"(?P<noun>[^\W\d_]+) (?:№ ?|n\.? ?º ?)?\d+[^\W\d_]?\b")
_NEEDED = frozenset({Wanted.MONEY, Wanted.DURATION})


def as_written(question: Question, text: str, span: Span) -> Span:
    """Lifted words as the one date, sum or span of time that they are a part of; else the words."""
    if question.kind is Kind.WHO:
        return _without_verb(question, text, span)
    if numbered := _numbered(question, text):
        return numbered
    found = written(question, text)
    touched = [each for each in found if each.overlaps(span)]
    if question.wanted is Wanted.NUMBER:
        counted = [each for each in found if _counts_asked(question, text, each)]
        return counted[0] if len(counted) == 1 else span
    if len(touched) != 1:
        return span
    return touched[0]


def _numbered(question: Question, text: str) -> Span | None:
    """The one number behind the noun that is asked for: "sala 12" for "¿en qué sala?"."""
    asked = _asked_noun(question.language, "which").search(question.text)
    terms = analyser(question.language).terms
    found = [
        Span(*one.span())
        for one in (_NUMBERED.finditer(text) if asked else ())
        if asked is not None and terms(one["noun"]) == terms(asked[1])
    ]
    return found[0] if len(found) == 1 else None


def is_unwritten(question: Question, text: str, span: Span) -> bool:
    """Whether words are no sum or span of time where one is asked for, or a date for a reason."""
    if question.wanted is Wanted.REASON:
        return any(each.overlaps(span) for each in _found(text, question.language, "date"))
    if question.wanted not in _NEEDED or _pattern(question.language, "money") is None:
        return False
    return not any(each.overlaps(span) for each in written(question, text))


def written(question: Question, text: str) -> tuple[Span, ...]:
    """What a text writes of the kind asked for; nothing in a language without such patterns."""
    name = _NAMES.get(question.wanted)
    return _found(text, question.language, name) if name else ()


def _counts_asked(question: Question, text: str, span: Span) -> bool:
    """Whether a number counts the noun that stands behind "how many" in a question."""
    asked = _asked_noun(question.language, "how_many").search(question.text)
    terms = analyser(question.language).terms
    return asked is not None and terms(text[span.start : span.end])[-1:] == terms(asked[1])


def _without_verb(question: Question, text: str, span: Span) -> Span:
    """A name without the verb behind it: "Nina Orlova" of "Nina Orlova said"."""
    verb = _pattern(question.language, "behind_name")
    found = verb.search(text, span.start, span.end) if verb else None
    return Span(span.start, found.start()) if found and found.end() == span.end else span


@lru_cache(maxsize=256)
def _found(text: str, language: str, name: str) -> tuple[Span, ...]:
    pattern = _pattern(language, name)
    return tuple(Span(*one.span()) for one in pattern.finditer(text)) if pattern else ()


@cache
def _pattern(language: str, name: str) -> re.Pattern[str] | None:
    """How a language writes something; None where that is not known."""
    told = lexicon(f"statements_{language}").get("written", {}).get(name)
    return re.compile(told, re.IGNORECASE | re.VERBOSE) if told else None


@cache
def _asked_noun(language: str, name: str) -> re.Pattern[str]:
    """What asks which one or how many of something there are, the noun in its group."""
    words = str(lexicon(f"statements_{language}").get("written", {}).get(name, "(?!)"))
    return re.compile(rf"\b(?:{words})\s+(\w+)", re.IGNORECASE)
