"""Amounts, times and doers in rules: what is allowed at the most, and what is of another thing."""

from __future__ import annotations

import pytest

from tests.lines import line_of


@pytest.mark.parametrize(
    ("question", "text", "line"),
    [
        (
            "How many suitcases can I take?",
            "You must not take more than two suitcases.",
            "two suitcases",
        ),
        (
            "How many horses may a field hold?",
            "Please do not put more than five horses in a field.",
            "five horses",
        ),
        (
            "How many pupils may the boat carry?",
            "No boat may carry more than nine pupils.",
            "nine pupils",
        ),
        (
            "How many copies do I have to send?",
            "Applicants should not send fewer than three copies.",
            "three copies",
        ),
        (
            "How many people fit in the lift?",
            "No more than eight people fit in the lift.",
            "No more than eight people",
        ),
        (
            "How many boats did the yard build?",
            "The yard built more than forty boats.",
            "more than forty boats",
        ),
        ("How many boats did the yard build?", "The yard did not build more than ten boats.", ""),
    ],
)
def test_what_is_forbidden_beyond_an_amount_is_allowed_up_to_it(
    question: str, text: str, line: str
) -> None:
    assert line_of(question, text) == line


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("How many skates does the rink own?", "Visitors may borrow up to four skates each."),
        ("How many owners does the dairy have?", "A vote needs one third of the owners."),
        ("How much is the subscription?", "When the subscription is late, a fine of £9 is added."),
        ("How much is the fare?", "A deposit of £15 is taken at the gate."),
        ("How many rides can we have?", "Children under 12 sit in the small wheel."),
        ("How many drops an hour?", "Give one drop every six hours."),
        ("How much is boarding?", "Boarding is free for three nights."),
        ("How much deposit do I pay?", "Adults pay £25 a month."),
        ("What can I use instead of cream?", "Nuts can be used instead of seeds."),
        (
            "Who pays the smith?",
            "If a lock breaks, we call our smith, Mr Silas Poole, and you pay his bill.",
        ),
        ("Who shuts the gate?", "The last to leave locks the hut and shuts the gate."),
        ("Who is the abbot?", "Letters are opened by the abbot."),
        ("How hot does the sauna get?", "Keep the medicine below 25 degrees."),
        ("How much flour do they need?", "The miller weighs the flour and carries it to the loft."),
    ],
)
def test_no_words_on_another_thing_are_what_is_asked_for(question: str, text: str) -> None:
    assert line_of(question, text) == ""


@pytest.mark.parametrize(
    ("question", "text", "line"),
    [
        ("How many of the owners came?", "One third of the owners came.", "One third"),
        ("How many skates can I borrow?", "You may borrow up to four skates.", "up to four skates"),
        ("How much is the fine?", "If the subscription is late, the fine is £9.", "£9"),
        ("What do I pay if the fare is late?", "If the fare is late, £8 is added.", "£8"),
        ("How many drops do I give?", "Give three or four drops at night.", "three or four drops"),
        ("How much is boarding?", "Boarding costs £9 a night.", "£9"),
        ("What can I use instead of seeds?", "Nuts can be used instead of seeds.", "Nuts"),
        ("How often is the pond fed?", "The pond is fed twice a week for an hour.", "twice a week"),
        ("Who gives lessons?", "Lessons are given by any member of staff.", "member of staff"),
        (
            "What time do I have to fetch my cat by?",
            "Cats may be brought between 8 and 10 and fetched until 6 in the evening.",
            "6 in the evening",
        ),
        ("By when must the form be in?", "Send in the form by 3 May, not in April.", "3 May"),
        ("How long does a reply take?", "We reply within a week and then call you.", "a week"),
        ("Until when can nieces stay?", "Nieces can stay on Sundays until five.", "five"),
        ("How much is a ticket?", "If a ticket is bought on board, it costs £7.", "£7"),
        ("How much is the deposit?", "A deposit of £15 is taken at the gate.", "£15"),
    ],
)
def test_the_thing_itself_is_told(question: str, text: str, line: str) -> None:
    assert line_of(question, text) == line


def test_a_time_is_of_the_part_of_a_sentence_that_names_the_thing() -> None:
    text = "Glass goes out on Monday mornings; paper and tins are fetched on Friday."
    assert line_of("When is the paper fetched?", text) == "Friday"
    assert line_of("When is the glass fetched?", text) != "Friday"
