"""A column of a table, of all rows that a question tells of."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answering.lists.cells import asked_cell, headed_cell, leaves_open_which, within_cell
from bot.answering.lists.columns import column
from bot.assistant import Assistant
from retrieval.question import parse_question
from retrieval.records import Span
from tests.helpers import assistant_on

COURSES = """# Courses of the harbour school

| Course | Teacher | Day | Fee |
|---|---|---|---|
| Knots | Ida Holm | Monday | 20 crowns |
| Charts | Nils Lund | Tuesday | 35 crowns |
| Engines | Ida Holm | Friday | 50 crowns |
"""


@pytest.fixture
def school(tmp_path: Path) -> Assistant:
    return assistant_on({"courses.md": COURSES}, tmp_path)


@pytest.mark.parametrize(
    ("question", "cell"),
    [
        ("What does the engines course cost?", "50 crowns"),
        ("How much is the course of knots?", "20 crowns"),
    ],
)
def test_of_a_price_no_other_cell_is_told(question: str, cell: str) -> None:
    course, fee = ("Engines", "50") if "engines" in question else ("Knots", "20")
    row = f"Course: {course} | Length: 2 hours | Fee: {fee} crowns"
    assert asked_cell(parse_question(question), row) in (cell, "")


def test_every_row_that_a_question_tells_of_gives_its_cell(school: Assistant) -> None:
    answer = school.ask("Which courses does Ida Holm teach?", conversation="anna")
    assert answer.lead == "Knots; Engines"
    quoted = [quote.text for quote in answer.quotes]
    assert [text for text in quoted if "Ida Holm" in text] == quoted[:2]


@pytest.mark.parametrize(
    "question",
    ["Which courses cost more than 30 crowns?", "Which course is on Tuesday?", "Who pays the fee?"],
)
def test_where_cells_do_not_tell_rows_apart_no_column_is_told(
    school: Assistant, question: str
) -> None:
    assert ";" not in school.ask(question, conversation="anna").lead


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Which three courses are there?", "Knots; Charts; Engines"),
        ("who teaches the three courses", "Ida Holm; Nils Lund"),
    ],
)
def test_a_whole_column_answers_where_nothing_but_its_rows_is_asked_for(
    school: Assistant, question: str, told: str
) -> None:
    asked = parse_question(question)
    lifted = column(asked, school.snapshot.retriever.search(asked).hits)
    assert lifted is not None
    assert lifted.line == told


@pytest.mark.parametrize(
    ("question", "row", "told"),
    [
        (
            "When is knots?",
            "Course: Knots | Day: Monday | Time: 6 pm | Fee: 9 crowns",
            "Monday, 6 pm",
        ),
        (
            "Where is the knots course?",
            "Course: Knots | Room: Net loft | Fee: 9 crowns",
            "Net loft",
        ),
        (
            "Why does the lamp smoke?",
            "Fault: Lamp smokes | Cause: The wick is wet",
            "The wick is wet",
        ),
        ("When is task 3?", "Task: 3 | Date: 1 May | Handed in by: 8 May | Due date: 9 May", ""),
        ("When is it?", "Course: Knots | Day: Monday", ""),
    ],
)
def test_a_column_of_times_places_or_causes_answers_when_where_or_why(
    question: str, row: str, told: str
) -> None:
    assert asked_cell(parse_question(question), row) == told


@pytest.mark.parametrize(
    ("question", "told"),
    [("How many goats has the loft?", "40"), ("How many bells has a goat in the loft?", "")],
)
def test_a_cell_of_which_no_words_were_lifted_stands_below_what_is_asked_for(
    question: str, told: str
) -> None:
    row = "Barn: Loft | Goats: 40 | Sheep: 12"
    assert asked_cell(parse_question(question), row, lifted=False) == told


@pytest.mark.parametrize(
    ("words", "told"),
    [("Ida Holm | Day", "Ida Holm"), ("Knots | Teacher: Ida", "Knots"), ("Teacher: Ida", None)],
)
def test_a_short_answer_stays_within_its_cell(words: str, told: str | None) -> None:
    row = "Course: Knots | Teacher: Ida Holm | Day: Monday"
    start = row.index(words)
    cell = within_cell(row, Span(start, start + len(words)))
    assert (cell and row[cell.start : cell.end]) == told


@pytest.mark.parametrize(
    ("question", "row", "told"),
    [
        ("What does the chipper need?", "Tool: Chipper | Deposit: 40 | Needs: petrol", "petrol"),
        ("What deposit does the drill take?", "Deposit | Drill: 30 | Big saw: 90", "30"),
        ("Who checks the drill?", "Checked by | Drill: Ada Moss | Big saw: Ben Orr", "Ada Moss"),
        ("Who keeps the saw?", "Saw\n  Weight: 9 kg\n  Kept by: Ada Moss", "Ada Moss"),
        ("When was the drill bought?", "Tool: Drill | Bought: by the guild", ""),
        ("At what time is the drill lent?", "Tool: Drill | Lent: on 3 May", ""),
        ("Who owns the drill?", "Tool: Drill | Deposit: 30 | Kept by: Ada Moss", ""),
    ],
)
def test_a_cell_is_named_by_its_column_and_its_row(question: str, row: str, told: str) -> None:
    assert headed_cell(parse_question(question), row) == told


def test_words_of_one_line_of_a_record_reach_into_no_other() -> None:
    record = "Saw\n  Weight: 9 kg\n  Kept by: Ada Moss"
    start = record.index("9 kg")
    cell = within_cell(record, Span(start, len(record)))
    assert cell is not None
    assert record[cell.start : cell.end] == "9 kg"


@pytest.mark.parametrize(
    ("question", "row", "words", "open_which"),
    [
        ("How much is an adult ticket?", "Ticket: Adult (16 up) | Single: 4.00", "16", True),
        (
            "How much is an adult ticket?",
            "Ticket: Adult | Single: 4.00 | Return: 7.00",
            "4.00",
            True,
        ),
        (
            "How much is the whisk?",
            "Article: Whisk | Price: 19 euros | Sent in: 5 days",
            "19",
            False,
        ),
        ("When is the last tram?", "Leaves: 21:20 | Arrives: 22:05", "21:20", True),
        ("When is the fair?", "Town: Lunde | Opens: 9:00 | Day: 3 May", "3 May", False),
        ("Who drives the tram?", "Leaves: 21:20 | Arrives: 22:05 | Driver: Ida", "Ida", False),
    ],
)
def test_one_of_several_prices_or_times_of_a_row_answers_nothing(
    question: str, row: str, words: str, *, open_which: bool
) -> None:
    assert leaves_open_which(parse_question(question), row, words) is open_which
