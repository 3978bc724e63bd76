"""One document, saved in every format by the writers that people use."""

from __future__ import annotations

from collections.abc import Callable
from email.message import EmailMessage
from html import escape
from pathlib import Path

import docx
import mkepub
import odf.opendocument
import odf.style
import odf.table
import odf.text
import pptx
from reportlab.lib.pagesizes import A5
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageBreak, PageTemplate, Paragraph, Table

TITLE = "The bath house of Orrvik"
RUNNING = "Orrvik Council, yearbook"
INTRODUCTION = (
    "Orrvik has had a bath house since 1911. The carpenter Matilda Strand built it for 8,200 "
    "crowns from the timber of a stranded ship."
)
BOILERS = (
    "Two boilers warm the pools. The larger one burns wood pellets and was bought in Tampere in "
    "2016, while the smaller one runs on electricity during the summer months."
)
WARDEN = "The warden Joakim Hell checks the boilers every morning at half past five."
COUNTED = (
    "In the year 2022 the bath house counted 14,350 visitors. Most of them came on Sundays, when "
    "children under seven swim free of charge."
)
SECTIONS: dict[str, tuple[str, ...]] = {"Heating": (BOILERS, WARDEN), "Visitors": (COUNTED,)}
ITEMS_UNDER, ITEMS = (
    "Rules",
    (
        "Diving is allowed in the northern pool alone.",
        "Dogs have to wait at the kiosk.",
        "Whoever loses a key pays 45 crowns.",
    ),
)
TABLE_UNDER, TABLE = (
    "Opening hours",
    (
        ("Pool", "Opens", "Closes"),
        ("Northern pool", "7:00", "19:30"),
        ("Children's pool", "9:15", "16:00"),
    ),
)
HEADINGS = [*SECTIONS, ITEMS_UNDER, TABLE_UNDER]
PAGES = dict(zip(HEADINGS, ("2", "3", "4", "5"), strict=True))


def as_text(file: Path) -> None:
    parts = [TITLE, INTRODUCTION]
    for heading, paragraphs in SECTIONS.items():
        parts += [heading, *paragraphs]
    parts += [ITEMS_UNDER, "\n".join(f"- {item}" for item in ITEMS)]
    parts += [TABLE_UNDER, "\n".join("\t".join(row) for row in TABLE)]
    file.write_text("\n\n".join(parts) + "\n", encoding="utf-8")


def as_markdown(file: Path) -> None:
    parts = [f"# {TITLE}", INTRODUCTION]
    for heading, paragraphs in SECTIONS.items():
        parts += [f"## {heading}", *paragraphs]
    parts += [f"## {ITEMS_UNDER}", "\n".join(f"* {item}" for item in ITEMS)]
    rows = [TABLE[0], ("---",) * len(TABLE[0]), *TABLE[1:]]
    parts += [f"## {TABLE_UNDER}", "\n".join(f"| {' | '.join(row)} |" for row in rows)]
    file.write_text("\n\n".join(parts) + "\n", encoding="utf-8")


def sections_of_html() -> dict[str, str]:
    """The HTML below each heading."""
    found = {
        heading: "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs)
        for heading, paragraphs in SECTIONS.items()
    }
    found[ITEMS_UNDER] = "<ul>" + "".join(f"<li>{escape(item)}</li>" for item in ITEMS) + "</ul>"
    head, *rows = TABLE
    found[TABLE_UNDER] = (
        "<table><tr>"
        + "".join(f"<th>{cell}</th>" for cell in head)
        + "".join("<tr>" + "".join(f"<td>{escape(c)}</td>" for c in row) + "</tr>" for row in rows)
        + "</table>"
    )
    return found


def as_html(file: Path) -> None:
    body = "".join(f"<h2>{name}</h2>{html}" for name, html in sections_of_html().items())
    file.write_text(
        f"<!doctype html><html lang=en><head><title>{TITLE}</title></head><body>"
        f"<nav><a href=/>Home</a></nav><h1>{TITLE}</h1><p>{INTRODUCTION}</p>{body}</body></html>",
        encoding="utf-8",
    )


def as_mail(file: Path) -> None:
    message = EmailMessage()
    message["Subject"], message["From"] = TITLE, "Orrvik Council <council@orrvik.example>"
    message["Date"] = "Tue, 07 Feb 2023 10:00:00 +0100"
    body = "".join(f"<h2>{name}</h2>{html}" for name, html in sections_of_html().items())
    message.set_content(f"<html><body><p>{INTRODUCTION}</p>{body}</body></html>", subtype="html")
    message.add_attachment(b"\0\1", maintype="image", subtype="png", filename="pool.png")
    file.write_bytes(message.as_bytes())


def as_pdf(file: Path) -> None:
    """A section a page, with a running head and a page number."""
    width, height = A5
    styles = getSampleStyleSheet()

    def around(canvas: Canvas, document: BaseDocTemplate) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(50, height - 30, RUNNING)
        canvas.drawCentredString(width / 2, 25, str(document.page))

    document = BaseDocTemplate(str(file), pagesize=A5)
    frame = Frame(50, 50, width - 100, height - 100)
    document.addPageTemplates([PageTemplate(frames=[frame], onPage=around)])
    story = [Paragraph(TITLE, styles["Title"]), Paragraph(INTRODUCTION, styles["BodyText"])]
    for heading in HEADINGS:
        story += [PageBreak(), Paragraph(heading, styles["Heading2"])]
        story += [Paragraph(text, styles["BodyText"]) for text in SECTIONS.get(heading, ())]
        if heading == ITEMS_UNDER:
            story += [Paragraph(i, styles["Bullet"], bulletText="•") for i in ITEMS]
        if heading == TABLE_UNDER:
            story.append(Table(TABLE))
    document.build(story)


def as_word(file: Path) -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = RUNNING
    document.add_heading(TITLE, 0)
    document.add_paragraph(INTRODUCTION)
    for heading, paragraphs in SECTIONS.items():
        document.add_heading(heading, 1)
        for paragraph in paragraphs:
            document.add_paragraph(paragraph)
    document.add_heading(ITEMS_UNDER, 1)
    for item in ITEMS:
        document.add_paragraph(item, style="List Bullet")
    document.add_heading(TABLE_UNDER, 1)
    table = document.add_table(rows=0, cols=len(TABLE[0]))
    for row in TABLE:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    document.save(str(file))


def as_epub(file: Path) -> None:
    """A section a chapter."""
    book = mkepub.Book(title=TITLE, author="Orrvik Council", language="en")
    book.add_page("Preface", f"<h1>Preface</h1><p>{INTRODUCTION}</p>")
    for heading, html in sections_of_html().items():
        book.add_page(heading, f"<h1>{heading}</h1>{html}")
    book.save(str(file))
    book.tempdir.cleanup()


def as_opendocument(file: Path) -> None:
    document = odf.opendocument.OpenDocumentText()
    body = document.text
    body.addElement(odf.text.H(outlinelevel=1, text=TITLE))
    body.addElement(odf.text.P(text=INTRODUCTION))
    for heading, paragraphs in SECTIONS.items():
        body.addElement(odf.text.H(outlinelevel=2, text=heading))
        for paragraph in paragraphs:
            body.addElement(odf.text.P(text=paragraph))
    body.addElement(odf.text.H(outlinelevel=2, text=ITEMS_UNDER))
    listed = odf.text.List()
    for item in ITEMS:
        entry = odf.text.ListItem()
        entry.addElement(odf.text.P(text=item))
        listed.addElement(entry)
    body.addElement(listed)
    body.addElement(odf.text.H(outlinelevel=2, text=TABLE_UNDER))
    table = odf.table.Table(name="Hours")
    for row in TABLE:
        cells = odf.table.TableRow()
        for text in row:
            cell = odf.table.TableCell()
            cell.addElement(odf.text.P(text=text))
            cells.addElement(cell)
        table.addElement(cells)
    body.addElement(table)
    document.save(str(file))


def as_slides(file: Path) -> None:
    """A section a slide; the speaker's notes hold the introduction."""
    show = pptx.Presentation()
    cover = show.slides.add_slide(show.slide_layouts[0])
    cover.shapes.title.text = TITLE
    cover.notes_slide.notes_text_frame.text = INTRODUCTION
    for heading in HEADINGS:
        titled = show.slides.add_slide(show.slide_layouts[1 if heading != TABLE_UNDER else 5])
        titled.shapes.title.text = heading
        if heading == TABLE_UNDER:
            shape = titled.shapes.add_table(len(TABLE), len(TABLE[0]), 0, 0, 6_000_000, 2_000_000)
            for r, row in enumerate(TABLE):
                for c, text in enumerate(row):
                    shape.table.cell(r, c).text = text
        else:
            lines = SECTIONS.get(heading) or ITEMS
            titled.placeholders[1].text_frame.text = "\n".join(lines)
    show.save(str(file))


WRITERS: dict[str, Callable[[Path], None]] = {
    "txt": as_text,
    "md": as_markdown,
    "html": as_html,
    "eml": as_mail,
    "pdf": as_pdf,
    "docx": as_word,
    "epub": as_epub,
    "odt": as_opendocument,
    "pptx": as_slides,
}
