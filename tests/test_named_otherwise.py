"""A street is not another one that shares the first word of its name."""

from __future__ import annotations

import pytest

from bot.answer import Verdict
from bot.assistant import Assistant
from tests.helpers import settings_for, write_documents

NOTES = """# Roadworks

Orchard Lane is closed to lorries until 9 May. In Orchard Lane 2,100 cars were counted a day.
Cars may wait in Orchard Lane.

The pump in Quarry Road was mended in March. Vans may not park in Quarry Rd. at night.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    place = tmp_path_factory.mktemp("streets")
    return Assistant.open(settings_for(write_documents(place / "d", {"notes.md": NOTES}), place))


@pytest.mark.parametrize(
    "question", ["how many cars a day in orchard street", "is orchard road closed to lorries?"]
)
def test_another_street_of_that_name_is_not_told(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).verdict is Verdict.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("how many cars a day in orchard lane", "2,100"),
        ("when was the pump in quarry road mended?", "March"),
        ("may vans park in quarry road at night?", "may not park"),
        ("is orchard lane closed to lorries?", "closed"),
    ],
)
def test_the_street_itself_is(assistant: Assistant, question: str, said: str) -> None:
    answer = assistant.ask(question)
    assert answer.verdict is not Verdict.NOT_FOUND
    assert said in answer.quotes[0].text
