"""Sentences that have the form of what is asked for come before those that share its words."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answering.forms.definitions import defines, means
from bot.answering.forms.places import tells_place, tells_where_done
from bot.assistant import Assistant
from retrieval.question import parse_question
from tests.helpers import assistant_on

PAGE = """# The glider club of Orsk

Gliders were first seen at the county fair. The fair was visited by gliders again in 1990.

A glider is an aircraft without an engine. Gliders are pulled into the air by a winch.

The summer party of the club was held on 3 May. The summer party took place in the old mill.
"""


@pytest.fixture
def club(tmp_path: Path) -> Assistant:
    """An assistant on one page of a club."""
    return assistant_on({"club.md": PAGE}, tmp_path)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("what is a glider", "A glider is an aircraft"),
        ("Where was the summer party held?", "took place in the old mill"),
    ],
)
def test_a_sentence_of_the_form_is_quoted_first(club: Assistant, question: str, told: str) -> None:
    assert told in club.ask(question).quotes[0].text


@pytest.mark.parametrize(
    ("text", "does"),
    [
        ("On Monday the mayor was chosen at the old mill by a show of hands.", True),
        ("They chose the mayor, a baker by trade, in Lunde.", True),
        ("A court in Lunde has ruled that the mayor was rightly chosen.", False),
        ("The mayor was chosen on Monday and spoke in the hall of Lunde.", False),
        ("The mayor will be chosen in Lunde.", False),
        ("The mayor was chosen on Monday, while those at the mill were not there.", False),
        ("The mayor was chosen in the evening.", False),
    ],
)
def test_a_place_is_told_of_what_was_done_there(text: str, does: bool) -> None:
    assert tells_where_done(parse_question("Where was the mayor chosen?"), text) is does


@pytest.mark.parametrize(
    ("question", "text", "does"),
    [
        ("What is a hold?", "A hold is a planned stop of the countdown.", True),
        ("What is a hold?", "Hold: a planned stop of the countdown.", True),
        ("What are holds?", "A hold, which may last hours, stops the countdown.", True),
        ("Who is Nils Berg?", "The keeper was a man called Nils Berg.", True),
        ("What's the Full Spoon?", "It is run by an association named Full Spoon.", True),
        ("What is a hold?", "There was a hold at noon, and the heat shield held.", False),
        ("What is marsh fever?", "The first to be treated for marsh fever was a nurse.", False),
        ("Hold?", "A hold is a planned stop.", False),
    ],
)
def test_a_definition_says_what_the_thing_is(question: str, text: str, does: bool) -> None:
    assert defines(parse_question(question), text) is does


@pytest.mark.parametrize(
    ("text", "does"),
    [
        ("The treaty was signed in the reading room of the library.", True),
        ("Place: reading room", True),
        ("The treaty was signed on 25 November.", False),
        ("The treaty was signed at five in the morning.", False),
        ("The treaty was signed by Nils Berg.", False),
        ("In the treaty nothing is said of it.", False),
    ],
)
def test_a_place_stands_behind_a_preposition_and_is_no_time(text: str, does: bool) -> None:
    assert tells_place(parse_question("Where was the treaty signed?"), text) is does


def test_the_opening_of_a_document_about_a_thing_tells_what_it_is(tmp_path: Path) -> None:
    files = {
        "readme.md": "# Winnow\n\nWinnow is a program that sorts seeds by their pictures. "
        "It runs on a small computer above the sieve.\n",
        "history.md": "# History\n\n## 3.0\n\n- Winnow is a single file.\n- Winnow is quicker.\n\n"
        "## 2.9\n\n- Winnow no longer stops when a picture is dark.\n",
    }
    assistant = assistant_on(files, tmp_path)
    assert assistant.ask("what is winnow").quotes[0].text.startswith("Winnow is a program")


def test_as_many_names_as_are_asked_for_come_first(tmp_path: Path) -> None:
    text = (
        "The next meeting should bring the agreement that the three guarantor countries of the "
        "treaty need. The guarantors are Norway, Iceland and Denmark."
    )
    asked = assistant_on({"treaty.md": text}, tmp_path)
    assert asked.ask("Which three countries are the guarantors?").lead == (
        "Norway, Iceland and Denmark"
    )


@pytest.mark.parametrize(
    ("question", "text", "laid_down"),
    [
        ("What is a covered boat?", 'A "covered boat" means any boat or one based on it.', True),
        ("what does skipper mean", '1.2. "Skipper" (or "Master") shall mean who steers.', True),
        ("What counts as a spare cabin?", 'A "Spare Cabin" is a named cabin below.', True),
        ("Who does “you” refer to?", "When we say “You”, we refer to the owners.", True),
        ("What is a boat?", 'A "boat" that leaks is a danger.', False),
        ("What is the fee?", "The fee is the sum of both.", False),
        ("What does the skipper do?", '"Skipper" means who steers.', False),
    ],
)
def test_what_a_term_is_to_mean_is_laid_down(question: str, text: str, laid_down: bool) -> None:
    assert means(parse_question(question), text) is laid_down
