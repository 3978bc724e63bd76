"""Entries below a name, fragments below a heading, questions marked "Q:": what stands alone says
nothing, and is read with what names it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.assistant import Assistant
from retrieval.collection import Limits, read_collection
from retrieval.records import BlockKind
from tests.helpers import assistant_on, write_documents

LIMITS = Limits(max_file_bytes=100_000, max_files=10)
CARDS = """Boats of the lake

Blue Heron
Skipper: Ada Moss
Seats: 24
Sails from: the mill jetty

Grey Otter
Skipper: Piet Vonk
Seats: 40
Sails from: the town pier
"""
RECORDS = """Tree: Old Lime
Height: 31 m
Planted by: the Guild of Bakers
Guarded by: Nora Quist

Tree: Long Poplar
Height: 38 m
Planted by: Count Elmer
Guarded by: Jens Taube
"""
FRAGMENTS = """# The sauna book

## Birch sauna

### Stove lit by

The first guest

### Towels

3 crowns

## Stone sauna

### Stove lit by

Lars Ekdal

### Towels

Bring your own
"""
LEADS = """# Tools of the shed

Lent for:

- Scythe: two days
- Cider press: one week

Kept by:

- Scythe: Maud Finch
- Cider press: Aron Bell
"""
MANUAL = """WEAVER
    Speed
        40 threads a minute

    Oil
        two drops a week

CARDER
    Speed
        12 rolls an hour

    Oil
        one drop a day
"""
FAQ = """Q: Who mends the nets?
A: The harbour carpenter.

Q: Who paints the buoys?
A: Two pupils of the naval school.
"""
CHAT = """[03/06/2024, 09:15:10] Lotte: who feeds the geese?
[03/06/2024, 09:16:02] Ned Farrow: the twins from the mill
[03/06/2024, 09:20:41] Lotte: which gate is locked at night?
[03/06/2024, 09:21:07] Ned Farrow: the one by the orchard
[03/06/2024, 09:22:55] Lotte: thanks
"""


@pytest.fixture(scope="module")
def shed(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    place: Path = tmp_path_factory.mktemp("named")
    documents = {
        "boats.txt": CARDS,
        "trees.txt": RECORDS,
        "sauna.md": FRAGMENTS,
        "tools.md": LEADS,
        "machines.txt": MANUAL,
        "harbour.txt": FAQ,
        "chat.txt": CHAT,
    }
    return assistant_on(documents, place)


@pytest.mark.parametrize(
    ("question", "lead", "quote"),
    [
        ("Who is the skipper of the Grey Otter?", "Piet Vonk", "Skipper: Piet Vonk"),
        ("How many seats does the Blue Heron have?", "24", "Seats: 24"),
        ("Who planted the Long Poplar?", "Count Elmer", "Planted by: Count Elmer"),
        ("Who lights the stove of the stone sauna?", "Lars Ekdal", "Stove lit by\n\nLars Ekdal"),
        ("For how long is the cider press lent?", "one week", "Cider press: one week"),
        ("Who mends the nets?", "The harbour carpenter", "The harbour carpenter."),
    ],
)
def test_what_says_nothing_alone_answers_with_what_names_it(
    shed: Assistant, question: str, lead: str, quote: str
) -> None:
    answer = shed.ask(question)
    assert (answer.lead, answer.quotes[0].text) == (lead, quote)


def test_what_is_answered_in_a_chat_is_quoted_with_who_says_it(shed: Assistant) -> None:
    answer = shed.ask("Which gate is locked at night?")
    assert answer.quotes[0].text == "Ned Farrow: the one by the orchard"
    assert answer.lead != "Ned Farrow"


def test_what_stands_deeper_below_a_line_is_told_of_that(shed: Assistant) -> None:
    quote = shed.ask("What is the speed of the carder?").quotes[0].text
    assert quote.split() == ["Speed", "12", "rolls", "an", "hour"]


@pytest.mark.parametrize(
    "question", ["Who is the skipper of the Red Swan?", "Who wound the clock?"]
)
def test_what_no_entry_names_is_refused(shed: Assistant, question: str) -> None:
    assert shed.ask(question).refused


def blocks(folder: Path, name: str, text: str) -> list[tuple[BlockKind, str]]:
    """The blocks of a document with some text, white space squeezed."""
    documents = write_documents(folder / "one", {name: text})
    (document,) = read_collection(documents, limits=LIMITS).documents
    return [(b.kind, " ".join(document.text[b.start : b.end].split())) for b in document.blocks]


def test_the_line_below_the_title_that_tells_who_wrote_it_is_no_heading(tmp_path: Path) -> None:
    text = (
        "# Report on the weir\n\nRescue team of Ulm\nBy: Ida Holm\nDay: Monday\n\nThe weir held.\n"
    )
    kinds = {said: kind for kind, said in blocks(tmp_path, "weir.md", text)}
    assert kinds["Rescue team of Ulm"] is BlockKind.PARAGRAPH


def test_a_heading_stays_one_above_sentences_and_above_several_fragments(tmp_path: Path) -> None:
    text = (
        "# Camp\n\n## Fire\n\nLight no fire after ten.\n\n## Tents\n\nGreen ones\n\nRed ones\n\n"
        "## Boats\n\nThey are tied up at night. Nobody sleeps in them.\n"
    )
    headings = [
        said for kind, said in blocks(tmp_path, "camp.md", text) if kind is BlockKind.HEADING
    ]
    assert headings == ["Camp", "Fire", "Tents", "Boats"]


def test_a_talk_of_two_is_no_record(tmp_path: Path) -> None:
    text = "Anna: Where is Ben\nBen: Up here\nAnna: Come down\nBen: Not yet\nAnna: Supper\n"
    assert all(kind is BlockKind.PARAGRAPH for kind, _ in blocks(tmp_path, "play.txt", text))


def test_the_marks_of_question_and_answer_are_no_words_of_either(tmp_path: Path) -> None:
    found = blocks(tmp_path, "faq.txt", FAQ)
    assert found[:4] == [
        (BlockKind.FURNITURE, "Q:"),
        (BlockKind.HEADING, "Who mends the nets?"),
        (BlockKind.FURNITURE, "A:"),
        (BlockKind.PARAGRAPH, "The harbour carpenter."),
    ]


def test_the_times_before_the_lines_of_a_chat_are_no_words_of_it(tmp_path: Path) -> None:
    kinds = [kind for kind, _ in blocks(tmp_path, "chat.txt", CHAT)]
    asked = [BlockKind.FURNITURE, BlockKind.HEADING, BlockKind.FURNITURE, BlockKind.PARAGRAPH]
    assert kinds == [*asked, *asked, BlockKind.FURNITURE, BlockKind.PARAGRAPH]


def test_a_greek_question_mark_ends_a_question_and_a_semicolon_none(tmp_path: Path) -> None:
    asked = "Q: Who mends the nets{}\nA: The harbour carpenter.\n"
    for sign, kind in (("\u037e", BlockKind.HEADING), (";", BlockKind.PARAGRAPH)):
        found = {said: kind for kind, said in blocks(tmp_path, "faq.txt", asked.format(sign))}
        assert next(k for said, k in found.items() if "Who mends" in said) is kind


def test_each_key_with_its_value_is_an_entry(tmp_path: Path) -> None:
    settings = (
        "[feeder]\nportion = 30 grams\nrest_between_meals = 6 hours\nkeeper = Ada Moss\n\n"
        "[camera]\nstored_for = 14 days\n"
    )
    asked = assistant_on({"feeder.txt": settings}, tmp_path)
    answer = asked.ask("who is the keeper?")
    assert (answer.lead, answer.quotes[0].text) == ("Ada Moss", "keeper = Ada Moss")
    assert asked.ask("how big is a portion?").quotes[0].text == "portion = 30 grams"


def test_a_price_below_the_name_of_a_thing_is_that_of_the_thing(tmp_path: Path) -> None:
    sheet = (
        "# Stoves of the Kvernes foundry\n\n## Stove K3\n- Weight: 84 kg\n- Price: $640\n\n"
        "## Stove K5\n- Weight: 112 kg\n- Price: $910\n"
    )
    asked = assistant_on({"stoves.md": sheet}, tmp_path)
    for question, line in (
        ("what does the K5 cost?", "$910"),
        ("price of the stove K3", "$640"),
        ("weight of the K5", "112 kg"),
    ):
        answer = asked.ask(question)
        assert (answer.short, answer.lead) == (True, line)
    other = asked.ask("what does the chimney cost?")
    assert not other.short
