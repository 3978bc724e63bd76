"""PowerPoint presentations to a Page: titles, text, tables and notes; slides are its places."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from retrieval.errors import UnreadableFileError
from retrieval.reading.archive import DAMAGED, Archive, local, said
from retrieval.reading.origin import dated
from retrieval.reading.page import Page, Writer
from retrieval.reading.tables import write_table
from retrieval.records import BlockKind, PlaceKind

_MAIN = "ppt/presentation.xml"
_MOST_SLIDES = 3_000
_TITLES = frozenset({"title", "ctrTitle"})
_MARGINAL = frozenset({"dt", "ftr", "sldNum", "hdr", "sldImg"})
_MADE_UP = frozenset({"powerpoint presentation", "presentation"})


def read(data: bytes) -> Page:
    """A page of a .pptx; hidden slides, dates, footers and numbers of slides are left out.

    Raises UnreadableFileError where it is damaged, locked or no presentation.
    """
    archive = Archive(data)
    if _MAIN not in archive:
        raise UnreadableFileError(f"{DAMAGED}: there is no presentation in it")
    writer = Writer()
    for number, name in enumerate(_slides(archive), start=1):
        if name in archive:
            slide = archive.xml(name)
            if slide.get("show") not in {"0", "false"}:
                writer.mark(PlaceKind.SLIDE, str(number))
                _write_slide(writer, slide)
                _write_notes(writer, archive, name)
    headings = (b for b in writer.blocks if b.kind is BlockKind.HEADING)
    heading = next((writer.text[b.start : b.end] for b in headings), "")
    properties = "docProps/core.xml"
    stated = said(archive.xml(properties), "title") if properties in archive else ""
    stated = "" if stated.casefold() in _MADE_UP else stated
    page = Page(
        writer.text,
        tuple(writer.blocks),
        title=" ".join(heading.split()) or stated,
        places=tuple(writer.places),
    )
    return dated(page)


def _slides(archive: Archive) -> list[str]:
    """The names of the slides in the order they are shown."""
    related = archive.related(_MAIN)
    listed = (e for e in archive.xml(_MAIN).iter() if local(e) == "sldId")
    ids = (next((v for k, v in e.attrib.items() if k.endswith("}id")), "") for e in listed)
    return [related[name][1] for name in ids if name in related][:_MOST_SLIDES]


def _write_slide(writer: Writer, slide: Element) -> None:
    """Write the shapes of a slide in their order, its title first."""
    shapes = list(_shapes(slide))
    shapes.sort(key=lambda shape: _kind(shape) not in _TITLES)
    for shape in shapes:
        if local(shape) == "tbl":
            _write_table(writer, shape)
        elif _kind(shape) not in _MARGINAL:
            _write_text(writer, shape, title=_kind(shape) in _TITLES)


def _shapes(slide: Element) -> Iterator[Element]:
    """The shapes and tables of a slide, those in groups too, in order."""
    stack = [slide]
    while stack:
        element = stack.pop()
        if local(element) in {"sp", "tbl"}:
            yield element
        else:
            stack += reversed(element)


def _kind(shape: Element) -> str:
    """What a shape is a placeholder for; "" if it is none."""
    found = next((e for e in shape.iter() if local(e) == "ph"), None)
    return found.get("type", "body") if found is not None else ""


def _write_text(writer: Writer, shape: Element, *, title: bool) -> None:
    """Write the paragraphs of a shape; of several in a placeholder each is an item."""
    paragraphs = [said for e in shape.iter() if local(e) == "p" and (said := _words(e).strip())]
    if title:
        writer.write(BlockKind.HEADING, " ".join(" ".join(paragraphs).split()))
        return
    listed = len(paragraphs) > 1
    for paragraph in paragraphs:
        writer.write(BlockKind.ITEM if listed else BlockKind.PARAGRAPH, paragraph)


def _write_table(writer: Writer, table: Element) -> None:
    rows = [
        [
            " ".join(_words(p) for p in cell.iter() if local(p) == "p")
            for cell in row
            if local(cell) == "tc"
        ]
        for row in table.iter()
        if local(row) == "tr"
    ]
    properties = next((e for e in table if local(e) == "tblPr"), None)
    stated = properties is not None and properties.get("firstRow") in {"1", "true"}
    write_table(writer, rows, headings=1 if stated and len(rows) > 1 else None)


def _write_notes(writer: Writer, archive: Archive, slide: str) -> None:
    """Write what the speaker notes under a slide."""
    for kind, name in archive.related(slide).values():
        if kind == "notesSlide" and name in archive:
            for shape in _shapes(archive.xml(name)):
                if _kind(shape) == "body":
                    _write_text(writer, shape, title=False)


def _words(paragraph: Element) -> str:
    """The words of a paragraph, line breaks kept."""
    pieces = []
    for element in paragraph.iter():
        if local(element) == "t":
            pieces.append(element.text or "")
        elif local(element) == "br":
            pieces.append("\n")
    return "".join(pieces)
