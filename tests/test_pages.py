"""Pages of a shop, a council, a wiki, a forum, a manual, an FAQ: furniture goes, facts stay."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval.collection import Limits, read_document
from retrieval.records import BlockKind, Document
from retrieval.splitting import spans

PAGES = Path(__file__).parent / "pages"
LIMITS = Limits(max_file_bytes=1_000_000, max_files=1)
FACTS = {
    "shop": (
        "It weighs 640 grams in size 42",
        "Country of origin: Portugal",
        "1,499 kr",
        "You may send goods back within 60 days.",
        "They run half a size small.",
    ),
    "municipality": (
        "Each further cubic metre costs 120 crowns.",
        "Saturday | 10:00–14:00",
        "Storgata 14, 4801 Aldersund",
        "Head of department: Ingvild Moe",
        "Switchboard 55 01 20 00, open 9–15.",
    ),
    "wiki": (
        "37 m",
        "Range: 21 nautical miles",
        "first lit on 1 October 1888",
        "Vera Sten (1932–1963)",
        "The lamp room in 1910, with the keeper Karl Sten.",
    ),
    "forum": ("It is a 10 mm polyester rope from 2019.", "part number XA-08"),
    "blog": (
        "the starter needed eleven hours",
        "Feed the starter twice a day.",
        "I am Lena, a baker in Lübeck since 2009.",
    ),
    "news": (
        "returned to work on Monday morning after nine days of strike",
        "The strike cost the islands' fish farms 22 million crowns",
        "The ferry Sula leaves the quay on Monday.",
        "Kaigata 3, 5745 Aurland",
    ),
    "manual": (
        "Unplug the machine before you open the cover.",
        "E14  pump dry",
        "Filter type: BF-7, stainless steel",
    ),
    "faq": (
        "The caretaker in Lindenweg 4 hands them out from eight in the morning.",
        "Deposit: 80 euros",
        "Largest load",
    ),
}
FURNITURE = {
    "news": ("842 partners", "Subscribe", "06:12", "Copy link", "Read also", "cod", "90 million"),
    "shop": ("cookies", "Cart", "Add to", "Wax for leather", "newsletter", "Terms", "Men"),
    "municipality": ("Skip to", "Norsk", "Politics", "Pay an invoice", "Privacy", "Yes", "showers"),
    "wiki": ("Talk", "[edit]", "1 History", "1888 establishments", "last edited"),
    "forum": ("Register", "Board index", "Report", "Winch service", "Powered by", "Next"),
    "blog": ("Recipes", "Tweet", "By Lena Brandt", "December 2020 (5)", "Paperhut"),
    "manual": ("Download PDF", "2 Installation", "Next: 3.3 Storage"),
    "faq": ("Prev", "Table of Contents"),
}


def page(name: str) -> Document:
    return read_document(PAGES / f"{name}.html", limits=LIMITS)


def quotable(name: str) -> list[str]:
    document = page(name)
    return [document.text[span.start : span.end] for span in spans(document)]


@pytest.mark.parametrize(("name", "fact"), [(n, f) for n, facts in FACTS.items() for f in facts])
def test_no_fact_is_lost(name: str, fact: str) -> None:
    assert any(fact in sentence for sentence in quotable(name))


@pytest.mark.parametrize(("name", "said"), [(n, f) for n, said in FURNITURE.items() for f in said])
def test_no_furniture_is_quoted(name: str, said: str) -> None:
    assert not any(said in sentence for sentence in quotable(name))


def test_titles_are_those_of_the_pages() -> None:
    assert page("wiki").title == "Orsa Lighthouse"
    assert page("shop").publisher == "Fjell & Fjord Outfitters"
    assert str(page("blog").date) == "2021-01-17"


def test_a_table_of_contents_is_furniture_and_leaves_the_headings_alone() -> None:
    document = page("faq")
    told = [
        document.text[block.start : block.end]
        for block in document.blocks
        if block.kind is BlockKind.HEADING
    ]
    assert told == [
        "Chapter 3. Moving in",
        "3.1. Where do I get the keys?",
        "3.2. How do I book the lift?",
        "3.3. What goes into which bin?",
    ]
    for question in told[1:]:
        assert sum(question in passage for passage in quotable("faq")) <= 1
