"""How high-ranking people are is told by the level at which they meet, and is no height."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answering.forms.things import form_asked
from retrieval.question import Kind, Wanted, parse_question
from tests.helpers import assistant_on

TALKS = """# The fishing talks

The fishing talks of Orsk were opened on Monday, and the delegates drank coffee.

The second meeting about fishing was held at the level of deputy harbour masters in March.
"""


def told(text: str) -> list[str]:
    form = form_asked(parse_question("At what level was the meeting held?"))
    assert form is not None
    return [text[span.start : span.end] for span in form.found_in(text)]


def test_a_joined_adjective_asks_for_no_amount() -> None:
    assert parse_question("How high-ranking are the delegates?").wanted is Wanted.MANNER
    assert parse_question("How long-lasting is the paint?").kind is Kind.HOW
    assert parse_question("How high is the tower?").wanted is Wanted.NUMBER


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("They met at the level of deputy ministers in May.", "deputy ministers"),
        ("They met at ministerial level.", "ministerial level"),
        ("It was held at deputy harbour master level, by Chad.", "deputy harbour master level"),
    ],
)
def test_a_level_is_told(text: str, level: str) -> None:
    assert told(text) == [level]


@pytest.mark.parametrize(
    "text", ["The hut lies at sea level.", "They spoke at all levels.", "It stood at eye level."]
)
def test_other_levels_are_none(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "question",
    [
        "How high-ranking were the delegates at the second meeting?",
        "At what level was the second meeting about fishing held?",
    ],
)
def test_the_level_is_the_answer(tmp_path: Path, question: str) -> None:
    talks = assistant_on({"talks.md": TALKS}, tmp_path)
    assert talks.ask(question).lead == "deputy harbour masters"
