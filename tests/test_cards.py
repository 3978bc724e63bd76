"""Cards without labels: a name with the post, the address and the numbers below it."""

from __future__ import annotations

import pytest

from bot.answer import Verdict
from bot.assistant import Assistant
from retrieval.reading.text.cards import lines_of
from tests.helpers import assistant_on

CLUB = """Kvernes Chess Club

Solveig Brandt
Chairwoman
Millgata 4, 6530 Kvernes
+47 71 53 11 20
solveig@chess.example

Jon Eide
Librarian
jon@chess.example

Club room
Open on Fridays from 18 to 22
"""
PAGE = """<html><body><h1>Kvernes Rowers</h1><h3>Liv Moen</h3><div>Coach</div>
<div>liv@rowers.example</div><h3>Odd Ness</h3><div>Boatman</div><div>+47 71 53 99 00</div>
<p>We row every day.</p></body></html>"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return assistant_on({"club.txt": CLUB, "rowers.html": PAGE}, tmp_path_factory.mktemp("cards"))


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("Who is the librarian?", "Jon Eide"),
        ("Who is the coach of the rowers?", "Liv Moen"),
        ("phone number of Solveig Brandt", "+47 71 53 11 20"),
        ("What is the email of the librarian?", "jon@chess.example"),
        ("Who is Odd Ness?", "Boatman"),
    ],
)
def test_a_card_tells_who_holds_a_post_and_how_to_reach_them(
    assistant: Assistant, question: str, line: str
) -> None:
    answer = assistant.ask(question)
    assert answer.short
    assert answer.lead == line


def test_a_post_that_no_card_has_is_held_by_nobody(assistant: Assistant) -> None:
    assert assistant.ask("Who is the treasurer?").verdict is Verdict.NOT_FOUND


def test_each_card_is_one_passage(assistant: Assistant) -> None:
    passages = assistant.snapshot.retriever.passages
    texts = [passages.passage(number).text for number in range(len(passages))]
    assert "Jon Eide\nLibrarian\njon@chess.example" in texts
    assert "Open on Fridays from 18 to 22" in texts


@pytest.mark.parametrize(
    "text",
    [
        "Jon Eide\nLibrarian",  # no way to reach him
        "Jon Eide\nPhone: 71 53 11 20",  # an entry has a label of its own
        "The room is closed.\njon@chess.example",
        "opening hours of the room\n+47 71 53 11 20",
    ],
)
def test_other_lines_are_no_card(text: str) -> None:
    assert lines_of(text) == []
