"""What stands below a heading that asks the same comes first, whoever else has the words."""

from __future__ import annotations

import pytest

from benchmarks.headings import measure
from bot.assistant import Assistant
from tests.helpers import assistant_on

LAUNDRY = """# The laundry room

## 1. How do I get a card for the machines?

Fill in the slip by the door and drop it into the box; it is sent by post. Keep it dry.

## 2. Where do the tokens come from?

Mrs Aldous sells them in flat 3 on weekdays.

## 3. Can I wash and dry feather quilts?

Go ahead. The drum takes eight kilos.

## 4. Why is the spin cycle so slow?

Tenants below complained of the noise.

## 5. What may go wrong?

A coat button blocked the pump twice.
"""
NOTES = """# Notes of the house committee

A card for the machines was found behind one of the machines, so please look after each card.
The tokens come with a ribbon. The spin cycle of the old machine was slow as well.
As is said in section 2, "Where do the tokens come from?", nobody may sell them on.
Feather quilts that wash and dry badly can be handed to the charity shop.
"""


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return assistant_on(
        {"laundry.md": LAUNDRY, "notes.md": NOTES}, tmp_path_factory.mktemp("house")
    )


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("How do I get a card for the machines?", "Fill in the slip by the door"),
        ("how can I get a machine card", "Fill in the slip by the door"),
        ("Where do these tokens come from?", "Mrs Aldous sells them"),
        ("can I wash feather quilts?", "Go ahead."),
        ("why is the spin cycle slow", "Tenants below complained"),
    ],
)
def test_the_answer_below_the_very_question_is_quoted_first(
    house: Assistant, question: str, quote: str
) -> None:
    assert house.ask(question).quotes[0].text.startswith(quote)


@pytest.mark.parametrize(
    "question",
    [
        "When do the tokens come?",  # asks for something else of the same things
        "Who blocked the road?",
        "Why are the tokens so slow?",
    ],
)
def test_a_heading_that_asks_something_else_draws_nothing(house: Assistant, question: str) -> None:
    reply = house.ask(question)
    first = reply.quotes[0].text if reply.quotes else ""
    assert not first.startswith(("Mrs Aldous", "A coat button"))


def test_how_often_a_page_answers_its_own_questions_is_measured(house: Assistant) -> None:
    told = measure(house)
    assert told["questions"] == 5
    assert told["shown"] == 1
    assert told["first"] >= 0.8
    assert told["refused"] == 0
