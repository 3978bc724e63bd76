"""Whom to tell and when to do something, as rules advise, and no advice on another case."""

from __future__ import annotations

import pytest

from bot.assistant import Assistant
from tests.helpers import assistant_on
from tests.lines import line_of

RULES = """# Rules of the boat house

If you damage a boat, tell the bosun, Ida Holm, before you leave. Broken locks must be reported to
the warden. For a burst pipe or a leak out of hours, ring the standby line on 0555 12 13 14.

If you cough for more than a week, see a doctor before you row again.
"""


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return assistant_on({"rules.md": RULES}, tmp_path_factory.mktemp("house"))


@pytest.mark.parametrize(
    ("question", "text", "line"),
    [
        ("Who do I tell if a pipe bursts?", "If a pipe bursts, let Ida Holm know.", "Ida Holm"),
        (
            "Who should I report thefts to?",
            "Thefts must be reported to the harbour police within two days.",
            "the harbour police",
        ),
        (
            "who do I complain to about noise",
            "Complaints about noise should be addressed to Mr Nils Berg, Harbour Office.",
            "Mr Nils Berg, Harbour Office",
        ),
        (
            "Who do I ask about keys?",
            "For keys ask the porter or the guard.",
            "the porter or the guard",
        ),
        (
            "Who can I call when the lift is stuck?",
            "If the lift is stuck, press the bell and call the smith on 0555 12 13 14 on weekdays.",
            "the smith on 0555 12 13 14",
        ),
    ],
)
def test_whom_to_tell_is_told_behind_the_verb(question: str, text: str, line: str) -> None:
    assert line_of(question, text) == line


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("Who do I tell if I damage a boat?", "the bosun, Ida Holm"),
        ("who do I tell if a lock is broken?", "the warden"),
        ("who do I call about a leak out of hours?", "the standby line on 0555 12 13 14"),
    ],
)
def test_whom_to_tell_is_that_of_the_case_asked_about(
    house: Assistant, question: str, line: str
) -> None:
    assert house.ask(question, conversation="anna").lead == line


def test_when_to_do_something_may_be_told_by_a_case(house: Assistant) -> None:
    answer = house.ask("When should I see a doctor about a cough?", conversation="anna")
    assert answer.quotes[0].text.startswith("If you cough for more than a week")


def test_a_case_is_no_place() -> None:
    text = "Oars are handed in at the hatch beside the gate when the house is shut."
    assert line_of("When are oars handed in at the hatch?", text) in ("", "when the house is shut")
