"""Lists are found by the heading above them, dates by the heading that holds them."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answer import Verdict
from bot.assistant import Assistant
from tests.helpers import assistant_on

HUT = """# Guide to the mountain hut

The hut was built in 1911 by the walkers' club of Orsk. Guests may not bring dogs into the hut.
The warden brings the post from the valley on Mondays.

## What you may bring

- a sleeping bag
- slippers
- your own tea

## Duties of guests

Every guest must:

1. sweep the room,
2. fold the blankets,
3. carry down the rubbish.

## Lighting the green stove

1. Open the flap.
2. Lay two logs.
3. Shut the flap when they burn.

## Which stove to use

- the green one in winter
- the small one in summer
"""
NEWS = """# Letter of the walkers' club

The club met on 4 May in the hall of Orsk. The hall was cold and the club members sang.

## What we demand

- a new roof for the hut
- a bus on Sundays
"""
NOTES = """# Release notes of the path planner

## Version 2.4 (8 November 2023)

The maps load faster. Version 2.3 had been slow since the winter of 2022.

## Version 2.3 (21 August 2023)

Up to five walkers can share a map; before, it was two.

## Version 2.2 (3 April 2023)

This version was withdrawn after six days.
"""


@pytest.fixture(scope="module")
def hut(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    place: Path = tmp_path_factory.mktemp("headed")
    documents = {"hut.md": HUT, "news.md": NEWS, "notes.md": NOTES}
    return assistant_on(documents, place)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What can I bring to the hut?", "a sleeping bag; slippers; your own tea"),
        ("What does the walkers' club demand?", "a new roof for the hut; a bus on Sundays"),
        ("What are the duties of guests?", "sweep the room; fold the blankets"),
        ("How do I light the green stove?", "Open the flap; Lay two logs; Shut the flap"),
        ("What duties do guests of the hut have?", "sweep the room; fold the blankets"),
    ],
)
def test_a_list_whose_heading_asks_the_same_answers(
    hut: Assistant, question: str, told: str
) -> None:
    assert hut.ask(question).lead.startswith(told)


@pytest.mark.parametrize(
    ("question", "untold"),
    [
        ("What may guests not bring into the hut?", "slippers"),  # the heading denies nothing
        ("Who brings the post from the valley?", "slippers"),
        ("How do I sell the stove?", "flap"),
        ("Which stove of the hut is from Orsk?", "in winter"),  # one is asked for
    ],
)
def test_a_list_whose_heading_asks_something_else_does_not(
    hut: Assistant, question: str, untold: str
) -> None:
    assert untold not in hut.ask(question).lead


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("When was version 2.2 released?", "3 April 2023"),
        ("When did version 2.3 come out?", "21 August 2023"),
        ("When was verson 2.4 relased?", "8 November 2023"),
    ],
)
def test_a_date_in_a_heading_tells_when(hut: Assistant, question: str, told: str) -> None:
    answer = hut.ask(question)
    assert answer.lead == told
    assert told in answer.quotes[0].text


def test_a_date_in_a_heading_does_not_tell_when_something_else_happened(hut: Assistant) -> None:
    assert hut.ask("When was version 2.2 withdrawn?").lead != "3 April 2023"
    assert hut.ask("When will version 2.6 be released?").refused


def test_the_figure_that_names_one_of_several_may_stand_in_the_heading(hut: Assistant) -> None:
    answer = hut.ask("How many walkers could share a map before version 2.3?")
    assert "Up to five walkers can share a map" in answer.quotes[0].text


CHRONICLE = """Floods of the valley

25 April 2015

A strong flood drowns more than eighty cows in Lunde, the worst since 1934.

3 May 2016

The dam at Ostra broke in the night. Olav Lie was its keeper.
"""


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("When was the flood in Lunde?", "25 April 2015"),
        ("When did the dam at Ostra break?", "3 May 2016"),
    ],
)
def test_the_date_above_an_entry_of_a_chronicle_is_when(
    tmp_path: Path, question: str, line: str
) -> None:
    assistant = assistant_on({"floods.txt": CHRONICLE}, tmp_path)
    assert assistant.ask(question, conversation="anna").lead == line


def test_the_date_above_an_entry_tells_nothing_that_the_entry_does_not(tmp_path: Path) -> None:
    assistant = assistant_on({"floods.txt": CHRONICLE}, tmp_path)
    answer = assistant.ask("When was Olav Lie born?", conversation="anna")
    assert answer.verdict is Verdict.NOT_FOUND
