"""Hits of other documents that tell the like of the first line: its names, or such a figure.

They may confirm it or say a little else: "more than 400 rowers" and "some 450 rowers" can both be
right.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.answering.amounts.quantities import Quantity
from bot.answering.forms.capacities import capacity_asked, names_for
from bot.answering.hits.blocks import is_title
from bot.answering.rivals.figures import Figure, figures
from bot.answering.rivals.signals import counts_alike, figure_of
from bot.answering.times.days import Time
from retrieval.analysis import analyser
from retrieval.entities import NAMES, Kind, mentions
from retrieval.question import Question
from retrieval.records import Document, Hit
from retrieval.synonyms import stand_ins_of_all

LEAST_NAMED = 0.03  # probability of a hit that tells the same names
LEAST_COUNTED = 0.01  # the same of one with such a figure
_SHARE = 0.5  # of the names that must be told
_OF_PERSONS = frozenset({Kind.PERSON, Kind.NAME})
_KEPT = 256  # names
_UNTOLD = (None, None)  # the days of "on Monday"


@dataclass(frozen=True, slots=True)
class _Name:
    """The terms of a name, and whether it is a person's."""

    terms: tuple[str, ...]
    of_person: bool


def telling_alike(
    question: Question, hits: Sequence[Hit], *, main: int, lifted: str
) -> tuple[int, ...]:
    """The numbers of such hits, in order, one a document; none where nothing was `lifted` from the
    hit numbered `main`.
    """
    if not lifted:
        return ()
    names, own = _names_in(question, hits[main], lifted), figure_of(question, hits[main], lifted)

    def alike(hit: Hit) -> bool:
        if is_title(hit.passage) or hit.probability < LEAST_COUNTED:
            return False
        return _tells_names(names, hit) or _tells_figure(own, hit, question.language)

    return _one_a_document(hits, hits[main].passage.document, alike)


def telling_roles(question: Question, hits: Sequence[Hit], *, main: int) -> tuple[int, ...]:
    """The numbers of the hits of other documents than that of `main` that tell the role asked for;
    none where none is.
    """
    if capacity_asked(question) is None:
        return ()
    own = hits[main].passage.document
    return _one_a_document(hits, own, lambda hit: names_for(question, hit.passage.text))


def _one_a_document(
    hits: Sequence[Hit], own: Document, tells: Callable[[Hit], bool]
) -> tuple[int, ...]:
    """The first hit of each other document in its language that tells something, by its number."""
    found: dict[str, int] = {}
    for number, hit in enumerate(hits):
        other = hit.passage.document
        if other.language == own.language and other.id not in {own.id, *found} and tells(hit):
            found[other.id] = number
    return tuple(found.values())


def _names_in(question: Question, hit: Hit, lifted: str) -> list[_Name]:
    """The names in what was lifted from a hit that the question doesn't tell."""
    text, language = hit.passage.text, question.language
    start = text.find(lifted)
    asked = {token.term for token in question.terms}
    found = (
        _Name(tuple(analyser(language).terms(text[m.start : m.end])), m.kind is Kind.PERSON)
        for m in mentions(text, language=language)
        if m.kind in NAMES and 0 <= start <= m.start < start + len(lifted)
    )
    return [name for name in found if not asked.issuperset(name.terms)]


def _tells_names(names: Sequence[_Name], hit: Hit) -> bool:
    """Whether a likely hit has enough of some names, or the last names of persons.

    The Holm Foundation is not Ida Holm.
    """
    if not names or hit.probability < LEAST_NAMED:
        return False
    text, language = hit.passage.text, hit.passage.document.language
    terms = analyser(language).terms
    held, last = frozenset(terms(text)), set[str]()
    if any(name.of_person for name in names):
        found = (m for m in mentions(text, language=language) if m.kind in _OF_PERSONS)
        last = {term for m in found for term in terms(text[m.start : m.end])[-1:]}
    told = (
        any(way <= held for way in _ways(name, language))
        or (name.of_person and name.terms[-1] in last)
        for name in names
    )
    return sum(told) >= _SHARE * len(names)


@lru_cache(maxsize=_KEPT)
def _ways(name: _Name, language: str) -> tuple[frozenset[str], ...]:
    """The sets of terms of which a passage that tells a name in full has one."""
    phrases = stand_ins_of_all(name.terms, language=language)
    return (frozenset(name.terms), *(frozenset(phrase.split()) for phrase in phrases))


def _tells_figure(own: Figure | None, hit: Hit, language: str) -> bool:
    """Whether a hit has a figure of the same that can be right beside the shown one."""
    if own is None:
        return False
    return any(
        own.is_like(each) and each.agrees(own) and _of_the_same(own, each, language)
        for each in figures(hit.passage.text, language=language)
    )


def _of_the_same(one: Figure, other: Figure, language: str) -> bool:
    """Whether two figures that agree are equal, as "in May" and "on 4 May" are not, or count the
    same.
    """
    if isinstance(one.told, Quantity) and isinstance(other.told, Quantity):
        return one.told.value == other.told.value or counts_alike(one, other, language)
    if isinstance(one.told, Time) and isinstance(other.told, Time):
        days = (one.told.first, one.told.last)
        return one.days_apart(other) == 0 or days == (other.told.first, other.told.last) != _UNTOLD
    return True
