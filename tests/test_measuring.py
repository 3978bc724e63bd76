"""The measure that a sentence gives in a unit of what is asked for."""

from __future__ import annotations

import pytest

from bot.answering.amounts.measuring import in_unit
from bot.answering.first_line.by_form import given_away
from bot.answering.needs.absence import absent
from bot.answering.needs.lack import Absence
from retrieval.question import parse_question
from tests.lines import told_by

PUMP = "It draws 320 watts, weighs 13.8 kg without water and dries rooms of 45 square metres."
GALE = "Gusts of 140 kilometres an hour blew for three days and cost 2.4 million pounds."


@pytest.mark.parametrize(
    ("question", "text", "measure"),
    [
        ("How heavy is the pump?", PUMP, "13.8 kg"),
        ("weight of the pump", PUMP, "13.8 kg"),
        ("how fast was the wind", GALE, "140 kilometres an hour"),
        ("How long did the wind blow?", GALE, None),
        ("How far is it?", "It is two miles from here and 300 yards from the sea.", None),
    ],
)
def test_the_one_amount_in_its_unit_is_the_measure(
    question: str, text: str, measure: str | None
) -> None:
    assert told_by(in_unit, question, text) == measure


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        ("To hire the boat you must be at least sixteen.", None),
        ("The boat is for children under six and their parents.", None),
        ("The boat lies two minutes from the old quay.", Absence.AMOUNT),
    ],
)
def test_minutes_are_no_age(text: str, lacks: Absence | None) -> None:
    assert absent(parse_question("How old do I have to be to hire the boat?"), [text]) is lacks


def test_a_term_tells_when() -> None:
    text = "You pay a deposit of 50 pounds, which comes back within three working days."
    given = given_away(parse_question("When do I get the deposit back?"), [text])
    assert given is not None
    assert text[given[1].start : given[1].end] == "within three working days"


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("How heavy is the raft?", "Carts of more than two tonnes must not be put on it."),
        ("How high is the mast?", "It will be four metres higher than the old mast."),
    ],
)
def test_the_measure_of_other_things_or_a_difference_is_none(question: str, text: str) -> None:
    said = absent(parse_question(question), (text,), (frozenset({"raft", "mast"}),))
    assert said is Absence.AMOUNT


def test_what_has_the_measure_may_be_several() -> None:
    question = parse_question("How heavy are the carts?")
    assert absent(question, ("Carts of more than two tonnes must not be put on it.",)) is None


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        ("The subscription is £80 a year.", None),
        ("The subscription was raised when the wall was two metres high.", Absence.AMOUNT),
    ],
)
def test_how_high_a_payment_is_money_tells(text: str, lacks: Absence | None) -> None:
    assert absent(parse_question("How high is the subscription?"), (text,)) is lacks


def test_lives_are_counted_by_whoever_died() -> None:
    question = parse_question("How many lives did the flood cost?")
    for text, told in (
        ("Some 40 pupils died in the flood.", "Some 40 pupils"),
        ("The flood of 1950 left 40 boats adrift.", None),
        ("In the flood 40 pupils died and 12 sailors.", None),
    ):
        found = given_away(question, [text])
        assert (None if found is None else text[slice(*found[1])]) == told
