"""Passages on the subject that lack what is asked for are no answer."""

from __future__ import annotations

import pytest

from bot.answering.absence import Absence, absent
from retrieval.question import parse_question

FERRY = "The ferry to Bergen leaves the old harbour and is run by the islands' council."


def lacking(question: str, *texts: str) -> Absence | None:
    return absent(parse_question(question), texts or (FERRY,))


@pytest.mark.parametrize(
    ("question", "lacks"),
    [
        ("How many passengers does the ferry carry?", Absence.COUNT),
        ("When was the ferry to Bergen built?", Absence.DATE),
        ("Who painted the ferry to Bergen?", Absence.PERSON),
        ("What is the name of the captain of the ferry?", Absence.PERSON),
        ("In which hotel do the passengers of the ferry stay?", Absence.THING),
    ],
)
def test_a_passage_without_the_thing_asked_for_is_no_answer(question: str, lacks: Absence) -> None:
    assert lacking(question) is lacks


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("How many passengers does the ferry carry?", "The ferry carries 120 passengers."),
        ("How many keepers were there?", "The keepers were Ida, Nils and Olav."),
        ("How many captains does it have?", "It has several captains."),
        ("When was the ferry built?", "The ferry was built after the war."),
        ("Who painted the ferry?", "The ferry was painted by Sofie Lund."),
        ("Who runs the ferry?", FERRY),
        ("What is the name of the captain?", "Captain Sofie Lund has sailed for years."),
        ("In which hotel do they stay?", "They stay at the Hotel Skansen."),
        ("In which town does it land?", FERRY),
    ],
)
def test_a_passage_that_may_answer_is_left_to_the_ranker(question: str, text: str) -> None:
    assert lacking(question, text) is None


def test_one_passage_with_the_thing_is_enough() -> None:
    texts = (FERRY, "It has carried 300 passengers on a stormy day.")
    assert lacking("How many passengers does the ferry carry?", *texts) is None


def test_questions_for_yes_or_no_and_lists_lack_nothing() -> None:
    assert lacking("Is the ferry run by the council?") is None
    assert lacking("Who else runs the ferry?") is None
