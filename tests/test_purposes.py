"""For what something was done is a reason for it."""

from __future__ import annotations

import pytest

from bot.answering.forms.purposes import purpose_told
from tests.lines import told_by


@pytest.mark.parametrize(
    ("question", "text", "purpose"),
    [
        (
            "Why did the council close the road?",
            "The council closed the road on Monday to mend the bridge, said the mayor.",
            "to mend the bridge",
        ),
        (
            "Why did the divers arrive in Bergen?",
            "Three divers arrived in Bergen on Sunday to search the wreck.",
            "to search the wreck",
        ),
        (
            "Why were the tanks emptied?",
            "The tanks were emptied to find the leak.",
            "to find the leak",
        ),
        (
            "Why did Ida give the choir a map?",
            "Ida gave the choir a map to speed up its walks.",
            "to speed up its walks",
        ),
    ],
)
def test_what_a_deed_was_done_for_is_told_behind_it(question: str, text: str, purpose: str) -> None:
    assert told_by(purpose_told, question, text) == purpose


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Why did the council ask drivers?", "The council asked drivers to wait."),
        ("Why did the mayor call on residents?", "The mayor called on residents to save water."),
        ("Why did the choir sell the organ?", "The choir sold the right to use the organ."),
        ("Why did the girls walk?", "The girls walked to school on Monday."),
        ("Why did the keeper leave?", "The keeper left the island and told the boys to wait."),
        ("Why did the ferry sail late?", "The ferry sailed late. It is due to sail at noon."),
        ("Why did the council plan a bridge?", "The council planned a bridge to open in May."),
    ],
)
def test_what_was_asked_told_or_planned_is_no_purpose(question: str, text: str) -> None:
    assert told_by(purpose_told, question, text) is None
