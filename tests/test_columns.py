"""A column of a table, of all rows that a question tells of."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answering.lists.cells import asked_cell
from bot.answering.lists.columns import column
from bot.assistant import Assistant
from retrieval.question import parse_question
from tests.helpers import settings_for, write_documents

COURSES = """# Courses of the harbour school

| Course | Teacher | Day | Fee |
|---|---|---|---|
| Knots | Ida Holm | Monday | 20 crowns |
| Charts | Nils Lund | Tuesday | 35 crowns |
| Engines | Ida Holm | Friday | 50 crowns |
"""


@pytest.fixture
def school(tmp_path: Path) -> Assistant:
    documents = write_documents(tmp_path / "school", {"courses.md": COURSES})
    return Assistant.open(settings_for(documents, tmp_path))


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
