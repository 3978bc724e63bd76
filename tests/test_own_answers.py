"""An operator's own answers: found by question or answer, given whole, cited as such."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.assistant import Assistant
from bot.rendering import render_answer
from retrieval.collection import Limits, read_document
from retrieval.errors import UnreadableFileError
from tests.helpers import settings_for, write_documents

YAML = """
title: Questions at the counter
publisher: Museum of Skarvoy
date: 2024-02-01
pairs:
  - question: When is the museum open?
    answer: Every day except Monday, from ten to four.
  - question: May I bring my dog?
    answer: No, but the kiosk looks after it.
"""
CSV = 'Question;Answer\nWhat does a ticket cost?;"120 crowns; children pay half."\n'
LINES = '{"question": "Is photography allowed?", "answer": "Without a flash, yes."}\n{"a": 1}\n'
LIMITS = Limits(max_file_bytes=100_000, max_files=9)


@pytest.fixture
def counter(documents: Path, tmp_path: Path) -> Assistant:
    """An assistant on documents and three files of answers."""
    write_documents(documents, {"a.yaml": YAML, "b.csv": CSV, "c.jsonl": LINES})
    return Assistant.open(settings_for(documents, tmp_path))


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("When is the museum open?", "Every day except Monday, from ten to four."),
        ("when do you open the museum", "Every day except Monday, from ten to four."),
        ("Can I bring my dog?", "No, but the kiosk looks after it."),
        ("What does a ticket cost?", "120 crowns; children pay half."),
        ("Is photography allowed?", "Without a flash, yes."),
    ],
)
def test_an_answer_is_given_whole_and_as_the_operators_own(
    counter: Assistant, question: str, answer: str
) -> None:
    shown = render_answer(counter.ask(question), counter.phrases()).text
    assert shown.startswith(f"{answer}\n")
    assert "our own answer to “" in shown


def test_documents_are_quoted_as_before(counter: Assistant) -> None:
    assert counter.ask("When was the lighthouse of Skarvoy built?").lead == "1874"


def test_what_holds_no_pairs_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("services: {web: {image: x}}\n")
    with pytest.raises(UnreadableFileError, match='name the two fields "question" and "answer"'):
        read_document(tmp_path / "a.yaml", limits=LIMITS)
    (tmp_path / "c.jsonl").write_text(LINES)
    told = read_document(tmp_path / "c.jsonl", limits=LIMITS).source.remarks
    assert told == ("1 of 2 entries hold no pair of question and answer",)


def test_any_other_table_is_rows_that_make_sense_alone(tmp_path: Path) -> None:
    (tmp_path / "staff.csv").write_text("Name,Role\nAstrid Moe,Head of archives\n")
    document = read_document(tmp_path / "staff.csv", limits=LIMITS)
    assert document.text == "Name: Astrid Moe | Role: Head of archives"


def test_half_a_surrogate_pair_in_a_question_can_be_stored_and_sent(tmp_path: Path) -> None:
    line = '{"question": "Is \\ud83d open?", "answer": "Yes \\ude00."}\n'
    (tmp_path / "c.jsonl").write_text(line)
    document = read_document(tmp_path / "c.jsonl", limits=LIMITS)
    "".join([document.text, *(place.name for place in document.places)]).encode("utf-8")
