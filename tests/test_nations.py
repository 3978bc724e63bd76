"""A nation's office is held by nobody whom the documents show in another nation's."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answer import Verdict
from bot.answering.grammar.sentence import read_sentence
from bot.answering.people.nations import counterpart
from bot.answering.people.seats import seat_asked
from bot.assistant import Assistant
from retrieval.question import parse_question
from tests.helpers import assistant_on

TALKS = """# Fishing talks in Bergen

Norwegian and Danish officials met in Bergen on Monday to speak about herring.

Fisheries Minister Ida Holm and her Danish counterpart, Nils Brekke, signed a letter.

The Icelandic fisheries minister was not there. Iceland catches more herring than Norway does.
"""
VISIT = """# A visit to Lisbon

LISBON, 3 May - Fisheries Minister Rui Castro opened the fish market on Monday.

The Spanish envoy for fisheries, Ana Vidal, and the ambassador of Chile came to the market.

The Portuguese deputy fisheries minister Vera Paz bought a cod.
"""


@pytest.fixture
def herring(tmp_path: Path) -> Assistant:
    """An assistant on two reports about fish."""
    return assistant_on({"talks.md": TALKS, "visit.md": VISIT}, tmp_path)


@pytest.mark.parametrize(
    ("question", "nation"),
    [
        ("Who is the Danish fisheries minister?", "denmark"),
        ("Who was the fisheries minister of Denmark?", "denmark"),
        ("Who is Denmark's chief negotiator?", "denmark"),
        ("Who is the spokeswoman of the Danish foreign ministry?", "denmark"),
        ("Which Danish diplomat came?", "denmark"),
        ("What is the name of the US ambassador to Chile?", "united_states"),
    ],
)
def test_a_question_tells_whose_office_it_is(question: str, nation: str) -> None:
    seat = seat_asked(parse_question(question))
    assert seat is not None
    assert seat.nations == {nation}


@pytest.mark.parametrize(
    "question",
    [
        "Who is the minister?",
        "Who met the Danish minister?",
        "What did the Danish minister say?",
        "Who is Ida Holm?",
        "Who is the envoy for Chile?",
    ],
)
def test_other_questions_ask_for_none(question: str) -> None:
    assert seat_asked(parse_question(question)) is None


@pytest.mark.parametrize(
    ("question", "holder"),
    [
        ("Who is the Norwegian fisheries minister?", "Ida Holm"),
        ("Who is the Danish fisheries minister?", "Nils Brekke"),
        ("Who is the fisheries minister of Portugal?", "Rui Castro"),
        ("Who is Portugal's fisheries minister?", "Rui Castro"),
        ("Who is the Portuguese deputy fisheries minister?", "Vera Paz"),
        ("Who is the Spanish envoy?", "Ana Vidal"),
    ],
)
def test_the_holder_is_told(herring: Assistant, question: str, holder: str) -> None:
    assert herring.ask(question).lead == holder


@pytest.mark.parametrize(
    "question",
    [
        "Who is the Icelandic fisheries minister?",
        "Who is the fisheries minister of Chile?",
        "Who is the Danish deputy fisheries minister?",
    ],
)
def test_nobody_else_holds_it(herring: Assistant, question: str) -> None:
    assert herring.ask(question).verdict is Verdict.NOT_FOUND


def test_the_name_beside_another_office_is_no_answer(herring: Assistant) -> None:
    assert not herring.ask("Who is the ambassador of Chile?").short


def test_a_deputy_may_be_which_minister_is_meant(herring: Assistant) -> None:
    assert "Vera Paz" in herring.ask("Which Portuguese minister bought a cod?").quotes[0].text


def test_an_ambassador_is_a_diplomat(herring: Assistant) -> None:
    answer = herring.ask("Which Chilean diplomat came to the market?")
    assert "ambassador of Chile" in answer.quotes[0].text


def test_who_asks_what_the_holder_did_asks_for_no_holder(herring: Assistant) -> None:
    assert seat_asked(parse_question("Is the Chilean ambassador at the market?")) is None
    assert seat_asked(parse_question("When did the Danish minister come?")) is None


@pytest.mark.parametrize(
    ("nation", "text", "word"),
    [
        ("denmark", "Minister Ida Holm met her Danish counterpart Nils Brekke.", "counterpart"),
        ("denmark", "Minister Ida Holm met her counterpart of Denmark.", "counterpart"),
        ("norway", "Minister Ida Holm met her Danish counterpart Nils Brekke.", None),
        ("denmark", "Her Danish counterpart met Minister Ida Holm.", None),
    ],
)
def test_a_counterpart_holds_the_office_named_before_it(
    nation: str, text: str, word: str | None
) -> None:
    sentence = read_sentence(text)
    place = counterpart("minist", {nation}, sentence)
    assert (None if place is None else sentence.words[place]) == word
