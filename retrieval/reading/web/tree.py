"""A parsed web page to blocks: one ends where an element of a block's kind begins or ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from retrieval.reading.page import Writer
from retrieval.reading.text.blocks import blocks_of
from retrieval.reading.text.lines import BULLETS
from retrieval.reading.web.elements import HEADINGS, Part, is_stated, named, part_of
from retrieval.reading.web.grid import Grid
from retrieval.records import BlockKind

_KINDS = {"li": BlockKind.ITEM, "dt": BlockKind.ITEM, "dd": BlockKind.ITEM}
_KINDS |= dict.fromkeys(HEADINGS, BlockKind.HEADING)
_CELLS = frozenset({"td", "th"})
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_DOUBLED = re.compile(r"(?<=\S) {2,}(?=\S)")
_BULLETED = re.compile(rf"[{BULLETS}]\s+\S")
_BROKEN = re.compile(rf"\n{{2,}}|\n(?={_BULLETED.pattern})")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_EDIT = re.compile(r"\s*(?:\[[^\[\]]{1,20}\]|[¶#§])\s*$")
_DEEPEST_TABLE = 500


class Reader:
    """Reads a tree once; afterwards `writer` has its text and blocks.

    `linked` is for each block the share of its characters that stand in links, 0 to 1.
    """

    def __init__(self, tree: LexborHTMLParser) -> None:
        self.writer = Writer()
        self.linked: list[float] = []
        self._pieces: list[str] = []
        self._grid = Grid()
        self._kinds = [BlockKind.PARAGRAPH]
        self._furniture = self._margins = 0
        self._links = self._rows = self._pre = self._articles = 0
        self._link_characters = 0
        self._term, self._term_linked = "", 0.0
        if tree.root is not None:
            self._walk(tree.root)

    def _walk(self, root: LexborNode) -> None:
        """Visit every node, parents before and after their children, without calling itself."""
        stack: list[tuple[LexborNode, bool, Part]] = [(root, False, Part.TEXT)]
        while stack:
            node, leaving, part = stack.pop()
            tag = node.tag or ""
            if leaving:
                self._leave(node, tag, part)
            elif tag == "-text":
                self._say(node.text_content or "")
            elif tag not in named("dropped") and tag[:1] not in {"-", "!"} and not _is_hidden(node):
                part = part_of(node, tag, inside=self._articles > 0)
                self._enter(node, tag, part, depth=len(stack))
                stack.append((node, True, part))
                stack.extend((child, False, part) for child in reversed(list(_children(node))))
        self._flush()
        self._write_term()
        self._write_grid()

    def _enter(self, node: LexborNode, tag: str, part: Part, *, depth: int) -> None:
        """What the beginning of an element does: begin a row or cell, end the block before it."""
        if tag in named("blocks") and not self._rows:
            self._flush()
        elif tag in _CELLS:
            self._pieces = []
        elif tag in named("blocks"):
            self._pieces.append(" ")
        elif tag == "br":
            self._pieces.append("\n")
        if tag == "tr":
            self._rows += self._rows > 0 or (depth < _DEEPEST_TABLE and _is_row(node))
            if self._rows == 1:
                self._grid.begin()
        if tag in HEADINGS and not self._rows:
            self._write_term()
        if tag in _KINDS:
            self._kinds.append(_KINDS[tag])
        self._count(tag, 1, part)

    def _leave(self, node: LexborNode, tag: str, part: Part) -> None:
        """What the end of an element does: close a cell, a row, a table, or write a block."""
        if tag in _CELLS and self._rows == 1:
            attributes = node.attributes
            self._grid.add(
                "".join(self._pieces),
                heading=tag == "th",
                columns=attributes.get("colspan") or "",
                rows=attributes.get("rowspan") or "",
            )
            self._pieces = []
        elif tag == "dt" and not self._rows:
            self._write_term()
            self._term, self._term_linked = " ".join("".join(self._pieces).split()), self._linked()
            self._pieces, self._link_characters = [], 0
        elif tag in named("blocks") and not self._rows:
            self._flush()
        if tag == "tr" and self._rows:
            self._rows -= 1
            if not self._rows:
                self._grid.end()
        if tag == "table" and not self._rows:
            self._write_grid()
        if tag == "dl" and not self._rows:
            self._write_term()
        if tag in _KINDS:
            self._kinds.pop()
        self._count(tag, -1, part)

    def _count(self, tag: str, step: int, part: Part) -> None:
        """Keep count of the elements that are open."""
        self._furniture += step * (part is Part.FURNITURE)
        self._margins += step * (part is Part.MARGIN)
        self._links += step * (tag == "a")
        self._pre += step * (tag == "pre")
        self._articles += step * (tag in {"article", "main"})

    def _say(self, text: str) -> None:
        self._pieces.append(text if self._pre else _BLANKS.sub(" ", text))
        if self._links:
            self._link_characters += len("".join(text.split()))

    def _flush(self) -> None:
        """Write what was said since the last block; two line breaks end a paragraph."""
        said = "".join(self._pieces)
        if not said.strip():
            self._pieces, self._link_characters = [], 0
            return
        self._write_grid()
        linked = self._linked()
        kind = self._kinds[-1]
        if kind is BlockKind.HEADING and linked:
            said = _EDIT.sub("", said)
        for piece in self._paragraphs(said):
            self._write(self._kind(piece, kind, linked), piece, linked)
        self._pieces, self._link_characters = [], 0

    def _linked(self) -> float:
        """The share of what was said since the last block that stands in links."""
        return self._link_characters / max(len("".join("".join(self._pieces).split())), 1)

    def _paragraphs(self, said: str) -> list[str]:
        """What was said, parted; of preformatted text the blocks that its lines make.

        A line behind a bullet is an item, as it looks.
        """
        if self._pre:
            return [said[block.start : block.end] for block in blocks_of(said)]
        lines = "\n".join(line.strip(" ") for line in said.split("\n"))
        pieces = [_DOUBLED.sub(" ", piece) for piece in _BROKEN.split(lines)]
        if self._term and pieces:
            pieces[0] = f"{self._term.rstrip(' :')}: {pieces[0].strip()}"
            self._term = ""
        return pieces

    def _kind(self, piece: str, kind: BlockKind, linked: float) -> BlockKind:
        """The kind of what was said, furniture where it stands among such."""
        if self._furniture or (self._margins and not is_stated(piece, linked=linked)):
            return BlockKind.FURNITURE
        if kind is BlockKind.PARAGRAPH and _BULLETED.match(piece):
            kind = BlockKind.ITEM
        return BlockKind.PARAGRAPH if self._margins else kind

    def _write(self, kind: BlockKind, piece: str, linked: float) -> None:
        before = len(self.writer.blocks)
        depth = self._kinds.count(BlockKind.ITEM) - 1 if kind is BlockKind.ITEM else 0
        self.writer.write(kind, piece, within=max(depth, 0))
        self.linked += [linked] * (len(self.writer.blocks) - before)

    def _write_term(self) -> None:
        """Write a term of a list of definitions that has no definition of its own."""
        term, self._term = self._term, ""
        kind = self._kind(term, BlockKind.ITEM, self._term_linked)
        self._write(kind, term, self._term_linked)

    def _write_grid(self) -> None:
        """Write the rows of a table that were read since the last block."""
        if self._grid:
            self._grid.write(self.writer, BlockKind.FURNITURE if self._furniture else BlockKind.ROW)
            self.linked += [0.0] * (len(self.writer.blocks) - len(self.linked))
            self._link_characters = 0


def _children(node: LexborNode) -> Iterator[LexborNode]:
    child = node.child
    while child is not None:
        yield child
        child = child.next


def _is_hidden(node: LexborNode) -> bool:
    attributes = node.attributes
    style = attributes.get("style")
    return "hidden" in attributes or bool(style and _HIDDEN.search(style))


def _is_row(node: LexborNode) -> bool:
    """Whether a table row holds data rather than a page's layout."""
    if node.css_first("table, h1, h2, h3, ul, ol, article") is not None:
        return False
    return len(node.css("p")) <= 2 * max(1, len(node.css("td, th")))
