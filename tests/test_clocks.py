"""Times of day: read in any form, and told apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.times.clocks import Clock, clocks, same_clock
from retrieval.records import Span

CLOCKS = st.builds(
    Clock,
    minutes=st.integers(0, 1439),
    either=st.booleans(),
    about=st.booleans(),
    span=st.just(Span(0, 1)),
)


def read(text: str) -> Clock:
    (clock,) = clocks(text, language="en")
    return clock


@pytest.mark.parametrize(
    ("text", "hour", "minute"),
    [
        ("The boat sank at 10.52.", 10, 52),
        ("The boat sank at 3.40 p.m. off Orsk.", 15, 40),
        ("The boat sank at half past five.", 5, 30),
        ("The boat sank at twenty-five past two.", 2, 25),
        ("The boat sank at ten minutes to four.", 3, 50),
        ("The boat sank at quarter to six in the evening.", 17, 45),
        ("The boat sank at 12.15 a.m.", 0, 15),
        ("The boat sank at noon.", 12, 0),
        ("At 0207 the boat sank.", 2, 7),
        ("The boat sank at 2340 hours.", 23, 40),
    ],
)
def test_a_time_of_day_is_read_in_any_form(text: str, hour: int, minute: int) -> None:
    assert read(text).minutes == 60 * hour + minute


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("It sank at three o'clock.", "It sank at 15:00.", True),
        ("It sank at three o'clock.", "It sank at 15:10.", False),
        ("It sank at 3 a.m.", "It sank at 15:00.", False),
        ("It sank shortly after 2:40 a.m.", "It sank at 02:45.", True),
        ("It sank shortly after 2:40 a.m.", "It sank at 02:55.", False),
        ("It sank at midnight.", "It sank at 23:55.", False),
        ("It sank at about midnight.", "It sank at 23:55.", True),
    ],
)
def test_times_of_day_are_told_apart(one: str, other: str, same: bool) -> None:
    assert same_clock(read(one), read(other)) is same


@pytest.mark.parametrize(
    "text",
    [
        "It is open from 9 am to noon.",
        "It rose from ten to four people.",
        "It grew by 2.40 per cent.",
    ],
)
def test_what_is_no_time_of_day_is_not_read_as_one(text: str) -> None:
    assert clocks(text, language="en") == []


@given(CLOCKS, CLOCKS)
def test_comparing_is_the_same_from_both_sides(one: Clock, other: Clock) -> None:
    assert same_clock(one, one)
    assert same_clock(one, other) == same_clock(other, one)
