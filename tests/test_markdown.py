"""Markdown as people write it, with fewer marks than it has."""

from __future__ import annotations

import datetime

from retrieval.reading import markdown
from retrieval.records import BlockKind

TIMES = """# Ferry

Monday 3 March and Tuesday 4 March: no sailings
Wednesday 5 March 2025: first sailing at 8.30
Sundays: on demand
"""
PROSE = """# Ferry

The ferry sails in most weathers, with one
rule: if the flag is up, stay ashore, and ask
the harbour master: she knows.
"""
UNMARKED = """Care of ropes

Rinse ropes in fresh water after every trip and hang them up to dry.

Storage

- dry
- dark

Wet ropes rot
"""
BOLD = """**May I bring a goat?**
Goats travel free of charge on the lower deck.

**Who steers?**

Ida Holm steers on all days but Sundays.

**Goats must be tied up.** Ropes are lent at the kiosk.
"""


def blocks(text: str) -> list[tuple[BlockKind, str]]:
    page = markdown.read(text)
    return [(block.kind, page.text[block.start : block.end]) for block in page.blocks]


def test_lines_that_each_have_a_label_are_entries() -> None:
    entries = [text for kind, text in blocks(TIMES) if kind is BlockKind.PARAGRAPH]
    assert [entry.split()[0] for entry in entries] == ["Monday", "Wednesday", "Sundays:"]


def test_lines_of_prose_stay_together() -> None:
    assert len(blocks(PROSE)) == 2


def test_a_short_line_above_prose_or_a_list_is_a_heading() -> None:
    headings = [text for kind, text in blocks(UNMARKED) if kind is BlockKind.HEADING]
    assert headings == ["Care of ropes", "Storage"]
    assert blocks(UNMARKED)[-1] == (BlockKind.PARAGRAPH, "Wet ropes rot")


def test_a_byline_is_no_heading() -> None:
    page = markdown.read(
        "# Gale\n\nFrom our correspondent\n\nThe gale took the roof of the mill.\n"
    )
    assert [block.kind for block in page.blocks].count(BlockKind.HEADING) == 1
    text = "Agreed by the board on 2 May 2024\n\nNobody may sail alone after the lamp is lit.\n"
    assert markdown.read(text).blocks[0].kind is BlockKind.PARAGRAPH


def test_a_question_in_bold_is_a_heading() -> None:
    headings = [text for kind, text in blocks(BOLD) if kind is BlockKind.HEADING]
    assert headings == ["May I bring a goat?", "Who steers?"]
    assert "Goats must be tied up. Ropes are lent at the kiosk." in blocks(BOLD)[-1][1]


def test_a_page_without_front_matter_has_the_date_below_its_title() -> None:
    text = "# The ferry\n\n*The Lunde Courier, Monday 13 May 2024. By Ida Holm*\n\nIt sails.\n"
    assert markdown.read(text).date == datetime.date(2024, 5, 13)
