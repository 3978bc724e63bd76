"""Whose office is asked for, where it is a nation's: "the Turkish foreign minister".

"Foreign Minister Zarif and his Russian counterpart" tells nothing of Turkey's. Whose an office is
stands beside it ("Iranian deputy minister", "minister of Iran", "Moscow's envoy"), before it in
its sentence ("Tehran, 23 January: ministry spokesman ..."), with people in the sentences before
("Iranian diplomats"), or is the nation that the document speaks of most.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from bot.answering.grammar.alike import alike
from bot.answering.grammar.lexical import listed
from bot.answering.grammar.question import read_question
from bot.answering.grammar.sentence import Sentence, read_sentence
from bot.answering.people.apposition import role_of
from bot.answering.people.nations import (
    counterpart,
    nations_said,
    owners,
    owners_behind,
    persons_named,
)
from bot.answering.people.other_offices import holds_another_office
from bot.answering.people.role_phrase import head_of
from retrieval.question import Kind, Question
from retrieval.records import Passage, Span
from retrieval.splitting import sentences
from retrieval.synonyms import NARROWER, SAME

_KEPT = 64  # questions, and documents of which a reply asks several times
_OPENING = 4_000  # characters of a document that tell what it is about
_BEFORE = 400  # characters before a passage that tell who acts in it
_OF_HOLDERS = frozenset({Kind.WHO, Kind.WHICH, Kind.WHAT, Kind.DEFINITION, Kind.OTHER})


@dataclass(frozen=True, slots=True)
class Seat:
    """An office by its term, and the nation it is of; a city may stand for several.

    `single` says that one person holds it: "who is the minister", not "which minister".
    """

    head: str
    nations: frozenset[str]
    single: bool


@lru_cache(maxsize=_KEPT)
def seat_asked(question: Question) -> Seat | None:
    """The nation's office whose holder is asked for; None where none is."""
    if question.kind not in _OF_HOLDERS:
        return None
    asked = read_question(question)
    sentence = read_sentence(question.text, language=question.language)
    naming = asked.head in listed("seats.naming", question.language)
    for place in persons_named(sentence):
        head = sentence.terms[place]
        whose = frozenset(owners(sentence, place))
        if (naming or head == asked.head) and whose:
            return Seat(head, whose, single=naming or asked.copular)
    return None


def may_be_of(seat: Seat, passage: Passage, span: Span | None = None) -> bool:
    """Whether a passage may tell of a nation's office, or whether the one named at a span holds it.

    A passage without the office must speak of the nation; where one person holds it, it tells
    nothing.
    """
    sentence = read_sentence(passage.text, language=passage.document.language or "en")
    heads = _heads(seat, sentence)
    if span is not None:
        first, last = sentence.at(span.start), sentence.at(span.end)
        if _is_equal(seat, sentence, first):
            return True
        home = set(owners_behind(sentence, last))
        if home:
            return bool(seat.nations & home)
        role = role_of(sentence, first, last)
        place = head_of(sentence, *role) if role is not None else -1
        if place in persons_named(sentence) and place not in heads:
            return False  # "the Spanish envoy, Ana Vidal, and the ambassador of Chile"
        heads = [min(heads, key=lambda head: abs(head - first))] if heads else []
    elif equal_told(seat, sentence) is not None:
        return True
    if not heads:
        return not seat.single and any(
            nation in seat.nations for _, nation in nations_said(sentence)
        )
    return any(_is_of(seat, passage, sentence, place) for place in heads)


def tells_of(question: Question, seat: Seat, passage: Passage) -> bool:
    """Whether a passage names the nation's office, or a narrower one ("ambassador", "diplomat").

    Where one person holds it, a deputy's is another.
    """
    sentence = read_sentence(passage.text, language=passage.document.language or "en")
    if seat.single and holds_another_office(question, sentence):
        return False
    return bool(_heads(seat, sentence)) and may_be_of(seat, passage)


def names_other_office(seat: Seat, passage: Passage, span: Span) -> bool:
    """Whether some words name another office than the one that a person holds."""
    sentence = read_sentence(passage.text, language=passage.document.language or "en")
    near = alike(seat.head, sentence.language, least=SAME)
    inside = range(sentence.at(span.start), sentence.at(span.end))
    return seat.single and any(
        n in inside for n in persons_named(sentence) if sentence.terms[n] not in near
    )


def _heads(seat: Seat, sentence: Sentence) -> list[int]:
    """Where a sentence names the office, or those that are such."""
    least = SAME if seat.single else NARROWER
    near = alike(seat.head, sentence.language, least=least)
    persons = [place for place in persons_named(sentence) if sentence.terms[place] in near]
    return [place for place in persons if sentence.terms[place] == seat.head] or persons


def equal_told(seat: Seat, sentence: Sentence) -> Span | None:
    """Who holds an office as another's counterpart: "the minister and his Peruvian counterpart"."""
    place = counterpart(seat.head, seat.nations, sentence)
    if place is None:
        return None
    start = place + 1 + (sentence.tags[place + 1 : place + 2] == ",")
    end = sentence.run_end(start, "C")
    return Span(*sentence.slice(start, end)) if end > start else None


def _is_equal(seat: Seat, sentence: Sentence, first: int) -> bool:
    """Whether a name is that of the counterpart which a nation has to the office."""
    told = equal_told(seat, sentence)
    return told is not None and sentence.at(told.start) == first


def _is_of(seat: Seat, passage: Passage, sentence: Sentence, place: int) -> bool:
    """Whether the office at a token is the nation's, as far as anything tells."""
    whose = set(owners(sentence, place))
    if whose:
        return bool(seat.nations & whose)
    others = {
        nation for n in persons_named(sentence) if n != place for nation in owners(sentence, n)
    }
    own = {nation for n, nation in nations_said(sentence) if n < place} - others
    if own:
        return bool(seat.nations & own)
    acting = _acting_before(passage) - others
    return bool(seat.nations & acting) if acting else _spoken_of(passage) in seat.nations


def _acting_before(passage: Passage) -> set[str]:
    """The nations whose people the sentences right before a passage name, or else whose bodies."""
    language = passage.document.language or "en"
    before = passage.document.part(max(passage.start - _BEFORE, 0), passage.start)
    spans = reversed(sentences(before, language=language))
    read = [read_sentence(before[span.start : span.end], language=language) for span in spans]
    for places in (persons_named, _bodies):
        for sentence in read:
            acting = {nation for n in places(sentence) for nation in owners(sentence, n)}
            if acting:
                return acting
    return set()


def _bodies(sentence: Sentence) -> Iterator[int]:
    """The tokens that name bodies which act for a nation."""
    bodies = listed("seats.bodies", sentence.language)
    yield from (n for n, word in enumerate(sentence.words) if word in bodies)


def _spoken_of(passage: Passage) -> str:
    """The nation of which a document speaks most, "" where that is none or no single one."""
    document = passage.document
    return _most_said(document.part(0, _OPENING), document.language or "en")


@lru_cache(maxsize=_KEPT)
def _most_said(text: str, language: str) -> str:
    said = Counter(nation for _, nation in nations_said(read_sentence(text, language=language)))
    (first, most), (_, next_most) = (*said.most_common(2), ("", 0), ("", 0))[:2]
    return first if most > next_most else ""
