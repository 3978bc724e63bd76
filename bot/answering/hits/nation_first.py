"""Sentences of the office that is asked for come before those of another nation's."""

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


def minding_nation(found: Findings) -> Findings:
    """What was found, sentences that name a nation's office first where that is asked for.

    The place is as likely as before, whoever stands there.
    """
    seat = seat_asked(found.question)
    if seat is None:
        return found

    gain = _SINGLE_GAIN if seat.single else _GAIN

    def odds(hit: Hit) -> float:
        told = tells_of(found.question, seat, hit.passage)
        return log_odds(hit.probability) + gain * told

    most = {"most": _SINGLE_AMONG} if seat.single else {}
    return replace(found, hits=reordered(found.hits, odds, **most))
