"""Of several amounts in a sentence each belongs to a thing of its own."""

from __future__ import annotations

import pytest

from bot.answering.amounts.allotting import allotted
from tests.lines import told_by

PRINTS = "Black-and-white prints cost 10 pence a page and colour prints 35 pence."
TICKETS = "Tickets are 9 euros for adults, 5 euros for children and 20 euros for families."


@pytest.mark.parametrize(
    ("question", "text", "amount"),
    [
        ("What does a colour print cost?", PRINTS, "35 pence"),
        ("how much are black-and-white prints", PRINTS, "10 pence"),
        ("How much is a ticket for children?", TICKETS, "5 euros"),
        ("how much do kids pay", TICKETS, "5 euros"),
        ("how much is the family ticket", TICKETS, "20 euros"),
        ("how much is a tandem", "Bikes are 32 pounds a day, tandems 25.", "25"),
        ("how much is a bike", "Bikes are 32 pounds a day, tandems 25.", "32 pounds"),
        ("how much do adults pay", "Adults pay 9 euros, children 5 euros.", "9 euros"),
        (
            "how long may I keep a film",
            "Books may be kept for four weeks, a film for 3 to 5 days.",
            "3 to 5 days",
        ),
        ("What do they pay?", "They paid 9 euros and then 10 euros.", None),
        (
            "how much is the small room",
            "The large room is 18 pounds, the small room 9 pounds; charities pay half.",
            "9 pounds",
        ),
        ("What does it cost?", "It costs 9 euros.", None),
        ("when are juniors collected", "Infants are collected at 3.10, juniors at 3.20.", "3.20"),
        ("When does the gate close?", "The gate opens at 8.35 and closes at 8.50.", None),
    ],
)
def test_the_amount_of_what_is_asked_about_is_told(
    question: str, text: str, amount: str | None
) -> None:
    assert told_by(allotted, question, text) == amount
