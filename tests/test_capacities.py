"""In what role somebody takes part stands behind "as", before "role" or beside the name."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answer import Verdict
from bot.answering.forms.capacities import capacity_told
from bot.assistant import Assistant
from tests.helpers import assistant_on
from tests.lines import told_by


@pytest.mark.parametrize(
    ("question", "text", "told"),
    [
        (
            "In what role did Norway join the race?",
            "Norway and Chad joined the race as guests.",
            "guests",
        ),
        (
            "In which capacity was Norway at the fair?",
            "As the host of the fair, Norway paid for the tents.",
            "host of the fair",
        ),
        ("As what did Norway come?", "Norway came as a “silent partner”.", "silent partner"),
        (
            "What role did the Tarn Choir play at the fair?",
            "The Tarn Choir opened the fair and played a welcoming role.",
            "welcoming role",
        ),
        (
            "In what capacity did Ida Holm visit the mill?",
            "The harbour master Ida Holm visited the mill.",
            "harbour master",
        ),
        (
            "In what function does the mayor want to keep the old mill?",
            "The old mill, which she wants to keep as a school, is empty.",
            "school",
        ),
        ("In what role was Chad there?", "Chad was named as referee.", "referee"),
    ],
)
def test_a_role_is_told(question: str, text: str, told: str) -> None:
    assert told_by(capacity_told, question, text) == told


@pytest.mark.parametrize(
    "text",
    [
        "Norway left as the race began.",
        "Norway joined as well as Chad.",
        "Norway lost the race as a result.",
        "Norway described the race as a success.",
        "Norway was as fast as the hosts.",
        "Norway played an important part.",
        "Chad joined as a guest of Norway.",
    ],
)
def test_other_words_tell_none(text: str) -> None:
    assert told_by(capacity_told, "In what role did Norway join the race?", text) is None


@pytest.mark.parametrize(
    "question",
    ["What is the role of a winch?", "Which role is free?", "What did Norway do as host?"],
)
def test_other_questions_ask_for_none(question: str) -> None:
    assert told_by(capacity_told, question, "Norway joined the race as guests.") is None


@pytest.fixture
def race(tmp_path: Path) -> Assistant:
    """An assistant on a report of a boat race."""
    text = (
        "# The boat race of Orsk\n\nEight nations took part in the boat race of Orsk.\n\n"
        "The second race was won by Chad, while Norway and Peru were there as guests.\n"
    )
    return assistant_on({"r.md": text}, tmp_path)


def test_the_sentence_that_tells_the_role_comes_first(race: Assistant) -> None:
    answer = race.ask("In what role did Norway take part in the boat race?")
    assert answer.lead == "guests"


def test_nothing_is_said_of_the_role_of_those_who_are_nowhere(race: Assistant) -> None:
    answer = race.ask("In what role did Malta take part in the boat race?")
    assert answer.verdict is Verdict.NOT_FOUND
