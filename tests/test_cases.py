"""What happens if ...: the sentence about that very case, and what it says follows."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answering.forms.cases import case_asked, consequence_told, share_told
from bot.answering.grammar.sentence import read_sentence
from bot.assistant import Assistant
from retrieval.question import parse_question
from tests.helpers import assistant_on

RULES = """# Rules of the Ferrow Rowing Club

## Committee

3.1 If the chair is absent, the vice-chair leads the meeting. The chair signs all letters of the
club, and the chair keeps its seal.

3.2 If there is no chair, then the oldest member calls the members together. The chair may call a
special meeting. The chair is chosen for two years, and no chair serves three terms.

3.3 Unless the fee is paid by 1 May, the member is struck off the list. The fee covers the use of
all boats.

## Boats

4.1 A crew is barred for a month if it damages a boat. Boats are inspected by the boatman.

4.2 A member who does not return a key within seven days loses the deposit.
"""


@pytest.fixture(scope="module")
def club(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return assistant_on({"rules.md": RULES}, tmp_path_factory.mktemp("club"))


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("What happens if the chair is absent?", "the vice-chair leads the meeting"),
        ("what happens if there is no chair", "the oldest member calls the members together"),
        ("What if the fee isn't paid?", "the member is struck off the list"),
        ("what happens when a crew damages a boat?", "A crew is barred for a month"),
        ("If a crew damages a boat, what happens?", "A crew is barred for a month"),
    ],
)
def test_what_follows_from_a_case_is_the_first_line(
    club: Assistant, question: str, line: str
) -> None:
    assert club.ask(question).lead == line


def test_no_part_of_a_clause_tells_what_happens(club: Assistant) -> None:
    answer = club.ask("What happens if I do not return a key?")
    assert "loses the deposit" in answer.quotes[0].text
    assert not answer.short


@pytest.mark.parametrize(
    "told",
    [
        "If the clerk, who keeps the seal, resigns, the board meets.",
        "If the clerk, mate or cook resigns, the board meets.",
    ],
)
def test_a_case_that_goes_on_behind_a_comma_is_not_cut_there(told: str) -> None:
    asked = parse_question("What happens if the clerk resigns?")
    assert consequence_told(asked, read_sentence(told)) is None


def test_what_follows_from_the_opposite_case_is_no_answer(club: Assistant) -> None:
    assert not club.ask("What happens if the fee is paid?").short


def test_the_case_may_be_told_in_other_words_of_the_thesaurus() -> None:
    asked = case_asked(parse_question("What happens if the vessel is late?"))
    assert asked is not None
    told = "If a ship is late, the pilot waits."
    assert share_told(asked, told, "en", lambda _: 1.0) > 0.5


@pytest.mark.parametrize(
    "question", ["what happens next?", "who decides if it rains?", "what is it?"]
)
def test_other_questions_ask_of_no_case(question: str) -> None:
    assert case_asked(parse_question(question)) is None


def test_how_often_something_is_done_is_told_by_its_own_verb(tmp_path: Path) -> None:
    text = """# The Ferrow Choir

The choir meets at least quarterly. Members of the choir may attend by phone.
The annual meeting is held each March, on a date the choir sets.
"""
    answer = assistant_on({"choir.md": text}, tmp_path).ask("how often does the choir meet?")
    assert answer.lead == "at least quarterly"


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("What does a steady green lamp mean?", "the tank is full"),
        ("What should I do if the green lamp is steady?", "the tank is full: turn off the tap"),
    ],
)
def test_a_sign_means_what_stands_before_the_advice(question: str, line: str) -> None:
    text = "If the green lamp is steady, the tank is full: turn off the tap."
    sentence = read_sentence(text, language="en")
    found = consequence_told(parse_question(question), sentence)
    assert found is not None
    assert text[found.start : found.end] == line
