"""Which hits are rivals of the one that the answer is taken from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bot.answering.rivals.model import shipped_model
from bot.answering.rivals.signals import NAMES, Candidate, candidates, figure_of, signals
from retrieval.question import Question, Wanted
from retrieval.ranking.logistic import Floats, probability
from retrieval.ranking.ranker import SALIENT
from retrieval.records import Hit, Span

SAME_WEEK = 2.0  # log-odds by which a day is likelier a rival that is near the one shown
MOST_BY_NEARNESS = 0.0  # log-odds up to which: that days are near alone makes no dispute
LEAST_SHARE = 0.01  # of the shown one's probability that another must have to be weighed


@dataclass(frozen=True, slots=True)
class Claims:
    """Where each of two figures stands: `own` in the hit that is shown, `other` in its rival."""

    own: Span
    other: Span


@dataclass(frozen=True, slots=True)
class Rival:
    """The number of a hit that may answer otherwise, and the figures that differ.

    `claims` is None where it is no figure that differs; `probability` in (0, 1) is how likely both
    answer the question, and not alike.
    """

    number: int
    claims: Claims | None
    probability: float


def rivals(
    question: Question, hits: Sequence[Hit], *, main: int, lifted: str, best: int | None = None
) -> tuple[Rival, ...]:
    """The rivals of the hit numbered `main`, likeliest first, one a document; where the question
    asks what several documents say, figures of hits that hardly answer come behind the others.

    Its figure is that in what was `lifted` from it, or would be likeliest where nothing was. Hits
    behind the `best` first ones, all if not told, are rivals only by a figure of their own. None
    where the question is not in the language that the model was taught in.
    """
    if question.language != SALIENT:
        return ()
    own = figure_of(question, hits[main], lifted)
    weighed = hits if own is not None else hits[:best]
    bar = LEAST_SHARE * hits[main].probability
    least = 0.0 if question.of_several else LEAST_SHARE
    found = [
        each
        for each in candidates(question, weighed, main=main, own=own, least=least)
        if each.opposed is not None
        or (hits[each.number].probability >= bar and (best is None or each.number < best))
    ]
    if not found:
        return ()
    rows = [
        signals(question, hits, main=main, lifted=lifted, own=own, other=each) for each in found
    ]
    odds = shipped_model().odds({name: np.array([row[name] for row in rows]) for name in NAMES})
    if question.wanted is Wanted.DATE:
        odds = _with_nearness(odds, found)

    def place(pair: tuple[Candidate, float]) -> tuple[bool, float]:
        return hits[pair[0].number].probability < bar, -pair[1]

    ordered = sorted(zip(found, probability(odds).tolist(), strict=True), key=place)
    likeliest: dict[str, Rival] = {}
    for each, likely in ordered:
        opposed = each.opposed
        claims = Claims(own.span, opposed.figure.span) if own and opposed else None
        document = hits[each.number].passage.document.id
        likeliest.setdefault(document, Rival(each.number, claims, likely))
    return tuple(likeliest.values())


def _with_nearness(odds: Floats, found: Sequence[Candidate]) -> Floats:
    """The odds of each candidate, more where its day is near the one that is shown."""
    near = np.array([each.opposed is not None and each.opposed.near for each in found])
    likelier = np.maximum(odds, np.minimum(odds + SAME_WEEK, MOST_BY_NEARNESS))
    return np.where(near, likelier, odds)
