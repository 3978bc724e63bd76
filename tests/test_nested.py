"""Lists as operators write them: bullets of any kind, lists within lists, headings in capitals."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.assistant import Assistant
from retrieval.reading import html, markdown, plain
from retrieval.reading.page import Page
from retrieval.reading.text.nested import with_labels
from retrieval.records import BlockKind
from tests.helpers import assistant_on

TIP = """Charges of the yard

  • glass
    • first crate is free
    • 2 crowns for each further crate
  • tyres
    • 3 crowns each
  • old boats, which are broken up on Fridays
"""
BOILER = """# Kettle

- Scale builds up over time. Signs that the kettle must be descaled are:
    - a loud hiss
    - slow boiling
- Descale it with citric acid.
"""
MANUAL = """NIGHT LIGHT
The lamp dims after ten minutes.
AUTO STOP (model 4 only)
The pump stops when the tank is full. It starts
again when the tank has been emptied.
"""


def kinds(page: Page) -> list[tuple[BlockKind, list[str]]]:
    blocks = with_labels(page.text, page.blocks)
    return [(b.kind, page.text[b.start : b.end].replace("•", "").split()) for b in blocks]


@pytest.mark.parametrize("read", [markdown.read, plain.read])
def test_a_label_is_one_with_the_short_items_within_it(read: type) -> None:
    items = [words for kind, words in kinds(read(TIP)) if kind is BlockKind.ITEM]
    assert [words[0] for words in items] == ["glass", "tyres", "old"]
    assert items[1] == ["tyres", "3", "crowns", "each"]


def test_a_line_of_a_web_page_behind_a_bullet_is_an_item() -> None:
    page = html.read("<h2>Pets</h2><p>• Dogs pay 9 crowns<br>• No goats</p>")
    assert [kind for kind, _ in kinds(page)][1:] == [BlockKind.ITEM, BlockKind.ITEM]


def test_a_line_in_capitals_is_a_heading_without_a_blank_line_before_it() -> None:
    headings = [words for kind, words in kinds(plain.read(MANUAL)) if kind is BlockKind.HEADING]
    assert [words[0] for words in headings] == ["NIGHT", "AUTO"]


@pytest.fixture
def kettle(tmp_path: Path) -> Assistant:
    documents = {"kettle.md": BOILER, "tip.md": TIP, "manual.txt": MANUAL}
    return assistant_on(documents, tmp_path)


def test_an_item_that_leads_to_items_within_it_is_told_with_these_alone(kettle: Assistant) -> None:
    answer = kettle.ask("what are the signs that the kettle must be descaled", conversation="anna")
    assert answer.lead == "a loud hiss; slow boiling"


def test_a_price_within_a_list_is_told_of_its_label(kettle: Assistant) -> None:
    assert kettle.ask("how much is it for tyres", conversation="anna").lead == "3 crowns"


def test_a_heading_in_capitals_is_not_quoted_for_what_stands_below_it(kettle: Assistant) -> None:
    answer = kettle.ask("what does auto stop do", conversation="anna")
    assert answer.quotes[0].text.startswith("The pump stops")


def test_an_item_behind_a_bullet_is_parted_into_sentences(tmp_path: Path) -> None:
    text = "• The quay is open all day. Boats pay 4 crowns.\n• Goats stay outside. They bite.\n"
    answer = assistant_on({"quay.txt": text}, tmp_path).ask(
        "what do boats pay?", conversation="anna"
    )
    assert answer.quotes[0].text == "Boats pay 4 crowns."


CHARTER = """Charter of the Ferrymen

   This charter holds for all who row a ferry across the Lunde and for
   those who mend the boats. It was agreed upon at the winter meeting.

1. Ferrymen

  1.1. Duties

   A ferryman shall
    1. row whoever pays the fare, whatever the weather, as long as the
       Harbour Master has not closed the river;
    2. keep the boat dry and the lantern filled, even if nobody is to be
       rowed;
         1. The lantern must be lit from dusk on, as is written in the
            Lantern Rules, and on every day from October 1st until March
            31st of the year.
         2. A boat without a lantern stays at the landing stage until the
            Boatwright has mended it.

2. Boatwrights

  2.1. Duties

   Boatwrights mend the boats in the order in which these are brought.
"""


def test_a_hanging_line_is_wrapped_at_its_column_not_by_its_length() -> None:
    read = kinds(plain.read(CHARTER))
    items = [" ".join(words) for kind, words in read if kind is BlockKind.ITEM]
    assert len(items) == 4
    assert items[2].endswith("until March 31st of the year.")


def test_a_numbered_title_above_the_first_of_its_parts_is_a_heading() -> None:
    headings = [" ".join(w) for kind, w in kinds(plain.read(CHARTER)) if kind is BlockKind.HEADING]
    assert {"1. Ferrymen", "1.1. Duties", "2. Boatwrights", "2.1. Duties"} <= set(headings)
