"""Below the heading that is asked about, a line answers by its label: "When:", "Where:"."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answering.lists.asked_label import is_asked
from bot.assistant import Assistant
from retrieval.question import parse_question
from tests.helpers import assistant_on

RACE = """The Pumpkin Half of Lunde

RACE KIT PICKUP
When: October 18th from 12:00 PM - 8:00 PM
Where: Adler's Gym, 14 Mill Lane, Lunde
Bring your ticket, so that we know how much of it is yours to take away.

AFTER THE RACE
Soup is handed out to all who came in, and to those who had to be fetched.
"""


@pytest.fixture
def race(tmp_path: Path) -> Assistant:
    return assistant_on({"race.txt": RACE}, tmp_path)


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("Where is the race kit pickup?", "Adler's Gym, 14 Mill Lane, Lunde"),
        ("When is the race kit pickup?", "October 18th from 12:00 PM - 8:00 PM"),
    ],
)
def test_the_label_that_is_asked_for_answers(race: Assistant, question: str, line: str) -> None:
    answer = race.ask(question, conversation="anna")
    assert answer.lead == line


def test_a_cell_of_a_row_is_no_label() -> None:
    asked = parse_question("Where was the open played?")
    assert is_asked(asked, "Place: the customs house")
    assert not is_asked(asked, "Place: 3 | Player: Ida Holm")


HIRE = """# Boats for hire

## Punt

- Kept at: the lock
- Rate: 9 crowns
- Deposit: 40 crowns

## Canoe

- Kept at: the weir
- Rate: 7 crowns
- Deposit: 25 crowns
"""


def test_a_price_is_told_by_its_label_below_what_it_is_of(tmp_path: Path) -> None:
    answer = assistant_on({"hire.md": HIRE}, tmp_path).ask("How much is the canoe?")
    assert answer.quotes[0].text.endswith("Rate: 7 crowns")
