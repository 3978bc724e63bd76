"""A question that has all it needs starts afresh, whatever was asked before."""

from __future__ import annotations

import pytest

from tests.leaning import after, readings


@pytest.mark.parametrize(
    "message",
    [
        "When is the next train to Edinburgh?",
        "When did the previous strike at the mill take place?",
        "When is the next sponsored walk?",
        "Who raised the alarm first?",
        "Who first climbed the north ridge?",
        "Who was the first to see the tapir?",
        "What may the strikers do for the next few years?",
        "Which teacher finished third?",
    ],
)
def test_what_has_a_noun_for_its_ordinal_takes_none_over(message: str) -> None:
    assert readings(message, "Does the charity lend out laptops?") == [message]


@pytest.mark.parametrize(
    "message",
    [
        "How many people refused to leave their houses?",
        "Which haulage firm lost its contract?",
        "What was Dr Halvard's job before he joined the campaign?",
        "Who led the guard during the storm and when did he quit?",
        "Which part must not go into the oven although it touches food?",
        "What are the tasks of MISTAL under its mandate?",
        "What are the staff telling their employer?",
        "Did the rocket kill anyone when it exploded?",
        "Will Aubry be rebuilt where it stood?",
        "Why was the ring thought heavier than it is?",
    ],
)
def test_a_pronoun_points_to_what_its_own_message_names(message: str) -> None:
    assert after(message, "Who bought the old mill of Ann Lee?").text == message


@pytest.mark.parametrize(
    "message",
    [
        "how long did it take the smith to write the book",
        "how long does it take from the station by bus",
        "who was it that called for help",
        "what is the meal at the inn called that is so good",
        "who found the bell, there seem to be two accounts",
    ],
)
def test_words_that_open_a_clause_point_to_nothing(message: str) -> None:
    assert after(message, "Who bought the mill?").text == message


def test_how_long_it_takes_may_still_ask_of_what_was_told() -> None:
    found = after("how long does it take", "How do I renew my pass?")
    assert found.text == "how long does it take to renew my pass?"


@pytest.mark.parametrize(
    "message",
    [
        "Two dates are given for the report. Which ones?",
        "what was the reason, does everybody give the same one",
    ],
)
def test_one_is_what_its_own_message_names(message: str) -> None:
    assert after(message, "Is there parking near the theatre?").text == message


@pytest.mark.parametrize(
    "message",
    [
        "How many keys does a brass tuba have?",
        "Who bought the false teeth at the auction?",
        "How many inspectors work for the company?",
        "What happens with a sandwich somebody forgot?",
    ],
)
def test_a_whole_question_takes_over_no_time_or_place(message: str) -> None:
    assert readings(message, "Why did the drivers strike in Oslo in 2009?") == [message]


@pytest.mark.parametrize(
    ("message", "whole"),
    [
        ("and how many keys did the tuba have?", "how many keys did the tuba have in 2009?"),
        ("how many came?", "how many came in 2009?"),
    ],
)
def test_what_is_led_in_or_short_takes_them_over(message: str, whole: str) -> None:
    assert whole in readings(message, "Why did the drivers strike in 2009?")
