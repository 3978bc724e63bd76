"""Russian verbs with and without the prefix that completes them, and diminutives."""

from __future__ import annotations

import pytest

from bot.answer import Verdict
from bot.assistant import Assistant
from tests.helpers import assistant_on

PAGE = """# Маяк

Маяк построил в 1871 году мастер Игнат Лодкин. Дом сторожа покрасили в синий цвет.

Козы пасутся во дворе. Сторож рисует карты по вторникам.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return assistant_on({"маяк.md": PAGE}, tmp_path_factory.mktemp("affixes"))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("кто строил маяк?", "Игнат Лодкин"),
        ("в какой цвет красили домик сторожа?", "синий"),
        ("когда сторож нарисует карты?", "по вторникам"),
    ],
)
def test_a_verb_is_found_with_another_prefix(
    assistant: Assistant, question: str, said: str
) -> None:
    answer = assistant.ask(question)
    assert answer.verdict is not Verdict.NOT_FOUND
    assert said in answer.quotes[0].text


def test_another_verb_is_not(assistant: Assistant) -> None:
    assert assistant.ask("кто купил маяк?").verdict is not Verdict.FOUND
