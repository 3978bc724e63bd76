"""What is said of a thing excludes its contrary: who finds it dear does not find it cheap."""

from __future__ import annotations

import pytest

from tests.lines import said


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Is attendance at the rehearsal voluntary?", "Attendance at the rehearsal is compulsory."),
        ("Is the warden's contract permanent?", "The warden's contract is temporary."),
        ("Is the climb to the hut easy?", "The climb to the hut is quite difficult."),
        (
            "Was the harbour master optimistic about the catch?",
            "The harbour master was pessimistic about the catch.",
        ),
        ("Is the tower's bell loud?", "The tower's bell is very quiet."),
        (
            "Have relations between the villages improved?",
            "Relations between the villages have worsened.",
        ),
        ("Did the jury praise the bridge?", "The jury criticised the bridge."),
        ("Did a large number of members vote?", "A small number of members voted."),
        ("Does the choir have a majority of men?", "The choir has a minority of men."),
    ],
)
def test_the_contrary_is_a_no(question: str, text: str) -> None:
    assert said(question, text) is False


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Is the large hall heated?", "The small hall is heated."),
        ("Are tickets cheap?", "Tickets are not expensive."),
        ("Is the boat cheap?", "The boat is more expensive than the bus."),
        ("Is the cheap ferry slow?", "The expensive ferry is slow."),
        ("Is the path easy?", "The path passes a difficult bridge."),
        ("Is the wine cheap?", "The wine may be expensive."),
        ("May a large number of guests stay?", "A limited number of guests may stay."),
    ],
)
def test_another_thing_and_the_middle_leave_it_open(question: str, text: str) -> None:
    assert said(question, text) is None


def test_the_same_is_still_a_yes() -> None:
    assert said("Are tickets cheap?", "Tickets are cheap.") is True
    assert said("Did a large number of members vote?", "A large number of members voted.") is True
