"""Leaflets and rules: how many a day, what a heading lists, what the very thing asked for is."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.assistant import Assistant
from tests.helpers import assistant_on

SYRUP = """# Elderin syrup

Give three spoonfuls with warm water every two hours. Never give more than nine in 24 hours. If the
cough lasts longer than five days, ask a nurse. Days in bed help.

## Drawbacks

Elderin has few drawbacks.

- a red tongue
- thirst
"""
DROPS = """# Yarrin drops

Yarrin is made of yarrow. Its drawbacks are sneezing and cold hands.
"""
GUILD = """# Rules of the bakers' guild

The masters' spring assembly is held in the guild hall at noon. The clerk reads the letters to the
masters' spring assembly. The quorum is thirty bakers. Nine days' notice must be given to all.
"""


@pytest.fixture
def shelf(tmp_path: Path) -> Assistant:
    texts = {"syrup.md": SYRUP, "drops.md": DROPS, "guild.md": GUILD}
    return assistant_on(texts, tmp_path)


def test_how_many_a_day_is_told_by_what_is_said_of_24_hours(shelf: Assistant) -> None:
    answer = shelf.ask("How many Elderin spoonfuls can I give a day?", conversation="anna")
    assert answer.quotes[0].text == "Never give more than nine in 24 hours."


def test_a_list_below_a_sentence_is_told_by_the_heading_above_it(shelf: Assistant) -> None:
    answer = shelf.ask("What are the drawbacks of Elderin?", conversation="anna")
    assert answer.lead == "a red tongue; thirst"


def test_no_list_is_that_of_another_document(shelf: Assistant) -> None:
    answer = shelf.ask("What are the drawbacks of Yarrin?", conversation="anna")
    assert "sneezing" in answer.lead


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What is the quorum for the masters' spring assembly?", "The quorum is thirty bakers."),
        ("what's the quorum at the masters' spring assembly", "The quorum is thirty bakers."),
        (
            "how much notice for the masters' spring assembly?",
            "Nine days' notice must be given to all.",
        ),
    ],
)
def test_the_thing_itself_is_told_before_what_is_said_of_the_rest(
    shelf: Assistant, question: str, told: str
) -> None:
    assert shelf.ask(question, conversation="anna").quotes[0].text == told
