"""When and for how much, told in fragments below the heading of what is asked about."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answer import Verdict
from bot.assistant import Assistant
from tests.helpers import settings_for, write_documents

PROGRAMME = """# Programme

## Lecture: Roofs of reed

Friday 8 May 2026, 7.30 pm. Nils Berg speaks about reed. 6 pounds, pupils free. Bring a chair.

## Basket-weaving course

Mondays 4 and 11 May 2026, 10 to 12. For ages 9 and over. 28 pounds for both mornings.

## The reed bed

The reed bed was planted by pupils. It is cut in January by Ida Holm.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    place: Path = tmp_path_factory.mktemp("fragments")
    return Assistant.open(settings_for(write_documents(place / "d", {"p.md": PROGRAMME}), place))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("when is the reed lecture", "Friday 8 May 2026"),
        ("how much is the reed lecture", "6 pounds"),
        ("how much does the basket weaving course cost", "28 pounds"),
    ],
)
def test_a_fragment_below_the_heading_tells_it(
    assistant: Assistant, question: str, said: str
) -> None:
    assert said in assistant.ask(question).quotes[0].text


def test_a_fragment_about_something_else_tells_nothing(assistant: Assistant) -> None:
    answer = assistant.ask("how much did the reed bed cost")
    assert answer.verdict is not Verdict.FOUND
    assert not answer.short
