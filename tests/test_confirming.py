"""Statements that ask to be confirmed are read as the questions they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.follow_up.confirming import outright
from tests.helpers import assistant_on
from tests.leaning import after

ABBEY = "The abbey of Thule was closed in 1536. Its bell weighs three tonnes. The crypt burnt.\n"


@pytest.mark.parametrize(
    ("message", "question"),
    [
        ("it was a fish market, right?", "was it a fish market?"),
        ("the second tower fell, right?", "did the second tower fall?"),
        ("they sell honey here, don't they?", "do they sell honey here?"),
        ("the ferry sails on Sundays, correct?", "does the ferry sail on Sundays?"),
        ("it's in May right", "is it in May?"),
        ("that was in Oslo, no?", "was that in Oslo?"),
        ("the garden is free?", "is the garden free?"),
        ("the mill built in 1920 burnt, right?", "the mill built in 1920 burnt?"),
        ("dogs allowed, right?", "dogs allowed?"),
        ("anyone hurt?", "was anyone hurt?"),
        ("any boats left", "were there any boats left?"),
        ("I'd like to know whether the crypt is open", "is the crypt open?"),
        ("do you know if the bell was ever sold?", "was the bell ever sold?"),
        ("Is it true that the bell is made of iron?", "is the bell made of iron?"),
        ("tell me if there are any tickets", "are there any tickets?"),
    ],
)
def test_a_statement_to_be_confirmed_is_a_question(message: str, question: str) -> None:
    assert outright(message, "en") == question


@pytest.mark.parametrize(
    "message",
    [
        "who was right?",
        "if the bell rings, is it open?",
        "is it true?",
        "is it true that goats climb?",
        "Is it true that the bell was never sold?",
        "is he right?",
        "the number on the door is right",
        "the house on the right?",
        "you turn right",
        "you must turn right",
        "the old mill?",
        "dogs allowed?",
        "the abbot was ill in May",
        "anyone else?",
        "any others?",
        "any idea when?",
        "¿el molino es viejo?",
    ],
)
def test_what_states_nothing_or_asks_already_stays_as_it_is(message: str) -> None:
    assert outright(message, "en") == message


@pytest.mark.parametrize(
    ("message", "earlier", "short", "whole"),
    [
        ("it was in March, right?", "When was the regatta?", "", "was the regatta in March?"),
        ("he was the mayor, right?", "Who laid the stone?", "Ann Lee", "was Ann Lee the mayor?"),
        ("so it's free?", "What is the tour?", "", "is the tour free?"),
        ("and the crypt burnt, right?", "When was the nave built?", "", "did the crypt burn?"),
    ],
)
def test_such_a_statement_leans_on_what_was_said(
    message: str, earlier: str, short: str, whole: str
) -> None:
    assert after(message, earlier, short=short).text == whole


@pytest.mark.parametrize(
    ("message", "lead"),
    [
        ("the abbey of Thule was closed in 1536, right?", "Yes."),
        ("the bell weighs three tonnes, doesn't it?", "Yes."),
    ],
)
def test_it_is_answered_with_yes_or_no(message: str, lead: str, tmp_path: Path) -> None:
    assistant = assistant_on({"abbey.txt": ABBEY}, tmp_path)
    assert assistant.ask(message).lead == lead


def test_what_leads_to_nothing_is_read_once_however_long() -> None:
    message = "please tell me " * 40 + "it"
    assert outright(message, "en") == message
