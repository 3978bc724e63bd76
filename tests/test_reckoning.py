"""Days that relative dates mean, seen from the day their document was written."""

from __future__ import annotations

import datetime

import pytest

from bot.answering.times.reckoning import reckoned

THURSDAY = datetime.date(2021, 9, 30)


def day(text: str, words: str) -> datetime.date | None:
    return reckoned(text, words, THURSDAY, language="en")


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("The ferry arrived on Tuesday.", "Tuesday", datetime.date(2021, 9, 28)),
        ("The ferry arrived on Saturday morning.", "Saturday morning", datetime.date(2021, 9, 25)),
        ("The ferry will sail on Saturday.", "on Saturday", datetime.date(2021, 10, 2)),
        ("The ferry was tried yesterday.", "yesterday", datetime.date(2021, 9, 29)),
        ("The crossing begins tomorrow.", "tomorrow", datetime.date(2021, 10, 1)),
        ("It sails today.", "today", THURSDAY),
    ],
)
def test_a_day_is_reckoned_where_it_is_certain(text: str, words: str, found: datetime.date) -> None:
    assert day(text, words) == found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The ferry arrived on Thursday.", "Thursday"),
        ("The ferry sails on Saturday.", "Saturday"),
        ("The ferry will sail next Saturday.", "next Saturday"),
        ("The ferry arrived last month.", "last month"),
        ("The ferry sailed on Saturday and Sunday.", "Saturday and Sunday"),
        ("The ferry sails today and tomorrow.", "today and tomorrow"),
        ("The ferry might sail on Saturday.", "Saturday"),
    ],
)
def test_nothing_is_reckoned_in_doubt(text: str, words: str) -> None:
    assert day(text, words) is None
