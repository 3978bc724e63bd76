"""Whether anybody was hurt is told by the sentence behind the one on what happened."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.assistant import Assistant
from tests.helpers import assistant_on

REPORTS = """A tram hit a milk cart at Orme Square on Monday evening. The driver had fallen asleep.
Nobody was hurt, but the square is closed.

A fire broke out in the dairy in Kiln Lane on Tuesday. Two firemen were injured. No one has been
arrested.

The ferry Lena was painted in May. It sails again from Friday on.
"""


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    place: Path = tmp_path_factory.mktemp("reports")
    return assistant_on({"reports.md": REPORTS}, place)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Was anyone hurt when the tram hit the cart?", "Nobody was hurt"),
        ("Were any people injured in the dairy fire?", "Two firemen were injured."),
        ("Was anybody wounded in the fire at the dairy?", "Two firemen were injured."),
    ],
)
def test_what_befell_people_comes_before_what_happened(
    reports: Assistant, question: str, told: str
) -> None:
    assert reports.ask(question).quotes[0].text.startswith(told)


def test_what_happened_stays_first_where_nothing_is_told_of_people(reports: Assistant) -> None:
    quotes = reports.ask("Was anybody hurt when the ferry Lena was painted?").quotes
    assert not quotes or quotes[0].text.startswith("The ferry Lena")


def test_another_question_on_the_event_is_answered_as_ever(reports: Assistant) -> None:
    answer = reports.ask("When did the fire in the dairy break out?")
    assert answer.quotes[0].text.startswith("A fire broke out")
