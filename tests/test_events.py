"""When something took place is told where a sentence says so of the very thing."""

from __future__ import annotations

import pytest

from bot.answering.times.events import deed_date, event_date
from tests.lines import told_by


@pytest.mark.parametrize(
    ("question", "text", "told"),
    [
        (
            "When was the second regatta of Oslo held?",
            "The second regatta of Oslo took place on 5 May, two days before the fair.",
            "5 May",
        ),
        ("When is the fair?", "The fair is held in June, as in 1902.", "June"),
        ("When was the first regatta?", "The second regatta took place on 5 May.", None),
        ("When was the fair held?", "It was held on 5 May.", None),
        ("When was the boat built?", "The boat race was held on 5 May.", None),
    ],
)
def test_a_date_right_behind_took_place_is_that_of_the_event(
    question: str, text: str, told: str | None
) -> None:
    assert told_by(event_date, question, text) == told


@pytest.mark.parametrize(
    ("question", "told"),
    [("When was the cave opened?", "1961"), ("When does the cave open?", None)],
)
def test_when_something_was_once_done_does_not_tell_when_it_is(
    question: str, told: str | None
) -> None:
    text = "It was the best autumn since the cave was opened in 1961."
    assert told_by(deed_date, question, text) == told
