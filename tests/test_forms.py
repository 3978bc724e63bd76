"""Times of day, telephone numbers, addresses and how often are read by their form."""

from __future__ import annotations

import pytest

from bot.answering.first_line.by_form import given_away
from bot.answering.first_line.fitting import fits
from bot.answering.forms.things import form_asked
from bot.answering.needs.absence import absent
from bot.answering.needs.lack import Absence
from retrieval.question import parse_question
from retrieval.records import Span


def given(question: str, text: str) -> str | None:
    found = given_away(parse_question(question), [text])
    return None if found is None else text[found[1].start : found[1].end]


@pytest.mark.parametrize(
    ("question", "text", "told"),
    [
        (
            "What time did the choir stop?",
            "On 5 May 2020 the choir stopped at 9.25 p.m.",
            "9.25 p.m.",
        ),
        ("At what time does it open?", "The mill, 5.40 metres high, opens at 10:15.", "10:15"),
        ("What time is lunch?", "Lunch is at noon.", "noon"),
        ("What time did it sink?", "It sank at twenty past two.", "twenty past two"),
        ("What time did it sink?", "It sank at five in the morning.", "five in the morning"),
        ("What time did it sink?", "At 0207 the boat with 2100 crates sank.", "0207"),
        (
            "What is the phone number of the mill?",
            "Call 0800 555 014 from 8 to 20.",
            "0800 555 014",
        ),
        (
            "What number do I call?",
            "The desk (+47 22 33 44) knows since 2021-05-12.",
            "+47 22 33 44",
        ),
        (
            "What is the clerk's email?",
            "Write to the clerk, ida@mill.example, at once.",
            "ida@mill.example",
        ),
        (
            "What is the website of the mill?",
            "See https://mill.example/lamps.",
            "https://mill.example/lamps",
        ),
        (
            "How often did it flood?",
            "The cellar has flooded only four times since 1846.",
            "only four times",
        ),
        ("How often does it sail?", "The ferry sails every two hours in May.", "every two hours"),
        ("In what year was it built?", "The mill was built in 1902 and sold in 1987.", "1902"),
        ("What year did it burn?", "On 5 May 1902 the mill burnt, all 1,500 sacks in it.", "1902"),
        ("Which month is the fair?", "The fair is held in June every year.", "June"),
        ("On which day is it shut?", "The mill is open but on Mondays.", "Mondays"),
        ("Which day is the fair?", "The fair is on 5 May 2020.", "5 May 2020"),
        ("What colour is the lever?", "Pull the dark blue lever upwards.", "dark blue"),
        ("What language is it in?", "The book is written in Old Latin.", "Latin"),
        (
            "When is it open on Saturdays?",
            "It is open from 8 am to 6.30 pm on weekdays and from 9 am to noon on Saturdays.",
            "from 9 am to noon",
        ),
        ("When is the mill open?", "The mill is open from 8 am to 6 pm.", "from 8 am to 6 pm"),
        ("What does a lamp cost?", "In May a lamp was sold for 40 pounds.", "40 pounds"),
    ],
)
def test_what_has_a_form_is_lifted_by_it(question: str, text: str, told: str) -> None:
    assert given(question, text) == told


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What time does it open?", "9:00"),
        ("Until what time is it open?", None),
        ("At what time do they close?", "17:00"),
        ("At what time is it there?", None),
    ],
)
def test_of_two_times_the_beginning_or_the_end_is_taken(question: str, told: str | None) -> None:
    assert given(question, "The mill is open from 9:00 to 17:00.") == told


def test_opening_hours_are_a_span_of_time() -> None:
    text = "From Monday to Friday the mill is open from 9 a.m. to 5 p.m., by request."
    assert given("What are the opening hours of the mill?", text) == "from 9 a.m. to 5 p.m."


@pytest.mark.parametrize(
    ("question", "text", "lacks"),
    [
        ("What time does the mill open?", "The mill opened on 5 May.", Absence.DATE),
        ("What is the phone number?", "The mill has a telephone since 1999.", Absence.THING),
        ("What is the email of the clerk?", "The clerk answers every email.", None),
    ],
)
def test_nothing_but_the_form_tells_a_time_or_a_number(
    question: str, text: str, lacks: Absence | None
) -> None:
    assert absent(parse_question(question), [text]) is lacks


@pytest.mark.parametrize(
    "question", ["What time of year is best?", "How many mills are there?", "When was it built?"]
)
def test_other_questions_ask_for_no_form(question: str) -> None:
    assert form_asked(parse_question(question)) is None


@pytest.mark.parametrize(
    ("question", "text", "lacks"),
    [
        ("What year was the mill built?", "The mill is first among mills.", Absence.DATE),
        ("Which languages does Ida speak?", "Ida spoke of the mill.", Absence.THING),
        ("What other language than Latin is taught?", "Latin is taught.", Absence.THING),
        ("Which languages does Ida speak?", "Ida spoke Danish.", None),
        ("What colours does the lamp come in?", "The lamp comes in a box.", Absence.THING),
        ("On which day is it shut?", "The mill was shut in 1902.", Absence.DATE),
    ],
)
def test_without_a_thing_of_the_form_there_is_no_answer(
    question: str, text: str, lacks: Absence | None
) -> None:
    assert absent(parse_question(question), [text]) is lacks


def test_of_several_measures_the_one_of_the_dimension_is_lifted() -> None:
    text = "The lamp draws 320 watts and stands in rooms of up to 45 square metres."
    question = parse_question("weight of the lamp?")
    assert not fits(question, text, Span(15, 24))
    assert fits(parse_question("What is the weight of it?"), "It weighs 14 kg.", Span(10, 15))
    price = parse_question("How much is a ticket?")
    assert not fits(price, "Tickets are free for people over 65.", Span(33, 35))
    assert fits(price, "A ticket costs 65.", Span(15, 17))
