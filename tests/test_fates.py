"""People who are counted as killed are not those counted as missing, hurt, saved or arrested."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answer import Verdict
from bot.answering.amounts.fates import is_of_another_fate
from bot.assistant import Assistant
from retrieval.question import parse_question
from retrieval.records import Span
from tests.helpers import assistant_on

REPORTS = {
    "monday.md": (
        "---\ndate: 2031-05-05\n---\n\nNine sailors were killed and 14 are missing after the ferry "
        "Alma sank off Orsk, the coast guard said.\n"
    ),
    "tuesday.md": (
        "---\ndate: 2031-05-06\n---\n\nTwelve sailors of the ferry Alma are still missing. "
        "The sea off Orsk was calm on Tuesday.\n"
    ),
}


def another(question: str, text: str, words: str) -> bool:
    start = text.index(words)
    return is_of_another_fate(parse_question(question), text, Span(start, start + len(words)))


@pytest.mark.parametrize(
    ("question", "text", "words"),
    [
        ("How many were killed?", "Twelve sailors are still missing.", "Twelve sailors"),
        ("How many sailors died?", "The storm injured 40 sailors.", "40 sailors"),
        ("How many are missing?", "It took nine lives, and 14 were arrested.", "nine lives"),
        ("How many people were arrested?", "Six people were wounded.", "Six people"),
    ],
)
def test_another_fate_is_another_number(question: str, text: str, words: str) -> None:
    assert another(question, text, words)


@pytest.mark.parametrize(
    ("question", "text", "words"),
    [
        ("How many were killed?", "Nine died and 14 are missing.", "Nine"),
        ("How many people died?", "The fire claimed 27 lives.", "27 lives"),
        ("How many were killed?", "There were nine of them.", "nine"),
        ("How many sailors came?", "Twelve sailors are missing.", "Twelve sailors"),
        ("How many were hurt?", "40 people were taken to hospital.", "40 people"),
    ],
)
def test_the_same_fate_or_an_untold_one_is_no_other(question: str, text: str, words: str) -> None:
    assert not another(question, text, words)


@pytest.fixture
def ferry(tmp_path: Path) -> Assistant:
    """An assistant on two reports of a ferry that sank."""
    return assistant_on(REPORTS, tmp_path)


def test_those_missing_are_no_other_side_on_those_killed(ferry: Assistant) -> None:
    answer = ferry.ask("How many sailors of the ferry Alma were killed?")
    assert answer.lead == "Nine sailors"
    assert answer.verdict is not Verdict.DISPUTED


def test_two_counts_of_those_missing_are_sides(ferry: Assistant) -> None:
    answer = ferry.ask("How many sailors of the ferry Alma are missing?")
    assert "Nine" not in answer.lead
    assert "Twelve sailors" in answer.lead
