"""Named signals of whether a hit answers the question otherwise than the one that is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.answering.amounts.counting import PEOPLE
from bot.answering.amounts.fates import is_of_another_fate
from bot.answering.amounts.quantities import Quantity
from bot.answering.rivals.figures import Figure, at_other_times, figures, within
from bot.answering.short import short_answer
from bot.answering.short.choosing import evidence
from bot.answering.times.clocks import Clock
from retrieval.analysis import analyser
from retrieval.entities import Kind
from retrieval.question import Question, Wanted
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
    "lifted",
    "figure shown",
    "like figure",
    "in the short answer",
    "of several",
    "wants number",
    "wants money",
    "wants duration",
    "wants date",
    "wants person",
    "wants place",
    "wants reason",
    "wants yes or no",
    "wants thing",
)
_WANTED = {
    "wants number": Wanted.NUMBER,
    "wants money": Wanted.MONEY,
    "wants duration": Wanted.DURATION,
    "wants date": Wanted.DATE,
    "wants person": Wanted.PERSON,
    "wants place": Wanted.PLACE,
    "wants reason": Wanted.REASON,
    "wants yes or no": Wanted.YES_NO,
    "wants thing": Wanted.THING,
}
_LEAD = 6.0  # by which a hit may lead in its document, at most
NEAR = 3  # days between two days that are likely told of one event
_FARTHEST = 400  # days between two documents that make a difference
_UNLIKELY = -7.0  # logarithm of the odds of what isn't there
_NOWHERE = -8.0  # the least such logarithm of a hit


@dataclass(frozen=True, slots=True)
class Opposed:
    """A figure that can't be right if the shown one is.

    `near` says that both are days of the same week; `number` is how many of the same kind its hit
    tells, `certainty` the logarithm of the odds that a short answer taken from it alone is right,
    `inside` whether the figure stands in that answer.
    """

    figure: Figure
    number: int
    certainty: float
    inside: bool
    near: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """A hit of another document, by its number, with its figure where that is opposed to the one
    shown; `opposed` is None where what is shown or the hit has none of that kind.
    """

    number: int
    opposed: Opposed | None


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
    question: Question,
    hits: Sequence[Hit],
    *,
    main: int,
    own: Figure | None,
    least: float = 0.0,
) -> list[Candidate]:
    """The hits that may be rivals of the one that `own`, None for no figure, was lifted from.

    Left out are those that may be right as well, amounts at another time, and what is less likely
    than a share `least` of that hit.
    """
    passage = hits[main].passage
    bar = least * hits[main].probability
    document = passage.document
    told = figures(passage.text, language=question.language) if own else ()
    found: list[Candidate] = []
    for number, hit in enumerate(hits):
        other = hit.passage.document
        if other.id == document.id or other.language != document.language:
            continue
        if hit.probability < bar:
            continue
        every = figures(hit.passage.text, language=question.language) if own else ()
        like = [each for each in every if own is not None and own.is_like(each)]
        text = hit.passage.text
        asked = [each for each in like if not is_of_another_fate(question, text, each.span)]
        if like and not asked:
            continue
        like = asked
        if own is None or not like:
            found.append(Candidate(number, None))
        elif not (isinstance(own.told, Quantity) and at_other_times(told, every)):
            opposed = _opposed(question, hit, own, like)
            if opposed is not None:
                found.append(Candidate(number, opposed))
    return found


def _opposed(question: Question, hit: Hit, own: Figure, like: Sequence[Figure]) -> Opposed | None:
    """Of the figures `like` the shown one the one most like it; None where both may be right."""
    if all(each.agrees(own) for each in like):
        return None
    short = short_answer(question, [hit.passage.text], probabilities=[hit.probability])
    inside = within(like, Span(short.start, short.end)) if short else []

    def likeness(each: Figure) -> tuple[bool, int, bool, float]:
        nearness = -min(_days_from(own, each), NEAR + 1)
        return _counted(each) == _counted(own), nearness, each in inside, -each.apart(own)

    nearest = max(like, key=likeness)
    if nearest.agrees(own):
        return None
    certainty = evidence(short.probability) if short else _UNLIKELY
    near = _days_from(own, nearest) <= NEAR
    return Opposed(nearest, len(like), certainty, nearest in inside, near)


def _days_from(own: Figure, other: Figure) -> int:
    """How many days a figure is from the shown one; more than near where one is no single day."""
    days = own.days_apart(other)
    return NEAR + 1 if days is None else days


def signals(
    question: Question,
    hits: Sequence[Hit],
    *,
    main: int,
    lifted: str,
    own: Figure | None,
    other: Candidate,
) -> dict[str, float]:
    """The value of each of `NAMES`."""
    shown, hit = hits[main], hits[other.number]
    odds = max(evidence(hit.probability), _NOWHERE)
    beside = [
        evidence(each.probability)
        for number, each in enumerate(hits)
        if number != other.number and each.passage.document.id == hit.passage.document.id
    ]
    best = max(beside, default=_UNLIKELY)
    days = _days_between(shown, hit)
    told = {
        "odds of the shown one": evidence(shown.probability),
        "odds": odds,
        "best of its document": float(odds >= best),
        "lead in its document": max(min(odds - best, _LEAD), -_LEAD),
        "dated": float(days is not None),
        "days between": min(days or 0, _FARTHEST) / 100,
        "words of the shown one": _words(shown.passage.text, question.language),
        "words": _words(hit.passage.text, question.language),
        "lifted": float(bool(lifted)),
        "figure shown": float(own is not None),
        "of several": float(question.of_several),
        **{name: float(question.wanted is wanted) for name, wanted in _WANTED.items()},
    }
    if own is not None and other.opposed is not None:
        told |= _side_by_side(own, other.opposed, question.language)
    return dict.fromkeys(NAMES, 0.0) | told


def _side_by_side(own: Figure, opposed: Opposed, language: str) -> dict[str, float]:
    """The signals of two figures of one kind."""
    one, two = _counted(own), _counted(opposed.figure)
    return {
        "short answer": opposed.certainty,
        "figures": float(opposed.number),
        "apart": own.apart(opposed.figure),
        "both count people": float(one in PEOPLE and two in PEOPLE),
        "count alike": float(counts_alike(own, opposed.figure, language)),
        "time in doubt": float(own.agrees(opposed.figure) is None),
        "time": float(not isinstance(own.told, Quantity)),
        "time of day": float(isinstance(own.told, Clock)),
        "number": float(_is(own, Kind.NUMBER)),
        "duration": float(_is(own, Kind.DURATION)),
        "like figure": 1.0,
        "in the short answer": float(opposed.inside),
    }


def _counted(figure: Figure) -> str:
    """The term of what an amount counts, or its unit; "" for times."""
    return figure.told.of if isinstance(figure.told, Quantity) else ""


def _is(figure: Figure, kind: Kind) -> bool:
    return isinstance(figure.told, Quantity) and figure.told.kind is kind


def counts_alike(one: Figure, other: Figure, language: str) -> bool:
    """Whether two amounts count the same, or what may stand for the same."""
    first, second = _counted(one), _counted(other)
    if not first or not second:
        return False
    ways = ({term, *stand_ins([term], language=language)} for term in (first, second))
    return bool(set.intersection(*ways))


def _days_between(one: Hit, other: Hit) -> int | None:
    """The days between two documents; None where one is undated."""
    first, second = one.passage.document.date, other.passage.document.date
    return None if first is None or second is None else abs((first - second).days)


@lru_cache(maxsize=64)  # that of the shown hit is asked for beside each of the others
def _words(text: str, language: str) -> float:
    """How many different terms a text has, in scores."""
    return len(set(analyser(language).terms(text))) / 20
