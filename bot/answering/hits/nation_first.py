"""Sentences that name the office of the nation asked about, before those on another nation's."""

from __future__ import annotations

from dataclasses import replace

from bot.answering.hits.reordering import reordered
from bot.answering.people.seats import seat_asked, tells_of
from retrieval.odds import log_odds
from retrieval.records import Hit
from retrieval.retriever import Findings

_GAIN = 2.0  # log-odds by which one that tells of the office may be less likely
_SINGLE_GAIN = 4.0  # the same where one person holds it
_SINGLE_AMONG = 10  # best hits that are then looked at


def nation_first(found: Findings) -> Findings:
    """What was found, sentences on a nation's office first where that is asked for."""
    seat = seat_asked(found.question)
    if seat is None:
        return found

    gain = _SINGLE_GAIN if seat.single else _GAIN

    def odds(hit: Hit) -> float:
        told = tells_of(found.question, seat, hit.passage)
        return log_odds(hit.probability) + gain * told

    most = {"most": _SINGLE_AMONG} if seat.single else {}
    return replace(found, hits=reordered(found.hits, odds, **most))
