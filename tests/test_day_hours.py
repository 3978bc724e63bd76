"""Each weekday is told its own hours, in prose and in lines."""

from __future__ import annotations

import pytest

from bot.assistant import Assistant
from tests.helpers import assistant_on

BATHS = """# The baths of Orsk

The baths have three pools. Sessions in the large pool last from Monday to Thursday 6.00-20.00.
Friday 6.00-19.00, Saturday 8.00-17.30 and Sunday 9.00-17.45, see the timetable at the door.

## Sauna

Early sauna
Monday, Wednesday & Friday
6:30am – 8:30am

Late sauna
Monday to Friday
3:00pm – 6:30pm
Saturday, Sunday and Public Holidays
1:00pm – 7:00pm
"""


@pytest.fixture(scope="module")
def baths(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return assistant_on({"baths.md": BATHS}, tmp_path_factory.mktemp("baths"))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("when are sessions in the large pool on Friday?", "6.00-19.00"),
        ("when are sessions in the pool on Saturday?", "8.00-17.30"),
        ("until when are sessions in the pool on Saturday?", "8.00-17.30"),
        ("when is the late sauna open on Sunday?", "1:00pm – 7:00pm"),
        ("when is the late sauna open on Tuesday?", "3:00pm – 6:30pm"),
        ("when is the early sauna?", "Monday, Wednesday & Friday 6:30am – 8:30am"),
    ],
)
def test_the_hours_are_those_of_the_day_asked_for(
    baths: Assistant, question: str, told: str
) -> None:
    assert baths.ask(question, conversation=question).lead == told


def test_no_other_days_hours_are_told(baths: Assistant) -> None:
    answer = baths.ask(
        "what time do sessions in the large pool begin on Friday?", conversation="anna"
    )
    assert "20.00" not in answer.lead
    assert "Friday" in answer.quotes[0].text
