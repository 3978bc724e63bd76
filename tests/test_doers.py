"""Who does a deed is told by a noun for the doers, with their names beside it."""

from __future__ import annotations

import pytest

from bot.answering.people.deeds import is_done_to_others
from bot.answering.people.doers import doers_told
from retrieval.question import parse_question
from tests.lines import told_by


@pytest.mark.parametrize(
    ("question", "text", "names"),
    [
        (
            "Who has been observing the vote?",
            "Guests came, and observers from Oslo, Malta and Lunde.",
            "Oslo, Malta and Lunde",
        ),
        (
            "Who observed the vote?",
            "Oslo and Malta took part in the vote as observers.",
            "Oslo and Malta",
        ),
        (
            "Who guarantees the truce?",
            "Guarantors of the truce - Oslo, Malta and Lunde - met on Monday.",
            "Oslo, Malta and Lunde",
        ),
        (
            "Who sponsors the race?",
            "The sponsors of the race are Holm Timber and the Lunde Bank.",
            "Holm Timber and the Lunde Bank",
        ),
        ("Who organised the fair?", "The organiser, Ida Holm, was happy.", "Ida Holm"),
        ("Who built the mill?", "The builders of the mill were tired.", None),
        ("Who pays the builders?", "The builders of the mill are Ida and Jon Holm.", None),
        ("When did they observe it?", "Observers from Oslo and Malta came in May.", None),
    ],
)
def test_a_noun_for_the_doers_names_them(question: str, text: str, names: str | None) -> None:
    assert told_by(doers_told, question, text) == names


@pytest.mark.parametrize(
    ("question", "others"),
    [
        ("Who led the Malta delegation?", True),
        ("Who led the countries?", False),
        ("Who sent the tents?", False),
    ],
)
def test_who_leads_others_leads_nobody_asked_about(question: str, others: bool) -> None:
    text = "Some countries, led by Malta, sent tents to the valley."
    assert is_done_to_others(parse_question(question), text) is others
