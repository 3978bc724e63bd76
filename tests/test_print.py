"""Printed pages are read in their order: columns, tables inside them, turned pages, margins."""

from __future__ import annotations

from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    FrameBreak,
    PageTemplate,
    Paragraph,
    Table,
)

from retrieval.reading import pdf
from retrieval.records import BlockKind

DREDGED = (
    "The harbour of Velden was dredged in 1987, after silt had closed its northern basin to "
    "vessels of more than four metres draught for nearly a decade."
)
UNLOADED = (
    "Before that year grain was unloaded at the southern quay by hand, and the dockers' union was "
    "against an elevator as early as 1961, however the council put it."
)
TRIPLED = "Between 1990 and 2004 traffic tripled, most of it coasters from the Baltic Sea."
WRECK = (
    "A second dredging in 2009 removed the wreck of the steamer Aurelia, which had lain there "
    "since the storm of November 1911."
)
SHIPS = [["Year", "Ships", "Dockers"], ["1990", "412", "230"], ["2004", "1,236", "85"]]
MILL = ("The windmill of Torsby has four sails of 11.2 metres", "each, and was moved in 1823.")
STYLES = getSampleStyleSheet()


def two_columns(file: Path) -> None:
    """A title across the page, two columns whose lines stand level, a table in the right one."""
    width, height = A4
    column, body = (width - 140) / 2, STYLES["BodyText"]
    frames = [
        Frame(60, height - 150, width - 120, 90),
        Frame(60, 80, column, height - 240),
        Frame(80 + column, 80, column, height - 240),
    ]
    document = BaseDocTemplate(str(file), pagesize=A4)
    document.addPageTemplates([PageTemplate(frames=frames)])
    story: list[Flowable] = [Paragraph("The harbour of Velden", STYLES["Title"]), FrameBreak()]
    story += [Paragraph(DREDGED, body), Paragraph(UNLOADED, body), FrameBreak()]
    story += [Paragraph(TRIPLED, body), Table(SHIPS), Paragraph(WRECK, body)]
    document.build(story)


def turned(file: Path, angle: int, *, margin: str = "") -> None:
    """Two lines turned by an angle on the page, and upright words in its margin."""
    canvas = Canvas(str(file), pagesize=A4)
    canvas.saveState()
    canvas.translate(300, 400)
    canvas.rotate(angle)
    for number, line in enumerate(MILL):
        canvas.drawString(0, -14 * number, line)
    canvas.restoreState()
    canvas.drawString(40, 200, margin)
    canvas.save()


def blocks(file: Path) -> list[tuple[BlockKind, str]]:
    page = pdf.read(file.read_bytes())
    return [(block.kind, page.text[block.start : block.end]) for block in page.blocks]


def test_columns_are_read_one_after_the_other_and_a_table_in_one_is_a_table(tmp_path: Path) -> None:
    two_columns(tmp_path / "a.pdf")
    assert blocks(tmp_path / "a.pdf") == [
        (BlockKind.HEADING, "The harbour of Velden"),
        (BlockKind.PARAGRAPH, DREDGED),
        (BlockKind.PARAGRAPH, UNLOADED),
        (BlockKind.PARAGRAPH, TRIPLED),
        (BlockKind.ROW, "Year: 1990 | Ships: 412 | Dockers: 230"),
        (BlockKind.ROW, "Year: 2004 | Ships: 1,236 | Dockers: 85"),
        (BlockKind.PARAGRAPH, WRECK),
    ]


def test_a_table_as_wide_as_the_page_is_no_column(tmp_path: Path) -> None:
    document = BaseDocTemplate(str(tmp_path / "a.pdf"), pagesize=A4)
    document.addPageTemplates([PageTemplate(frames=[Frame(60, 80, 475, 700)])])
    story: list[Flowable] = [Paragraph(DREDGED, STYLES["BodyText"])]
    rooms = ["Reading room by the lake", "Long hall of the old mill", "Attic above the stairs"]
    rows = [[room, "open to members from nine", str(seats)] for seats, room in enumerate(rooms, 30)]
    story.append(Table([["Room of the house", "When it is open", "Seats"], *rows]))
    document.build(story)
    found = [text for kind, text in blocks(tmp_path / "a.pdf") if kind is BlockKind.ROW]
    assert found[0] == (
        "Room of the house: Reading room by the lake | When it is open: open to members from nine "
        "| Seats: 30"
    )


def test_turned_pages_are_read_as_if_they_were_upright(tmp_path: Path) -> None:
    for angle in (0, 90, 180, 270, 3):
        turned(tmp_path / "a.pdf", angle)
        assert blocks(tmp_path / "a.pdf") == [(BlockKind.PARAGRAPH, " ".join(MILL))], angle


def test_words_that_are_turned_otherwise_come_last(tmp_path: Path) -> None:
    turned(tmp_path / "a.pdf", 90, margin="Scanned by the council")
    assert [text for _, text in blocks(tmp_path / "a.pdf")] == [
        " ".join(MILL),
        "Scanned by the council",
    ]


def test_a_stamp_across_a_page_does_not_stand_in_its_sentences(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=A4)
    for number, line in enumerate(MILL):
        canvas.drawString(60, 420 - 14 * number, line)
    canvas.translate(200, 405)
    canvas.rotate(45)
    canvas.drawString(0, 0, "DRAFT")
    canvas.save()
    assert [text for _, text in blocks(tmp_path / "a.pdf")] == [" ".join(MILL), "DRAFT"]
