"""A quote cites where it stands: page, chapter, the heading above it."""

from __future__ import annotations

from pathlib import Path

from bot.cli.batch import record
from bot.rendering import render_answer
from tests.helpers import assistant_on

GUIDE = """# The harbour guide

Skarvoy has one harbour.

## Opening hours

The harbour office opens at nine o'clock on weekdays.

## Fees

A night at the pier costs 150 crowns for every boat.
"""


def test_a_quote_cites_the_heading_above_it_and_none_that_is_the_title(tmp_path: Path) -> None:
    assistant = assistant_on({"guide.md": GUIDE}, tmp_path)
    answer = assistant.ask("How much does a night at the pier cost?")
    assert "The harbour guide, undated, under “Fees”" in (
        render_answer(answer, assistant.phrases()).text
    )
    passage = record(answer, name="", milliseconds=0.0)["passages"][0]
    assert passage["place"] == {"heading": "Fees"}
    plain = assistant.ask("How many harbours has Skarvoy?")
    assert "under" not in render_answer(plain, assistant.phrases()).text


MINUTES = """Harbour board of Skarvoy, minutes

1. The crane
It broke on 3 May and was mended at a cost of 415 crowns, which the insurance pays.

2. The pier lights
They stay on until midnight from June, as the fishermen had asked in their letter.

Bring to the next meeting:

1. the plan of the pier
2. the list of the moorings

The next meeting will be held on 6 June in the hall of the fishermen's association.
"""


def test_a_numbered_line_above_prose_is_a_heading_and_cited_as_one(tmp_path: Path) -> None:
    assistant = assistant_on({"minutes.txt": MINUTES}, tmp_path)
    answer = assistant.ask("What did mending the crane cost?")
    assert record(answer, name="", milliseconds=0.0)["passages"][0]["place"] == {
        "heading": "1. The crane"
    }
    assert answer.lead == "415 crowns"
    listed = assistant.ask("Who is to bring the list of the moorings?")
    assert "2. the list of the moorings" in [hit.passage.text for hit in listed.hits]
