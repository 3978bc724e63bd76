"""Who may or must do what is asked, and whose act something is done by, as rules tell it."""

from __future__ import annotations

import pytest

from bot.answering.people.agents import agent_told
from bot.answering.people.entitled import entitled_told
from tests.lines import told_by


@pytest.mark.parametrize(
    ("question", "text", "who"),
    [
        (
            "Who may close the harbour?",
            "When a storm is near, any two pilots may immediately close the harbour.",
            "any two pilots",
        ),
        (
            "who can call a rehearsal",
            "The conductor or any three singers may call a rehearsal at a day's notice.",
            "The conductor or any three singers",
        ),
        ("Who must sign the log?", "The mate must sign the log each night.", "The mate"),
        ("Who may close the harbour?", "Pilots may not close the harbour.", None),
        ("Who may close the harbour?", "They may close the harbour in a storm.", None),
        ("Who closed the harbour?", "Harbours may close early.", None),
        ("When may pilots close the harbour?", "Pilots may close the harbour at night.", None),
    ],
)
def test_who_may_or_must_stands_before_the_verb(question: str, text: str, who: str | None) -> None:
    assert told_by(entitled_told, question, text) == who


@pytest.mark.parametrize(
    ("question", "text", "who"),
    [
        (
            "Who appoints the pilots?",
            "Pilots shall be appointed by an act of the Harbour Board each spring.",
            "Harbour Board",
        ),
        ("Who elects the mate?", "The mate is elected by a secret vote of the crew.", "crew"),
        ("Who elects the mate?", "The mate is elected by the crew.", "crew"),
    ],
)
def test_the_act_by_which_a_body_does_it_is_not_who_does_it(
    question: str, text: str, who: str
) -> None:
    assert told_by(agent_told, question, text) == who
