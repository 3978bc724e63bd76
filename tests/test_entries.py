"""Of several entries or rows the one is told that the question names by its label."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answering.lists.entries import is_labelled, label_of
from bot.assistant import Assistant
from retrieval.question import parse_question
from tests.helpers import assistant_on

GUIDE = """# Guide to the film week

The week was founded in 1998 by the teachers of Orsk. The lantern is cast in bronze.

Tickets

Ten-day pass: 140 euros, not valid for the closing gala
Day pass: 26 euros
Single ticket: 9 euros, students 6 euros

Some winners of the Golden Lantern

2001: Slow Water, by Piet Hanrahan
2008: The Bell Diver, by Noor Aziz
2019: Ash Wednesday Bus, by Carla Orlan
"""
POOL = """# The pool of Orsk

The water polo team has the pool on Wednesdays before school. The pool was opened on 3 March.

Opening hours of the indoor pool

Monday to Thursday: 9 am to 8 pm
Friday: 6.30 am to 10 pm
Saturday and Sunday: 8 am to 4 pm

Fault codes of the till

E1: the batteries are nearly empty.
E7: the clock has lost the time.
"""


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    place: Path = tmp_path_factory.mktemp("entries")
    documents = {"guide.txt": GUIDE, "pool.txt": POOL}
    return assistant_on(documents, place)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What does the day pass cost?", "Day pass: 26 euros"),
        ("Who won the Golden Lantern in 2019?", "2019: Ash Wednesday Bus, by Carla Orlan"),
        ("Who won the Golden Lantern in 2008?", "2008: The Bell Diver, by Noor Aziz"),
        ("When does the indoor pool open on Wednesdays?", "Monday to Thursday: 9 am to 8 pm"),
        ("When is the indoor pool open on Sunday?", "Saturday and Sunday: 8 am to 4 pm"),
        ("What does fault code E7 of the till mean?", "E7: the clock has lost the time."),
    ],
)
def test_the_entry_whose_label_is_asked_for_answers(
    town: Assistant, question: str, told: str
) -> None:
    answer = town.ask(question)
    assert not answer.refused
    assert answer.quotes[0].text == told


def test_no_entry_answers_for_another(town: Assistant) -> None:
    assert town.ask("Who won the Golden Lantern in 2010?").refused


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Day pass: 26 euros", "Day pass"),
        ("- E7: the clock has lost the time.", "E7"),
        ("Race: Marathon | Fee: 85 euros", "Marathon"),
        ("Round: Second | Place: Orsk", "Round Second"),
        ("It was late. He said: no.", ""),
        ("Open from 8:30 on", ""),
    ],
)
def test_an_entry_is_labelled_by_what_stands_before_its_colon(text: str, label: str) -> None:
    assert label_of(text) == label


@pytest.mark.parametrize(
    ("text", "labelled"),
    [
        ("Race: Marathon | Fee: 85 euros", True),
        ("Race: Half marathon | Fee: 55 euros", False),
        ("Fee: 55 euros", True),
        ("Fine: 55 euros", False),
        ("The marathon fee is 85 euros.", False),
    ],
)
def test_all_of_a_label_must_be_asked_for(text: str, labelled: bool) -> None:
    assert is_labelled(parse_question("How much is the marathon fee?"), text) is labelled
