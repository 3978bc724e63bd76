"""A sentence that only points to a reason hands on to the one that tells it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.assistant import Assistant
from tests.helpers import settings_for, write_documents

RULES = """Dust from the flour can damage the lungs of millers. That is why sweeping with a broom is
forbidden in the mill. Use the wet mop.

The year of the mill ended with a loss. The main reason was a new wheel. Nobody was dismissed.

Ida Holm proposed to sell the mill. This was rejected, because the town would lose its bread.

Income fell to 900 crowns, so that the bakery had to borrow money.
"""


@pytest.fixture
def assistant(tmp_path: Path) -> Assistant:
    folder = write_documents(tmp_path / "rules", {"rules.md": RULES})
    return Assistant.open(settings_for(folder, tmp_path))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Why is sweeping with a broom forbidden in the mill?", "Dust from the flour"),
        ("Why did the year of the mill end with a loss?", "The main reason was a new wheel."),
        ("Why was Ida Holm not allowed to sell the mill?", "This was rejected, because"),
    ],
)
def test_the_sentence_that_tells_the_reason_is_quoted_first(
    assistant: Assistant, question: str, told: str
) -> None:
    answer = assistant.ask(question)
    assert answer.quotes[0].text.startswith(told)
    assert len(answer.quotes) > 1


def test_the_reason_for_what_so_that_tells_stands_before_it(assistant: Assistant) -> None:
    answer = assistant.ask("Why did the bakery have to borrow money?")
    assert answer.lead == "Income fell to 900 crowns"


def test_a_quote_that_was_put_behind_is_explained(assistant: Assistant) -> None:
    answer = assistant.ask("Why did the year of the mill end with a loss?")
    assert assistant.explain(answer, quote=0) is not None
