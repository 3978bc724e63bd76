"""Who is at the head of something is told by whatever office a sentence names beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.assistant import Assistant
from tests.helpers import assistant_on

NEWS = """Tarvo and Selva agree on a merger

Tarvo shareholders backed the merger on Monday, and the brands of Tarvo are to stay.

Tarvo Chief Executive Ida Holm said that she was pleased with the vote.

The merger was praised by President Olav Lie of Norland.

The head of OWAS said that his agency would look into the merger of Tarvo and Selva.

OWAS Administrator Nils Lund came to Lunde on Tuesday.
"""


@pytest.fixture
def assistant(tmp_path: Path) -> Assistant:
    return assistant_on({"merger.txt": NEWS}, tmp_path)


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Who runs Tarvo?", "Ida Holm"),
        ("Who is the boss of Tarvo?", "Ida Holm"),
        ("Who is the CEO of Tarvo?", "Ida Holm"),
        ("who is in charge of OWAS", "Nils Lund"),
        ("Who is the head of OWAS?", "Nils Lund"),
    ],
)
def test_a_head_is_told_by_another_office(assistant: Assistant, question: str, name: str) -> None:
    reply = assistant.ask(question)
    assert reply.lead == name


def test_no_other_bodys_head_is_taken(assistant: Assistant) -> None:
    reply = assistant.ask("Who runs Selva?")
    assert "Holm" not in reply.lead
    assert "Lie" not in reply.lead


def test_who_holds_the_office_of_what_is_asked_about_comes_before_other_holders(
    tmp_path: Path,
) -> None:
    text = (
        "The mayor of the town, Ida Holm, spoke first.\n\nMayor Olav Lie was in doubt.\n\nTalks "
        "between Lunde Mayor Nils Lund and Mr Berg were held near Lunde.\n"
    )
    reply = assistant_on({"mayors.txt": text}, tmp_path).ask("Who is the mayor of Lunde?")
    assert reply.lead == "Nils Lund"


@pytest.mark.parametrize("question", ["Who is the CEO?", "who's ceo at Norfisk"])
def test_letters_for_an_office_are_told_by_its_words(tmp_path: Path, question: str) -> None:
    text = (
        '"Nets sold well," said Ida Holm, the chief executive of Norfisk.\n\nContact: Otto Maier, '
        "head of press.\n\nThe board of Norfisk met on Monday.\n"
    )
    reply = assistant_on({"nets.txt": text}, tmp_path).ask(question)
    assert "Ida Holm" in reply.lead
