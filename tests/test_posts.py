"""What somebody's post or job is, is told by what says who they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answer import Verdict
from bot.answering.hits.posts_first import asking_who, tells_post
from bot.assistant import Assistant
from retrieval.question import parse_question
from tests.helpers import assistant_on


@pytest.mark.parametrize(
    "question",
    [
        "What is the post of Ida Holm?",
        "what's the job of Ida Holm",
        "What was Ida Holm's official position?",
        "Which post does Ida Holm hold?",
        "What does Ida Holm do for a living?",
        "What is Ida Holm by profession?",
    ],
)
def test_a_question_for_a_post_asks_who_somebody_is(question: str) -> None:
    who = asking_who(parse_question(question))
    assert who is not None
    assert who.text == "Who is Ida Holm?"


@pytest.mark.parametrize(
    "question",
    [
        "What is the position of Ida Holm on the new quay?",
        "What is the title of the book?",
        "What is the function of a winch?",
        "What does Ida Holm do on Sundays?",
        "Who is Ida Holm?",
    ],
)
def test_other_questions_do_not(question: str) -> None:
    assert asking_who(parse_question(question)) is None


@pytest.mark.parametrize(
    ("text", "does"),
    [
        ("The harbour master Ida Holm said so.", True),
        ("Ida Holm (treasurer) was there.", True),
        ("Ida Holm, a mother of three, was there.", False),
        ("The widow Ida Holm was there.", False),
        ("Ida Holm was late.", False),
    ],
)
def test_kin_is_no_post(text: str, does: bool) -> None:
    assert tells_post(parse_question("Who is Ida Holm?"), text) is does


PAGE = """# The quay of Orsk

Ida Holm, a mother of three, spoke against the new quay. It would cost too much, Ida Holm said.

On Monday the harbour master Ida Holm opened the old quay again.

The job of Otto Maier is to feed the seals. The baker Otto Maier began in May.
"""


@pytest.fixture
def quay(tmp_path: Path) -> Assistant:
    """An assistant on a page of a harbour."""
    return assistant_on({"quay.md": PAGE}, tmp_path)


def test_the_sentence_that_tells_the_post_is_quoted(quay: Assistant) -> None:
    answer = quay.ask("What is the post of Ida Holm?")
    assert answer.lead == "harbour master"
    assert "harbour master Ida Holm" in answer.quotes[0].text


def test_what_is_said_of_the_job_itself_goes_before(quay: Assistant) -> None:
    assert "feed the seals" in quay.ask("What is the job of Otto Maier?").quotes[0].text


def test_nothing_is_said_of_the_post_of_strangers(quay: Assistant) -> None:
    assert quay.ask("What is the post of Nils Berg?").verdict is Verdict.NOT_FOUND
