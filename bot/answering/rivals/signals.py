"""What tells whether a hit's figure answers the question as the shown one does: named signals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.answering.amounts.counting import PEOPLE
from bot.answering.amounts.quantities import Quantity
from bot.answering.rivals.told import Figure, at_other_times, figures, within
from bot.answering.short import short_answer
from bot.answering.short.choosing import log_odds
from bot.answering.times.clocks import Clock
from retrieval.analysis import analyser
from retrieval.entities import Kind
from retrieval.question import Question
from retrieval.records import Hit, Span
from retrieval.synonyms import stand_ins

NAMES = (
    "odds of the shown one",
    "odds",
    "best of its document",
    "lead in its document",
    "short answer",
    "figures",
    "apart",
    "both count people",
    "count alike",
    "time in doubt",
    "dated",
    "days between",
    "time",
    "time of day",
    "number",
    "duration",
    "words of the shown one",
    "words",
)
LEAST_SHARE = 0.02  # of the shown one's probability that another must have to be looked at
_FARTHEST = 400  # days between two documents that make a difference
_UNLIKELY = -7.0  # logarithm of the odds of what isn't there


@dataclass(frozen=True, slots=True)
class Candidate:
    """A hit of another document with a figure that can't be right if the shown one is.

    `figures` is how many of the same kind it tells, `certainty` the logarithm of the odds that a
    short answer taken from it alone is right.
    """

    number: int
    figure: Figure
    figures: int
    certainty: float


def figure_of(question: Question, hit: Hit, lifted: str) -> Figure | None:
    """The one figure in what was lifted from a hit, or in its likeliest short answer where nothing
    was; None where there is none, or several. Of a day and a time of day the latter.
    """
    text = hit.passage.text
    if lifted:
        start = text.find(lifted)
        span = Span(start, start + len(lifted)) if start >= 0 else None
    else:
        likeliest = short_answer(question, [text], probabilities=[hit.probability])
        span = Span(likeliest.start, likeliest.end) if likeliest else None
    if span is None:
        return None
    found = within(figures(text, language=question.language), span)
    exact = [each for each in found if isinstance(each.told, Clock)] or found
    return exact[0] if len(exact) == 1 else None


def candidates(
    question: Question, hits: Sequence[Hit], *, main: int, own: Figure
) -> list[Candidate]:
    """The hits that may be rivals of the one that `own` was lifted from."""
    shown = hits[main]
    document = shown.passage.document
    told = figures(shown.passage.text, language=question.language)
    found = (
        _candidate(question, number, hit, own, told)
        for number, hit in enumerate(hits)
        if hit.passage.document.id != document.id
        and hit.passage.document.language == document.language
        and hit.probability >= LEAST_SHARE * shown.probability
    )
    return [each for each in found if each is not None]


def _candidate(
    question: Question, number: int, hit: Hit, own: Figure, told: Sequence[Figure]
) -> Candidate | None:
    """The figure of a hit that is most like one of those `told`; None where none is, where it may
    be right as well, or is an amount at another time.
    """
    text = hit.passage.text
    every = figures(text, language=question.language)
    like = [each for each in every if own.is_like(each)]
    if not like or (isinstance(own.told, Quantity) and at_other_times(told, every)):
        return None
    short = short_answer(question, [text], probabilities=[hit.probability])
    inside = within(like, Span(short.start, short.end)) if short else []

    def likeness(each: Figure) -> tuple[bool, bool, float]:
        return _counted(each) == _counted(own), each in inside, -each.apart(own)

    nearest = max(like, key=likeness)
    if nearest.agrees(own):
        return None
    certainty = log_odds(short.probability) if short else _UNLIKELY
    return Candidate(number, nearest, len(like), certainty)


def signals(
    question: Question, hits: Sequence[Hit], *, main: int, own: Figure, other: Candidate
) -> dict[str, float]:
    """The value of each of `NAMES`."""
    shown, hit = hits[main], hits[other.number]
    odds = log_odds(hit.probability)
    beside = [
        log_odds(each.probability)
        for number, each in enumerate(hits)
        if number != other.number and each.passage.document.id == hit.passage.document.id
    ]
    best = max(beside, default=_UNLIKELY)
    days = _days_between(shown, hit)
    one, two = _counted(own), _counted(other.figure)
    return {
        "odds of the shown one": log_odds(shown.probability),
        "odds": odds,
        "best of its document": float(odds >= best),
        "lead in its document": odds - best,
        "short answer": other.certainty,
        "figures": float(other.figures),
        "apart": own.apart(other.figure),
        "both count people": float(one in PEOPLE and two in PEOPLE),
        "count alike": float(_alike(one, two, question.language)),
        "time in doubt": float(own.agrees(other.figure) is None),
        "dated": float(days is not None),
        "days between": min(days or 0, _FARTHEST) / 100,
        "time": float(not isinstance(own.told, Quantity)),
        "time of day": float(isinstance(own.told, Clock)),
        "number": float(_is(own, Kind.NUMBER)),
        "duration": float(_is(own, Kind.DURATION)),
        "words of the shown one": _words(shown, question.language),
        "words": _words(hit, question.language),
    }


def _counted(figure: Figure) -> str:
    """The term of what an amount counts, or its unit; "" for times."""
    return figure.told.of if isinstance(figure.told, Quantity) else ""


def _is(figure: Figure, kind: Kind) -> bool:
    return isinstance(figure.told, Quantity) and figure.told.kind is kind


def _alike(one: str, other: str, language: str) -> bool:
    """Whether two terms, none of them "", say the same or may stand for the same."""
    if not one or not other:
        return False
    first, second = ({term, *stand_ins([term], language=language)} for term in (one, other))
    return bool(first & second)


def _days_between(one: Hit, other: Hit) -> int | None:
    """The days between two documents; None where one is undated."""
    first, second = one.passage.document.date, other.passage.document.date
    return None if first is None or second is None else abs((first - second).days)


def _words(hit: Hit, language: str) -> float:
    """How many different terms a hit has, in scores."""
    return len(set(analyser(language).terms(hit.passage.text))) / 20
