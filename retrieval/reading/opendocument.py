"""OpenDocument texts to a Page: headings, lists, tables, footnotes, pages where they are noted."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from retrieval.errors import UnreadableFileError
from retrieval.reading.archive import DAMAGED, PASSWORD, Archive, attribute, first, local, said
from retrieval.reading.origin import dated
from retrieval.reading.page import Page, Writer
from retrieval.reading.tables import write_table
from retrieval.records import BlockKind, PlaceKind

_LEFT_OUT = frozenset(
    {
        *("tracked-changes", "annotation", "annotation-end", "forms", "sequence-decls", "scripts"),
        *("table-of-content", "alphabetical-index", "illustration-index", "table-index"),
        *("object-index", "user-index", "bibliography", "font-face-decls", "automatic-styles"),
        "ruby-text",
    }
)
_MOST_REPEATED = 200  # blanks or columns that one element stands for
_TITLES = frozenset({"title", "subtitle"})


def read(data: bytes) -> Page:
    """A page of an .odt; running heads, comments and deleted text are left out.

    Raises UnreadableFileError where it is damaged or locked.
    """
    archive = Archive(data)
    manifest = "META-INF/manifest.xml"
    if manifest in archive and first(archive.xml(manifest), "encryption-data") is not None:
        raise UnreadableFileError(PASSWORD)
    root = archive.xml("content.xml")
    body = first(root, "text")
    if body is None:
        raise UnreadableFileError(f"{DAMAGED}: there is no text document in it")
    reader = _Reader(_parents_of(root))
    reader.walk(body)
    writer = reader.writer
    stated = said(archive.xml("meta.xml"), "title") if "meta.xml" in archive else ""
    headings = (b for b in writer.blocks if b.kind is BlockKind.HEADING)
    heading = next((writer.text[b.start : b.end] for b in headings), "")
    page = Page(
        writer.text,
        tuple(writer.blocks),
        title=stated or " ".join(heading.split()),
        places=tuple(writer.places) if len(writer.places) > 1 else (),
    )
    return dated(page)


def _parents_of(root: Element) -> dict[str, str]:
    """The style that each automatic style of paragraphs is made from."""
    return {
        attribute(style, "name"): attribute(style, "parent-style-name")
        for style in root.iter()
        if local(style) == "style"
    }


class _Reader:
    """Walks a text once, without calling itself; `writer` has what it says."""

    def __init__(self, parents: dict[str, str]) -> None:
        self.writer = Writer()
        self._parents = parents
        self._page = 1
        self._turns = 0
        self.writer.mark(PlaceKind.PAGE, "1")

    def walk(self, body: Element) -> None:
        """Write the blocks below an element in order."""
        stack: list[tuple[Element, BlockKind]] = [(body, BlockKind.PARAGRAPH)]
        while stack:
            element, kind = stack.pop()
            name = local(element)
            if name == "h":
                self._write(BlockKind.HEADING, element)
            elif name == "p":
                style = attribute(element, "style-name")
                named = self._parents.get(style, "") or style
                self._write(BlockKind.HEADING if named.lower() in _TITLES else kind, element)
            elif name == "table":
                self._write_table(element)
            elif name == "soft-page-break":
                self._turns += 1
            elif name not in _LEFT_OUT:
                below = BlockKind.ITEM if name == "list-item" else kind
                stack += [(child, below) for child in reversed(element)]

    def _write(self, kind: BlockKind, element: Element) -> None:
        text, notes, frames, turns = _words(element)
        self._turn()
        self.writer.write(kind, text)
        self._turns += turns
        for frame in frames:
            self.walk(frame)
        for note in notes:
            self.writer.write(BlockKind.PARAGRAPH, note)

    def _turn(self) -> None:
        """Begin the next page with the next block, if a page has ended."""
        if self._turns:
            self._page += self._turns
            self._turns = 0
            self.writer.mark(PlaceKind.PAGE, str(self._page))

    def _write_table(self, table: Element) -> None:
        """A table of text; one that holds tables is layout, whose cells are walked."""
        if sum(local(element) == "table" for element in table.iter()) > 1:
            for cell in (e for e in table.iter() if local(e) == "table-cell"):
                stack = [e for e in cell if local(e) in {"p", "h", "list"}]
                for element in stack:
                    self.walk(element)
            return
        self._turn()
        rows, notes = [], list[str]()
        for row in (e for e in table.iter() if local(e) == "table-row"):
            cells: list[str] = []
            for cell in (e for e in row if local(e) == "table-cell"):
                parts = [_words(e) for e in cell.iter() if local(e) in {"p", "h"}]
                notes += [note for part in parts for note in part[1]]
                repeated = attribute(cell, "number-columns-repeated")
                times = int(repeated) if repeated.isdecimal() else 1
                cells += [" ".join(part[0] for part in parts)] * min(times, _MOST_REPEATED)
            rows.append(cells)
        headings = first(table, "table-header-rows")
        count = sum(local(e) == "table-row" for e in headings) if headings is not None else None
        write_table(self.writer, rows, headings=count)
        for note in notes:
            self.writer.write(BlockKind.PARAGRAPH, note)


def _words(element: Element) -> tuple[str, list[str], list[Element], int]:
    """The words of a paragraph, its footnotes, its text boxes, and how many pages end in it."""
    pieces: list[str] = []
    notes: list[str] = []
    frames: list[Element] = []
    turns = 0
    stack: list[Element | str] = [element]
    while stack:
        here = stack.pop()
        if isinstance(here, str):
            pieces.append(here)
            continue
        name = local(here)
        if name == "note":
            notes.append(_note(here))
        elif name == "text-box":
            frames.append(here)
        elif name == "s":
            count = attribute(here, "c")
            pieces.append(" " * min(int(count) if count.isdecimal() else 1, _MOST_REPEATED))
        elif name in {"tab", "line-break"}:
            pieces.append("\t" if name == "tab" else "\n")
        elif name == "soft-page-break":
            turns += 1
        elif name not in _LEFT_OUT and name not in {"title", "desc"}:
            for child in reversed(here):
                stack += [child.tail or "", child]
            pieces.append(here.text or "")
    return "".join(pieces), notes, frames, turns


def _note(note: Element) -> str:
    """A footnote on one line, its number in front."""
    number = said(note, "note-citation")
    return f"{number} {said(note, 'note-body')}".strip()
