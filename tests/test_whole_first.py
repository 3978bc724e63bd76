"""How many there are in all is told by what has them, not by what holds of some of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.assistant import Assistant
from tests.helpers import assistant_on

RULES = """Rules of the lifeboat

The crew of the lifeboat
------------------------

If fewer than four rowers are on the crew, the coxswain must call for more rowers.

Any two rowers of the crew may ask the coxswain for a drill of all rowers on the crew.

The crew has nine rowers: six from Lunde, and three from Moss.

When there are 3 boatwrights or fewer, the guild of boatwrights may choose new boatwrights.

The guild consists of up to 7 boatwrights.
"""


@pytest.fixture
def assistant(tmp_path: Path) -> Assistant:
    return assistant_on({"rules.txt": RULES}, tmp_path)


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("How many rowers are on the crew?", "The crew has nine rowers"),
        ("How many rowers does the crew have?", "The crew has nine rowers"),
        ("how many boatwrights are in the guild", "consists of up to 7"),
    ],
)
def test_what_the_whole_has_comes_first(assistant: Assistant, question: str, quote: str) -> None:
    assert quote in assistant.ask(question).quotes[0].text
