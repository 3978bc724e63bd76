"""What somebody said about a matter, and how he took it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answering.hits.reactions_first import reacting
from bot.answering.hits.topic_first import topic_asked
from bot.assistant import Assistant
from retrieval.question import parse_question
from tests.helpers import assistant_on

REPORT = """The council's spokesman, Arno Belk, said on Monday that he was content with the fair.

Belk said that the stalls would be cheaper, and Belk thanked all stallholders for coming.

The old pier, Belk told reporters, would be rebuilt.

The council had handed the fishing guild a draft of new statutes.

However, the guild declared that it would not discuss them.
"""


@pytest.fixture
def report(tmp_path: Path) -> Assistant:
    return assistant_on({"fair.md": REPORT}, tmp_path)


def first_of(report: Assistant, asked: str) -> str:
    return report.ask(asked).quotes[0].text


def test_a_sentence_on_the_matter_comes_before_others_by_the_same_person(
    report: Assistant,
) -> None:
    assert "old pier" in first_of(report, "What did Arno Belk say about the pier?")


@pytest.mark.parametrize(
    "asked",
    ["How did the guild react to the draft?", "What was the guild's response to the new draft?"],
)
def test_what_somebody_did_then_comes_before_what_he_was_given(
    report: Assistant, asked: str
) -> None:
    assert "would not discuss" in first_of(report, asked)


@pytest.mark.parametrize(
    ("asked", "topic"),
    [
        ("What did she say about the pier?", {"pier"}),
        ("What do they think of the fair?", {"fair"}),
        ("In what state was the hull of the ship?", set()),
        ("Which papers report on the fair?", set()),
    ],
)
def test_the_matter_stands_behind_what_was_said(asked: str, topic: set[str]) -> None:
    assert topic_asked(parse_question(asked)) == topic


@pytest.mark.parametrize(
    ("asked", "who"),
    [
        ("How did the fishing guild react?", "guild"),
        ("What was the answer of the guild to that?", "guild"),
        ("How does the pump work?", ""),
    ],
)
def test_who_reacts_is_read_from_the_question(asked: str, who: str) -> None:
    assert reacting(parse_question(asked)) == who


def test_who_told_somebody_said_it(tmp_path: Path) -> None:
    text = (
        '"You sold the quay," the harbour judge, Honor Hale, told Brandt.\n\nHis lawyer said that '
        "he would appeal.\n"
    )
    court = assistant_on({"court.txt": text}, tmp_path)
    assert first_of(court, "What did the judge say to Brandt?").startswith('"You sold')
