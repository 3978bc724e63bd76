"""What somebody has to do and may do is told by the list below, or by what opens with them."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.assistant import Assistant
from tests.helpers import assistant_on

RULES = """# Rules of the glider club

The council consists of the warden, the steward, the bursar and two pilots.

The warden shall:

- check the ropes
- lock the hangar

The bursar collects the fees and pays the bills. A pilot may land on the grass. Every pilot must
sign the log before a flight. The steward is chosen by the council in March.

There is no flying on Sundays. There is flying on most days from noon until dusk, and on the days
of the fair the flying ends at four.
"""


@pytest.fixture
def club(tmp_path: Path) -> Assistant:
    return assistant_on({"rules.md": RULES}, tmp_path)


@pytest.mark.parametrize(
    "question",
    ["What does the warden have to do?", "what must the warden do?"],
)
def test_duties_are_told_by_the_list_below_whom_they_bind(club: Assistant, question: str) -> None:
    assert club.ask(question, conversation="anna").lead == "check the ropes; lock the hangar"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What does the bursar do?", "The bursar collects the fees"),
        ("What must a pilot do?", "Every pilot must"),
        ("What may a pilot do?", "A pilot may land on the grass"),
    ],
)
def test_what_somebody_does_opens_with_them(club: Assistant, question: str, told: str) -> None:
    assert club.ask(question, conversation="anna").quotes[0].text.startswith(told)


def test_a_day_without_something_is_told_by_what_denies_the_same(club: Assistant) -> None:
    answer = club.ask("Which day has no flying?", conversation="anna")
    assert answer.quotes[0].text == "There is no flying on Sundays."
