"""Which documents say the same as the best hit, and which say otherwise."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bot.answer import Quote, Side
from bot.answering.amounts.fates import is_of_another_fate
from bot.answering.disputes import Comparison, Relation, Statement, compare_all, statements
from bot.answering.grammar.referring import referent
from bot.answering.quoting import stress
from bot.answering.rivals import Claims, Rival
from retrieval.question import Kind, Question, Wanted
from retrieval.records import Hit, Span

LEAST_SHARE = 0.2  # of the best hit's probability that a hit of another side must have
NEAR = datetime.timedelta(days=31)  # between documents that write "on Sunday" of the same day
LEAST_RIVAL = 0.6  # likelihood of a rival that is shown as a side of its own
LEAST_ASKED = 0.1  # the same where the question asks what several documents say
AMOUNTS = frozenset({Wanted.NUMBER, Wanted.MONEY, Wanted.PERCENTAGE, Wanted.DURATION})


@dataclass(frozen=True, slots=True)
class _Held:
    """A hit read as statements, and where its claim stands."""

    hit: Hit
    statements: tuple[Statement, ...]
    claim: tuple[Span, ...] = ()


def take_sides(
    question: Question,
    hits: Sequence[Hit],
    *,
    main: int,
    lifted: str,
    rivals: Sequence[Rival],
    concerned: Callable[[int], bool] = lambda _: True,
) -> tuple[Side, ...]:
    """The sides that documents take to what the hit numbered `main` says.

    One side: other documents say the same. Several: they differ, in what was asked for. None: no
    other document speaks of it. `lifted` is the short answer shown, "" for none; `rivals` are those
    of the main hit. Whether a document is on what the question names is told by `concerned` of the
    number of a hit in it.
    """
    bar = LEAST_SHARE * hits[main].probability
    first = _read(hits[main], question)
    own = first.hit.passage.document
    waiting = [
        _read(hit, question)
        for number, hit in enumerate(hits)
        if hit.passage.document.id != own.id
        and hit.passage.document.language == own.language
        and hit.probability >= bar
        and concerned(number)
    ]
    sides: list[list[_Held]] = [[first]]
    seen = {own.id}
    joined = True
    while joined:
        joined = False
        for held in waiting:
            document = held.hit.passage.document.id
            if document not in seen and _join(question, sides, held, lifted):
                seen.add(document)
                joined = True
    least = LEAST_ASKED if question.of_several else LEAST_RIVAL
    for rival in rivals:
        document = hits[rival.number].passage.document.id
        if rival.claims and document not in seen and rival.probability >= least:
            seen.add(document)
            _oppose(sides, _read(hits[rival.number], question), rival.claims)
    if len(sides) == 1 and len(sides[0]) == 1:
        return ()
    return tuple(_side(question, side) for side in sides)


def _read(hit: Hit, question: Question) -> _Held:
    language = hit.passage.document.language or question.language
    about = referent(hit.passage)
    return _Held(hit, tuple(statements(hit.passage.text, language=language, about=about)))


def _join(question: Question, sides: list[list[_Held]], held: _Held, lifted: str) -> bool:
    """Add a hit to the side it agrees with, or as a side of its own if it differs from every one.

    A side is compared by each of its hits until one speaks of the same.
    """
    against: list[tuple[int, int, Comparison]] = []
    for number, side in enumerate(sides):
        for place, member in enumerate(side):
            near = _near(member.hit, held.hit)
            found = compare_all(member.statements, held.statements, near=near)
            if found.relation is Relation.AGREE:
                side.append(held)
                return True
            if found.relation is Relation.DIFFER and _asked(question, member, held, found, lifted):
                against.append((number, place, found))
                break
    if len(against) < len(sides):
        return False
    for number, place, found in against:
        sides[number][place] = replace(sides[number][place], claim=found.first)
    sides.append([replace(held, claim=against[0][2].second)])
    return True


def _oppose(sides: list[list[_Held]], held: _Held, claims: Claims) -> None:
    """Add a rival of the first hit, to the side that gives the same figure if there is one."""
    sides[0][0] = replace(sides[0][0], claim=sides[0][0].claim or (claims.own,))
    against = replace(held, claim=(claims.other,))
    for side in sides[1:]:
        if any(_tells_alike(member, against) for member in side):
            side.append(against)
            return
    sides.append([against])


def _tells_alike(one: _Held, other: _Held) -> bool:
    """Whether two hits claim the same in the same words."""
    return bool(one.claim) and _claim(one) == _claim(other)


def _near(one: Hit, other: Hit) -> bool:
    """Whether two hits stand in documents written within weeks."""
    first, second = one.passage.document.date, other.passage.document.date
    return first is not None and second is not None and abs(first - second) <= NEAR


def _asked(question: Question, member: _Held, held: _Held, found: Comparison, lifted: str) -> bool:
    """Whether what two statements differ in is what the question asks for."""
    if not found.first:
        return question.wanted not in AMOUNTS and question.kind is not Kind.WHEN
    pairs = ((member, found.first), (held, found.second))
    if any(_of_another_fate(question, each, spans) for each, spans in pairs):
        return False
    text = member.hit.passage.text
    claims = [text[span.start : span.end] for span in found.first]
    if lifted and question.kind is not Kind.YES_NO:
        return any(lifted in claim or claim in lifted for claim in claims)
    return question.wanted in AMOUNTS or question.kind in (Kind.WHEN, Kind.YES_NO)


def _of_another_fate(question: Question, held: _Held, spans: Sequence[Span]) -> bool:
    return any(is_of_another_fate(question, held.hit.passage.text, span) for span in spans)


def _side(question: Question, side: list[_Held]) -> Side:
    claim = _claim(next((held for held in side if held.claim), side[0]))
    quotes = [Quote(held.hit.passage, stress(question, held.hit.passage)) for held in side]
    return Side(claim=claim, quotes=tuple(quotes))


def _claim(held: _Held) -> str:
    """What a hit claims, in its own words; "" for all of it."""
    text = held.hit.passage.text
    return ", ".join(" ".join(text[span.start : span.end].split()) for span in held.claim)
