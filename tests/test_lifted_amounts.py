"""Amounts in the first line: whole, with their unit, and of the thing asked about."""

from __future__ import annotations

import pytest

from bot.answering.first_line.trimming import trimmed
from bot.answering.first_line.widening import widened
from retrieval.entities import Kind as MentionKind
from retrieval.entities import mentions
from tests.lines import lifted, line_of, made_by, may_answer


def test_a_loss_is_no_profit() -> None:
    text = "Last year it made a loss of 95 crowns."
    assert lifted("How much profit did it make last year?", (text, 0.9)) is None
    assert lifted("How much loss did it make last year?", (text, 0.9)) is not None


def test_a_measure_is_read_beside_what_it_measures() -> None:
    assert (
        line_of(
            "How deep is the pond?",
            "The pond covers 40 hectares, with a greatest depth of 12 metres.",
        )
        == "12 metres"
    )


@pytest.mark.parametrize(
    ("question", "text", "part", "whole"),
    [
        (
            "How many of the posts are masts?",
            "There are 35 posts, including 20 oak beams and nine masts of Lunde.",
            "20 oak beams and nine",
            "nine masts",
        ),
        (
            "How many Mill Council rules did they break?",
            "They broke four Mill Council rules on noise.",
            "four Mill",
            "four Mill Council rules",
        ),
        ("How many rules did they break?", "They broke four rules.", "four rules", "four rules"),
        (
            "Who closed it?",
            "Works and Inland Water Minister Ida Holm closed it.",
            "Inland Water Minister Ida Holm",
            "Works and Inland Water Minister Ida Holm",
        ),
        (
            "Who closed it?",
            "Health Minister Ida Holm and Trade Minister Jon Lid closed it.",
            "Trade Minister Jon Lid",
            "Trade Minister Jon Lid",
        ),
    ],
)
def test_one_number_or_office_is_told_whole(
    question: str, text: str, part: str, whole: str
) -> None:
    assert made_by(trimmed, question, text, part) == whole


@pytest.mark.parametrize(
    ("question", "text", "part", "whole"),
    [
        (
            "How long was Ida in the mill?",
            "Ida left the mill after one year of her five-year lease.",
            "five-year",
            "one year",
        ),
        (
            "How long was the lease?",
            "Ida left the mill after one year of her five-year lease.",
            "five-year",
            "five-year",
        ),
        ("How many boats leak?", "One in three boats leaks.", "three", "One in three"),
        (
            "When does the fair open?",
            "It opens in Lunde on 4 October, from 07.30 on 5 October in Moss.",
            "4 October",
            "4 October",
        ),
        (
            "When is the fair?",
            "It is in Lunde on 4 October, from 07.30 to 8.30, in Moss.",
            "4 October",
            "4 October, from 07.30 to 8.30",
        ),
    ],
)
def test_parts_of_terms_shares_and_days_are_told_whole(
    question: str, text: str, part: str, whole: str
) -> None:
    assert made_by(widened, question, text, part) == whole


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("How many shares were against the sale?", "just 32 shares"),
        ("How many shares were in favour of the sale?", "678 shares"),
    ],
)
def test_votes_are_told_of_the_side_that_is_asked_for(question: str, told: str) -> None:
    text = "Some 678 shares voted in favour of the sale, while just 32 shares voted against."
    assert line_of(question, text).removeprefix("Some ") == told


def test_what_something_rises_to_is_told_and_both_where_the_past_is_asked() -> None:
    charge = "The charge for a brown bin rises from £45 to £52 a year."
    assert line_of("How much is the bin?", charge) == "£52"
    assert line_of("How much was the bin before?", charge) == "£45 to £52"


@pytest.mark.parametrize(
    ("question", "text", "part", "whole"),
    [
        ("How long may a boat be?", "No boats over 20 feet long.", "20", "20 feet"),
        ("How big is the garden?", "Goats roam our 40-acre garden.", "40", "40-acre"),
        (
            "How long before must I ask?",
            "Ask in writing 48 hours before.",
            "writing 48",
            "48 hours",
        ),
        ("When does it start?", "It is free, beginning May 1.", "beginning May", "May 1"),
        ("How many goats are there?", "There are 20 goats.", "20", "20"),
    ],
)
def test_a_figure_that_broke_off_is_told_with_what_it_measures(
    question: str, text: str, part: str, whole: str
) -> None:
    assert made_by(widened, question, text, part) == whole


@pytest.mark.parametrize(
    ("asked", "text", "words", "told"),
    [
        ("how much paprika is there?", "Take 3 tbsp paprika and stir.", "3", "3 tbsp"),
        ("how much does the battery store?", "The battery stores 40 MWh.", "40", "40 MWh"),
    ],
)
def test_a_figure_keeps_its_unit(asked: str, text: str, words: str, told: str) -> None:
    assert made_by(widened, asked, text, words) == told


def test_an_amount_ends_before_the_next_thing_told() -> None:
    text = "The boiler has a power of 3 kW and holds 80 litres."
    assert made_by(trimmed, "how much power has it?", text, "3 kW and holds 80 litres") == "3 kW"


def test_what_capacity_is_told_by_what_has_one() -> None:
    asked = "what capacity does the farm have?"
    text = "The farm, opened in 2014, has a capacity of 96 MW."
    assert not may_answer(asked, text, "2014")
    assert may_answer(asked, text, "96 MW")


def test_a_sum_in_millions_is_lifted_with_its_sign() -> None:
    question = "How much is Lund paying for the firm?"
    assert line_of(question, "21 June: Lund agrees to pay £58m") == "£58m"


def test_pence_are_money() -> None:
    text = "A copy costs 15p a page, 50p in colour."
    assert may_answer("how much is a copy?", text, "15p")
    found = [m for m in mentions(text, language="en") if m.kind is MentionKind.MONEY]
    assert [(text[m.start : m.end], m.value) for m in found] == [("15p", "15"), ("50p", "50")]


@pytest.mark.parametrize(
    ("question", "sentence", "line"),
    [
        ("How much barley do I need?", "barley • 3/4 cup", "3/4 cup"),
        ("How much milk is needed?", "You need 1 1/2 litres of milk.", "1 1/2 litres"),
        ("How many seats are there?", "Seats: 40 upright", "40"),
        ("How long is the training?", "New guards take a 30-day paid training.", "30-day"),
        (
            "How long is the parental leave?",
            "Fathers get six weeks of parental leave.",
            "six weeks",
        ),
    ],
)
def test_an_amount_is_lifted_whole_and_of_the_thing_it_stands_with(
    question: str, sentence: str, line: str
) -> None:
    assert line_of(question, sentence) == line


@pytest.mark.parametrize(
    ("question", "sentence", "line"),
    [
        (
            "How far does the boat go on one charge?",
            "The boat goes 30 to 45 miles on one charge.",
            "30 to 45 miles",
        ),
        (
            "When is the deposit taken?",
            "The deposit is taken 24 hours prior to arrival.",
            "24 hours prior to arrival",
        ),
        (
            "When must I book the sauna?",
            "Book the sauna at least two weeks in advance.",
            "at least two weeks in advance",
        ),
    ],
)
def test_both_ends_of_a_range_and_what_a_time_is_counted_from_are_lifted(
    question: str, sentence: str, line: str
) -> None:
    assert line_of(question, sentence) == line


def test_a_vote_and_a_life_are_no_range() -> None:
    assert not line_of(
        "How many voted against it?", "The board passed it by 10 to 3 votes."
    ).startswith("10 to")


def test_a_share_counts_nothing() -> None:
    assert line_of("How many essays are there?", "Essays: 40% (6 of them)") != "40%"


@pytest.mark.parametrize(
    ("question", "sentence", "line"),
    [
        (
            "How old must you be to rent a canoe?",
            "You must be at least 17 years of age to rent a canoe.",
            "at least 17 years",
        ),
        ("How high is the rent?", "The rent is 640 euros a month.", "640 euros"),
    ],
)
def test_how_old_one_must_be_to_rent_something_is_no_rent(
    question: str, sentence: str, line: str
) -> None:
    assert line_of(question, sentence).startswith(line)


@pytest.mark.parametrize(
    ("question", "text", "words"),
    [
        ("How long is the notice?", "The notice is as long as article 4.2 says.", "4.2"),
        ("What is the length of the break?", "It is reckoned anew under §B.1.4 each day.", "1.4"),
        ("How long do stewards serve?", "Stewards serve until the next one is chosen.", "one"),
        ("How many pilots does the port have?", "With 5 pilots or fewer it is shut.", "5 pilots"),
        ("How many pilots are on the board?", "Any two pilots may call the board.", "two pilots"),
        (
            "How many pilots does the port have?",
            "The port has up to nine boats, and at least 4 pilots by night.",
            "at least 4 pilots",
        ),
        ("How many pilots are there?", "If fewer than 3 pilots remain, it is shut.", "3 pilots"),
        ("Who decides the menu?", "It decides all dishes and the menu.", "all dishes"),
    ],
)
def test_what_rules_refer_to_or_say_of_some_case_is_no_answer(
    question: str, text: str, words: str
) -> None:
    assert not may_answer(question, text, words)


@pytest.mark.parametrize(
    ("question", "text", "words"),
    [
        ("Which article tells the notice?", "The notice is told in article 4.2.", "4.2"),
        ("How many pilots does the port have?", "The port has 5 pilots.", "5 pilots"),
        ("How many pilots does the port have?", "Each of its 5 pilots has a boat.", "5 pilots"),
        ("How many pilots may call the board?", "Any two pilots may call the board.", "two pilots"),
    ],
)
def test_a_number_that_is_asked_for_answers(question: str, text: str, words: str) -> None:
    assert may_answer(question, text, words)
