"""A sentence may tell the amount of a whole and that of a part."""

from __future__ import annotations

import pytest

from bot.answering.amounts.portions import chosen_of, portion
from bot.answering.grammar.sentence import read_sentence
from retrieval.question import parse_question
from retrieval.records import Span
from tests.lines import told_by

COMPLAINTS = "We received eleven complaints, four of which were upheld."
ROOF = "The roof costs 1.4 million pounds, of which the insurance will pay 900,000."


@pytest.mark.parametrize(
    ("question", "text", "told"),
    [
        ("How many complaints were upheld?", COMPLAINTS, "four"),
        ("How many complaints were received?", COMPLAINTS, None),
        ("How much will the insurance pay?", ROOF, "900,000"),
        ("How much does the roof cost?", ROOF, None),
        ("How many complaints were upheld?", "Four complaints were upheld.", None),
    ],
)
def test_the_amount_of_the_part_is_told_apart(question: str, text: str, told: str | None) -> None:
    assert told_by(portion, question, text) == told


@pytest.mark.parametrize(
    ("question", "text", "told"),
    [
        ("How many boats were lost?", "Nine of the 36 boats were lost.", "Nine"),
        ("How many boats were lost?", "Nine out of 36 boats were lost.", "Nine"),
        ("How many boats were lost?", "Two of 36 boats were lost.", "Two"),
        ("How many boats are there?", "Nine of the 36 boats were lost.", None),
        (
            "How many boats voted in favour?",
            "Of the 36 boats, 20 were in favour and 16 against.",
            "20",
        ),
        ("How many boats came home?", "With the 36 boats came 40 men.", None),
    ],
)
def test_of_those_it_happened_to_the_number_is_told_beside_that_of_all(
    question: str, text: str, told: str | None
) -> None:
    start = text.index("36 boats")
    span = chosen_of(parse_question(question), read_sentence(text), Span(start, start + 8))
    assert (None if span is None else text[span.start : span.end]) == told
