"""Passages on the subject that lack what is asked for are no answer."""

from __future__ import annotations

import pytest

from bot.answering.absence import Absence, absent, telling
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


@pytest.mark.parametrize(
    ("question", "text", "lacks"),
    [
        ("How high is the lighthouse?", "The lighthouse was built in 1902.", Absence.AMOUNT),
        ("How high is the lighthouse?", "The lighthouse rises 31 metres.", None),
        ("How heavy is the bell?", "The bell of 1902 has a crack.", Absence.AMOUNT),
        ("How much does the bell weigh?", "The bell weighs two tonnes.", None),
        ("How often does the ferry sail?", "The ferry sails for 75 minutes.", Absence.AMOUNT),
        ("How often does the ferry sail?", "The ferry sails twice a week.", None),
        ("How old is the keeper?", "The keeper owns 2,500 clocks.", Absence.AMOUNT),
        ("How old is the keeper?", "The keeper, 54, lives alone.", None),
        ("How old is Ida Holm?", "Olav Lie, 24, lives in Bergen.", Absence.AMOUNT),
        ("How old is Ida Holm?", "Olav Lie is her son; she is 60.", None),
        ("How long is the pier?", "The pier stands beside the harbour.", Absence.AMOUNT),
        ("How long is the pier?", "The pier is 300 metres long.", None),
        ("What is the price of a lamp?", "The shop shows 1,900 lamps.", Absence.AMOUNT),
        ("What is the price of a lamp?", "A lamp costs 40.", None),
        ("Who is the owner of the mill?", "Ida Holm runs the mill.", Absence.PERSON),
        ("Who is the owner of the mill?", "Ida Holm bought the mill.", None),
        ("Who was the president of the club?", "Olav Lie trained the club.", Absence.PERSON),
        ("Who was the president of the club?", "Under Ida Holm's presidency it grew.", None),
    ],
)
def test_a_measure_or_an_office_must_be_spoken_of(
    question: str, text: str, lacks: Absence | None
) -> None:
    assert lacking(question, text) is lacks


def test_passages_that_tell_the_measure_come_first() -> None:
    texts = ("The bell is from Bergen.", "The bell weighs two tonnes.")
    assert telling(parse_question("How heavy is the bell?"), texts) == (1,)


def test_a_heading_tells_nobody() -> None:
    texts = ("A new keeper of the lighthouse", "Ida Holm keeps the lighthouse.")
    assert telling(parse_question("Who keeps the lighthouse?"), texts) == (1,)


def test_one_passage_with_the_thing_is_enough() -> None:
    texts = (FERRY, "It has carried 300 passengers on a stormy day.")
    assert lacking("How many passengers does the ferry carry?", *texts) is None


def test_questions_for_yes_or_no_and_lists_lack_nothing() -> None:
    assert lacking("Is the ferry run by the council?") is None
    assert lacking("Who else runs the ferry?") is None
