"""What is offered and asked back: questions that have answers, names that were meant, subjects."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answer import Verdict
from bot.assistant import Assistant
from bot.rendering import render_answer
from bot.snapshots.suggestions import questions_from
from tests.helpers import assistant_on

COAST = {
    "skarvoy.md": "# Lights of the coast\n\nThe lighthouse of Skarvoy was built in 1874.\n",
    "utsira.md": "# The outer isles\n\nThe lighthouse of Utsira was built in 1901.\n\n"
    "Captain Przybylski ran the ferry. The mill of Aurland was moved in 1932.\n",
}


@pytest.fixture
def coast(tmp_path: Path) -> Assistant:
    return assistant_on(COAST, tmp_path)


def test_a_question_that_fits_two_subjects_is_asked_back(coast: Assistant) -> None:
    asked = coast.ask("When was the lighthouse built?", conversation="a")
    assert (asked.verdict, asked.quotes) == (Verdict.UNCLEAR, ())
    assert set(asked.offers) == {
        "When was the lighthouse of Skarvoy built?",
        "When was the lighthouse of Utsira built?",
    }
    chosen = 1 + asked.offers.index("When was the lighthouse of Utsira built?")
    assert coast.ask(str(chosen), conversation="a").lead == "1901"


def test_what_was_spoken_of_needs_no_asking_back(coast: Assistant) -> None:
    coast.ask("Where is the lighthouse of Utsira?", conversation="a")
    assert coast.ask("When was the lighthouse built?", conversation="a").lead == "1901"


@pytest.mark.parametrize(
    "question", ["When was the lighthouse of Skarvoy built?", "When was the mill moved?"]
)
def test_a_question_that_fits_one_subject_is_answered(coast: Assistant, question: str) -> None:
    assert coast.ask(question).verdict is Verdict.FOUND


def test_a_name_spelt_far_off_is_asked_back_and_yes_takes_it(coast: Assistant) -> None:
    asked = coast.ask("What did captain Prshibilsky run?", conversation="a")
    assert asked.offers == ("What did captain Przybylski run?",)
    told = render_answer(asked, coast.phrases()).text
    assert "mean this?" in told
    assert "the ferry" in coast.ask("yes", conversation="a").quotes[0].text


def test_a_refusal_offers_what_lies_near_the_topic_first(coast: Assistant) -> None:
    asked = coast.ask("How did the mill look in 1750?")
    assert asked.refused
    assert asked.offers[0] == "When was the mill of Aurland moved?"


def test_every_offer_has_an_answer(coast: Assistant) -> None:
    asked = coast.ask("Who is the pope?")
    assert asked.refused
    assert asked.offers
    for question in asked.offers:
        assert not coast.ask(question).refused


@pytest.mark.parametrize("message", ["yes", "no", "no thanks"])
def test_yes_and_no_to_nothing_are_met_politely(coast: Assistant, message: str) -> None:
    assert coast.ask(message, conversation="b").verdict is Verdict.SMALL_TALK


def test_a_clause_is_no_subject_of_an_offered_question() -> None:
    assert not list(questions_from("Since the cold store burnt down in 2019, ice is bought."))
