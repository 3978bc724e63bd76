"""Reports that end with an earlier event of the kind they are about."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers import assistant_on

REPORT = """# Floods in the Tarn valley

The flood came on 4 May, after two days of rain, and cut off the mill of Lunde.

In all 212 people were brought to the school in boats.

The valley's last great flood, on 9 June 1953, cut off the mill for three weeks.
"""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("When did the flood cut off the mill?", "The flood came on 4 May"),
        ("When was the last flood?", "The valley's last great flood"),
        ("When was the flood of 1953?", "The valley's last great flood"),
        ("When did the previous flood cut off the mill?", "The valley's last great flood"),
    ],
)
def test_an_earlier_event_is_told_where_it_is_asked_for(
    tmp_path: Path, question: str, told: str
) -> None:
    assistant = assistant_on({"flood.md": REPORT}, tmp_path)
    assert assistant.ask(question).quotes[0].text.startswith(told)
