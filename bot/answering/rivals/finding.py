"""Which hits are rivals of the one that was lifted from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bot.answering.rivals.model import shipped_model
from bot.answering.rivals.signals import NAMES, Candidate, candidates, figure_of, signals
from retrieval.question import Question
from retrieval.ranking.ranker import SALIENT, probability
from retrieval.records import Hit, Span


@dataclass(frozen=True, slots=True)
class Rival:
    """The number of a hit that may answer otherwise, and where each of the two figures stands.

    `own` is in the text of the hit that was lifted from, `other` in that of the rival;
    `probability` in (0, 1) is how likely both answer the question.
    """

    number: int
    own: Span
    other: Span
    probability: float


def rivals(question: Question, hits: Sequence[Hit], *, main: int, lifted: str) -> tuple[Rival, ...]:
    """The rivals of the hit numbered `main`, likeliest first, one a document.

    None where what was `lifted` from it, or would be likeliest where nothing was, is no amount and
    no time, or not in the language that the model was taught in.
    """
    own = figure_of(question, hits[main], lifted) if question.language == SALIENT else None
    found = candidates(question, hits, main=main, own=own) if own else []
    if own is None or not found:
        return ()
    rows = [signals(question, hits, main=main, own=own, other=each) for each in found]
    odds = shipped_model().odds({name: np.array([row[name] for row in rows]) for name in NAMES})
    ordered = sorted(zip(found, probability(odds).tolist(), strict=True), key=lambda pair: -pair[1])
    likeliest: dict[str, tuple[Candidate, float]] = {}
    for each, likely in ordered:
        likeliest.setdefault(hits[each.number].passage.document.id, (each, likely))
    return tuple(
        Rival(each.number, own.span, each.figure.span, likely)
        for each, likely in likeliest.values()
    )
