"""When and how long, in the first line."""

from __future__ import annotations

import pytest

from bot.answering.first_line.trimming import trimmed
from tests.lines import lifted, line_of, made_by, may_answer


def test_every_date_is_lifted() -> None:
    assert (
        line_of("When did they win the cup?", "They won it in 1956, 1972 and 2019.")
        == "1956, 1972 and 2019"
    )


def test_every_time_is_lifted() -> None:
    assert (
        line_of("When does it leave?", "It leaves at 8.15, 12.30 and 17.45.")
        == "8.15, 12.30 and 17.45"
    )


def test_an_age_is_no_time() -> None:
    assert lifted("When did Ida Holm die?", ("Ida Holm died at the age of 77.", 0.9)) is None


def test_what_is_so_is_lifted_from_beside_what_is_set_aside() -> None:
    assert (
        line_of("When is the regatta?", "The regatta is on 6 July instead of 29 June.") == "6 July"
    )


def test_a_time_of_day_is_told_without_what_stands_before_it() -> None:
    assert line_of("When is last entry?", "Last entry to exhibitions at 6.15 pm.") == "6.15 pm"


@pytest.mark.parametrize(
    ("question", "text", "part", "whole"),
    [
        ("How long does it take?", "It takes two hours and a half.", "two hours", None),
        ("When is the fair?", "It is on the last Friday in May.", "May", "the last Friday in May"),
        ("Which order number has it?", "Order it as BV-118 by post.", "118", "BV-118"),
        ("How much water is needed?", "It needs 1.8 litres a day.", "1.8", "1.8 litres"),
    ],
)
def test_a_line_breaks_off_no_half_day_code_or_unit(
    question: str, text: str, part: str, whole: str | None
) -> None:
    assert made_by(trimmed, question, text, part) == (whole or f"{part} and a half")


@pytest.mark.parametrize(
    ("question", "text", "part", "may_be"),
    [
        ("When was the lease signed?", "It failed to pay within 60 days.", "60 days", False),
        ("When was it to be paid?", "It was to be paid within 60 days.", "within 60 days", True),
        ("When must it be paid?", "It must be paid within 60 days.", "within 60 days", True),
    ],
)
def test_within_how_long_tells_no_day_of_what_was_done(
    question: str, text: str, part: str, may_be: bool
) -> None:
    assert may_answer(question, text, part) is may_be


@pytest.mark.parametrize(
    ("question", "text", "told"),
    [
        (
            "When is the nursery open?",
            "It opens to visitors on the first Saturday of each month.",
            "the first Saturday of each month",
        ),
        (
            "When is she there?",
            "From April she works there on Mondays and Fridays.",
            "Mondays and Fridays",
        ),
        (
            "Why was it refused?",
            "It was refused by the county for lack of money.",
            "for lack of money",
        ),
        ("How much do juniors pay?", "Adults pay £155; juniors stay at £60.", "£60"),
    ],
)
def test_what_comes_back_tells_when_something_is_and_for_tells_why(
    question: str, text: str, told: str
) -> None:
    assert line_of(question, text) == told
