"""Page furniture goes, facts stay: on pages as they are saved from the web."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from retrieval.collection import Limits, read_collection
from retrieval.records import BlockKind, Document
from retrieval.splitting import spans
from tests.helpers import write_documents

PAGE = """Harbour Gazette
Home
News
Sport
Weather
Bergen 7°C
USD 10.52 EUR 11.40
Search
Subscribe to our newsletter
Share on Facebook
Share on Twitter
Old lighthouse gets a new lamp
By Kari Nordmann
12 April 2019, 14:05
The lighthouse of Skarvoy was given a new lamp on Friday, the council of Bergen has announced.
The lamp cost 90,000 crowns and was paid for by the Maritime Fund, said Olav Lie, who heads it.
"It shines farther than the old one," Lie said. "Twenty-four kilometres, to be exact."
Work on the tower is to go on until June, when the stairs will be open to visitors again.
Read also:
Ferry to the islands late again
Five ways to cook cod
Comments
Comments that insult others will be removed.
All rights reserved. Reprinting only with permission.
Contact us
About us
"""


def read(folder: Path, text: str, name: str = "page.txt") -> Document:
    limits = Limits(max_file_bytes=1_000_000, max_files=9)
    (document,) = read_collection(write_documents(folder, {name: text}), limits=limits).documents
    return document


def sentences(document: Document) -> list[str]:
    return [document.text[span.start : span.end] for span in spans(document)]


@pytest.fixture
def page(tmp_path: Path) -> Document:
    return read(tmp_path, PAGE)


@pytest.mark.parametrize(
    "furniture",
    [
        *("Home", "Share on Facebook", "USD 10.52", "Subscribe", "All rights reserved"),
        *("Five ways to cook cod", "Comments that insult", "About us", "Bergen 7"),
    ],
)
def test_furniture_is_not_quoted(page: Document, furniture: str) -> None:
    assert not any(furniture in sentence for sentence in sentences(page))


@pytest.mark.parametrize(
    "fact",
    [
        "was given a new lamp on Friday, the council of Bergen has announced.",
        "The lamp cost 90,000 crowns and was paid for by the Maritime Fund, said Olav Lie",
        "Twenty-four kilometres, to be exact.",
        "Work on the tower is to go on until June",
    ],
)
def test_facts_are_kept(page: Document, fact: str) -> None:
    assert any(fact in sentence for sentence in sentences(page))


def test_origin_is_found_where_it_plainly_stands(page: Document) -> None:
    assert page.title == "Old lighthouse gets a new lamp"
    assert str(page.date) == "2019-04-12"


def test_what_a_page_tells_browsers_is_furniture(tmp_path: Path) -> None:
    text = (
        "Your browser is no longer supported\n\n"
        "For the best experience of this website, please enable cookies in your browser\n\n"
        "COUNCIL APPROVES TRAM\n\nShare\n\n"
        "The council approved the tram by 56 votes yesterday, after a debate of four hours.\n\n"
        "Work on the line is to begin in April, said its leader, Ida Holm.\n\n"
        "Your email address will not be published. Required fields are marked\n"
    )
    document = read(tmp_path, text)
    assert not any("browser" in told or "email" in told for told in sentences(document))
    assert "browser" not in document.title


def test_short_lines_that_state_something_are_no_furniture(tmp_path: Path) -> None:
    text = "The keeper left in 1986.\n\nHe was 71.\n\nNobody followed him.\n"
    assert sentences(read(tmp_path, text)) == [
        "The keeper left in 1986.",
        "He was 71.",
        "Nobody followed him.",
    ]


def test_a_fact_before_a_call_to_act_is_kept(tmp_path: Path) -> None:
    fact = "There will be a first aid tent at the fair."
    text = f"Fair\n\nThe fair of Lunde opens on the old quay in May.\n\n{fact} Click here "
    page = f"{text}to see the map.\n\nClick here to see the map.\n"
    assert fact in sentences(read(tmp_path, page))


def test_a_question_is_no_headline_where_a_title_stands(tmp_path: Path) -> None:
    text = "FAIR FACTS\n\nWHAT TIME DO THE GATES OPEN?\nGates open at 3pm. The music ends at ten.\n"
    assert read(tmp_path, text).title == "FAIR FACTS"


def test_a_paragraph_goes_on_behind_a_blank_line_in_mid_sentence(tmp_path: Path) -> None:
    text = "The board of the town had at that time put up quite a\n\nnumber of lights. It paid.\n"
    assert "quite a\n\nnumber of lights." in sentences(read(tmp_path, text))[0]


def test_an_agencys_wrapped_report_is_whole_sentences(tmp_path: Path) -> None:
    """Its lines are of uneven width, its paragraphs short and unparted, its first line longer."""
    text = """(Recasts with the word of the harbour master, adds what the owner of the ferry says)
By Ola Vik
LUNDE, May 6 The ferry to Ekeroy ran onto a rock on
Monday, and more than sixty people had to leave it by boat near
Holm, the coast guard said. Most of them were back at home by
noon.
"I have never seen such a fog," said the harbour master of
Lunde, Kari Moe.
The ferry, which was built in 1978, lay on the rock until the
evening tide. A tug from Sandvik, the largest of the coast, then
pulled it free.
The owner, Ekeroy Lines, said that it would pay for a bus from
Tuesday on and that it would look into what the captain had done
in the hour before.
It was the second such case within a year on the line to
Ekeroy.
(Reporting by Ola Vik in Lunde; additional reporting by Ida Nes in Sandvik; editing by Per Dal)
"""
    found = [" ".join(said.split()) for said in sentences(read(tmp_path, text))]
    assert "It was the second such case within a year on the line to Ekeroy." in found
    assert "Most of them were back at home by noon." in found
    assert any("onto a rock on Monday, and more than sixty" in said for said in found)


def test_a_text_whose_long_lines_break_off_in_sentences_goes_on_at_figures_and_names(
    tmp_path: Path,
) -> None:
    text = """The ferry to Ekeroy is out of service since a storm tore away its landing stage, said
Kari Moe, who runs the harbour.
It is the first time this has happened since the winter of 1971, when the sea took off
34 boats from the harbour and the old inn on the quay.
Most islanders went home by fishing boat, others stay with friends in Lunde and hope for
better weather.
Ekeroy Lines says that the stage is to be mended by the end of May, if the sea allows it
Ferries | Buses | Trains
"""
    found = [" ".join(said.split()) for said in sentences(read(tmp_path, text))]
    assert found[0].endswith("stage, said Kari Moe, who runs the harbour.")
    assert found[1].endswith("took off 34 boats from the harbour and the old inn on the quay.")
    assert not any("Ferries" in said and "mended" in said for said in found)


@pytest.mark.parametrize("heading", ["What to look for", "Where most of it comes from"])
def test_a_heading_may_end_in_a_little_word(tmp_path: Path, heading: str) -> None:
    text = f"All about eggs.\n{heading}\nFarms near Lunde send their eggs to the market daily.\n"
    assert "Farms near Lunde send their eggs to the market daily." in sentences(
        read(tmp_path, text)
    )


def test_a_text_without_blank_lines_has_headings(tmp_path: Path) -> None:
    text = (
        "All of the rules of the fair stand on this page.\nChairs\nNo seats are given out, please "
        "bring your own chair.\nFood\nThe stalls have a wide choice of food, and all of it is good."
    )
    document = read(tmp_path, text)
    headings = [b for b in document.blocks if b.kind is BlockKind.HEADING]
    assert [document.text[b.start : b.end] for b in headings] == ["Chairs", "Food"]


@pytest.mark.parametrize(
    "foot", ["Published\n13 December 2024\nLast updated\n14 December 2024\n", "13 December 2024\n"]
)
def test_a_date_below_its_label_or_said_twice_dates_a_page(tmp_path: Path, foot: str) -> None:
    prose = "The road by the mill will be shut on Monday for works on its drains, as was said.\n"
    head = "13 December 2024 | Comments\n\n" if foot.startswith("13") else "Road shut\n\n"
    document = read(tmp_path, f"{head}{prose}\n{prose}\n{foot}")
    assert document.date == datetime.date(2024, 12, 13)


@pytest.mark.parametrize(
    "head",
    [
        "Monday 13 May 2024  -  4 min read",
        "ABC | News agency | Monday 13.5.2024 10.40 | Updated 14.5.2024 15.02",
        "13 May 2024 | Updated 21:15 | Reading time 3 min",
        "Monday, 13 May 2024 | No. 9,117 | 29°C, dusty",
        "Mon 13 May 2024 13:26\nby Ida Holm",
    ],
)
def test_a_strip_of_small_things_below_the_headline_dates_a_text(tmp_path: Path, head: str) -> None:
    document = read(tmp_path, f"A mill burns down\n\n{head}\n\n{_MILL}\nNobody was hurt in it.\n")
    assert document.date == datetime.date(2024, 5, 13)


_MILL = "The mill of Holm caught fire on Sunday night, and its wheel fell into the river below.\n"


@pytest.mark.parametrize(
    ("opening", "publisher", "date"),
    [
        ("HOLM (ABC/DE) — ", "ABC/DE", None),
        ("HOLM, May 5. /ABCD/. ", "ABCD", None),
        ("Holm /Abcdefg/. ", "Abcdefg", None),
        ("Holm, Aug 5 (AB) ", "AB", None),
        ("Holm, Selmark, Sept. 19, 2018 (ABC)  ", "ABC", datetime.date(2018, 9, 19)),
        ("May 23, 2014 (HOLM) – ", "", datetime.date(2014, 5, 23)),
        ("The mill (HOLM) – ", "", None),
    ],
)
def test_a_dateline_tells_the_agency_and_the_day(
    tmp_path: Path, opening: str, publisher: str, date: datetime.date | None
) -> None:
    document = read(tmp_path, f"A mill burns down\n\n{opening}{_MILL}\nNobody was hurt in it.\n")
    assert (document.publisher, document.date) == (publisher, date)


@pytest.mark.parametrize("opening", ["HOLM, May 5. /ABCD/. ", "Holm /Abcdefg/. "])
def test_a_dateline_is_no_sentence_of_its_own(tmp_path: Path, opening: str) -> None:
    document = read(tmp_path, f"A mill burns down\n\n{opening}{_MILL}")
    assert sentences(document)[1] == (opening + _MILL).strip()


def test_a_section_above_the_title_is_furniture(tmp_path: Path) -> None:
    document = read(tmp_path, f"News\n\nThe mill of Holm burns\n\n{_MILL}")
    assert sentences(document) == ["The mill of Holm burns", _MILL.strip()]


@pytest.mark.parametrize(
    "line",
    [
        "Please enter your comment!",
        "Powered by automated translation",
        "LATEST STORIES:",
        "Turn on browser notifications to receive breaking news alerts from the Holm Gazette",
        "Posted in Mills | Leave a comment",
        "You are using an older browser version. Please use a supported version for this site.",
        "(This is an unedited and auto-generated story from a feed.)",
        "(COMBO) This combination of pictures shows the wheel of the mill before the fire.",
    ],
)
def test_what_only_pages_say_is_not_quoted(tmp_path: Path, line: str) -> None:
    text = f"The mill of Holm burns\n\n{_MILL}\nThe wheel was mended by Ida Holm in the spring.\n\n"
    assert line not in sentences(read(tmp_path, f"{text}{line}\n"))


def test_other_stories_below_a_line_of_the_page_are_not_quoted(tmp_path: Path) -> None:
    told = f"The mill of Holm burns\n\n{_MILL}\nThe wheel was mended by Ida Holm in the spring.\n\n"
    page = (
        f"{told}Top News\nFerry loses its licence in Lunde\nLamp maker shows a lamp without oil\n"
    )
    assert not any("Ferry" in sentence for sentence in sentences(read(tmp_path, page)))


@pytest.mark.parametrize(
    "line",
    [
        "The combination of pictures and songs shows what the mill was like before the fire.",
        "The latest stories of Ida Holm are about the mill and its wheel.",
        "The mill is powered by the river, and the wheel by the wind.",
        "You can turn the mill on at any time in the settings of the wheel.",
    ],
)
def test_what_only_sounds_like_a_page_is_kept(tmp_path: Path, line: str) -> None:
    text = f"The mill of Holm burns\n\n{_MILL}\nThe wheel was mended by Ida Holm in the spring.\n\n"
    assert line in sentences(read(tmp_path, f"{text}{line}\n"))


def test_a_menu_may_be_parted_by_dashes(tmp_path: Path) -> None:
    menu, towns = "MENU: City - Region - Sport - Weather", "Holm - Lunde - Aurland - Skarn"
    for line, kept in ((menu, False), (towns, True)):
        document = read(tmp_path, f"A mill burns down\n{line}\n\n{_MILL}\n{_MILL}")
        said = [b for b in document.blocks if line in document.text[b.start : b.end]]
        assert any(block.kind is not BlockKind.FURNITURE for block in said) is kept
