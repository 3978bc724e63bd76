"""A parsed web page to blocks: written wherever an element of a block's kind begins or ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from selectolax.lexbor import LexborHTMLParser, LexborNode

from retrieval.lexicon import lexicon
from retrieval.reading.grid import Grid
from retrieval.reading.page import Writer
from retrieval.records import BlockKind

_WHOLE = frozenset({"html", "body", "main", "article"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_KINDS = {"li": BlockKind.ITEM, "dt": BlockKind.ITEM, "dd": BlockKind.ITEM}
_KINDS |= dict.fromkeys(_HEADINGS, BlockKind.HEADING)
_CELLS = frozenset({"td", "th"})
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_DOUBLED = re.compile(r"(?<=\S) {2,}(?=\S)")
_BROKEN = re.compile(r"\n{2,}")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_NAME = re.compile(r"[\s_-]+")
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
        self._furniture = self._links = self._rows = self._pre = self._articles = 0
        self._link_characters = 0
        if tree.root is not None:
            self._walk(tree.root)

    def _walk(self, root: LexborNode) -> None:
        """Visit every node, parents before and after their children, without calling itself."""
        stack: list[tuple[LexborNode, bool, bool]] = [(root, False, False)]
        while stack:
            node, leaving, furniture = stack.pop()
            tag = node.tag or ""
            if leaving:
                self._leave(node, tag, furniture=furniture)
            elif tag == "-text":
                self._say(node.text_content or "")
            elif (
                tag not in _named("dropped") and tag[:1] not in {"-", "!"} and not _is_hidden(node)
            ):
                furniture = self._is_furniture(node, tag)
                self._enter(node, tag, furniture=furniture, depth=len(stack))
                stack.append((node, True, furniture))
                stack.extend((child, False, False) for child in reversed(list(_children(node))))
        self._flush()
        self._write_grid()

    def _enter(self, node: LexborNode, tag: str, *, furniture: bool, depth: int) -> None:
        if tag in _named("blocks") and not self._rows:
            self._flush()
        elif tag in _CELLS:
            self._pieces = []
        elif tag in _named("blocks"):
            self._pieces.append(" ")
        elif tag == "br":
            self._pieces.append("\n")
        if tag == "tr":
            self._rows += self._rows > 0 or (depth < _DEEPEST_TABLE and _is_row(node))
            if self._rows == 1:
                self._grid.begin()
        if tag in _KINDS:
            self._kinds.append(_KINDS[tag])
        self._count(tag, 1, furniture=furniture)

    def _leave(self, node: LexborNode, tag: str, *, furniture: bool) -> None:
        if tag in _CELLS and self._rows == 1:
            attributes = node.attributes
            self._grid.add(
                "".join(self._pieces),
                heading=tag == "th",
                columns=attributes.get("colspan") or "",
                rows=attributes.get("rowspan") or "",
            )
            self._pieces = []
        elif tag in _named("blocks") and not self._rows:
            self._flush()
        if tag == "tr" and self._rows:
            self._rows -= 1
            if not self._rows:
                self._grid.end()
        if tag == "table" and not self._rows:
            self._write_grid()
        if tag in _KINDS:
            self._kinds.pop()
        self._count(tag, -1, furniture=furniture)

    def _count(self, tag: str, step: int, *, furniture: bool) -> None:
        """Keep count of the elements that are open."""
        self._furniture += step * furniture
        self._links += step * (tag == "a")
        self._pre += step * (tag == "pre")
        self._articles += step * (tag in {"article", "main"})

    def _say(self, text: str) -> None:
        self._pieces.append(text if self._pre else _BLANKS.sub(" ", text))
        if self._links:
            self._link_characters += len(text.strip())

    def _flush(self) -> None:
        """Write what was said since the last block; two line breaks end a paragraph."""
        said = "".join(self._pieces)
        if not said.strip():
            self._pieces, self._link_characters = [], 0
            return
        self._write_grid()
        linked = self._link_characters / len(said.strip())
        kind = BlockKind.FURNITURE if self._furniture else self._kinds[-1]
        lines = [line.rstrip() if self._pre else line.strip(" ") for line in said.split("\n")]
        for piece in _BROKEN.split("\n".join(lines)):
            before = len(self.writer.blocks)
            self.writer.write(kind, piece if self._pre else _DOUBLED.sub(" ", piece))
            self.linked += [linked] * (len(self.writer.blocks) - before)
        self._pieces, self._link_characters = [], 0

    def _write_grid(self) -> None:
        """Write the rows of a table that were read since the last block."""
        if self._grid:
            self._grid.write(self.writer, BlockKind.FURNITURE if self._furniture else BlockKind.ROW)
            self.linked += [0.0] * (len(self.writer.blocks) - len(self.linked))
            self._link_characters = 0

    def _is_furniture(self, node: LexborNode, tag: str) -> bool:
        """Whether an element, by its name, role or class, is what a page has around its text."""
        if tag in _WHOLE or tag in _HEADINGS or self._furniture:
            return False
        if tag in _named("furniture"):
            return not (
                tag == "footer" and node.parent is not None and node.parent.tag == "blockquote"
            )
        if tag == "header":
            return not self._articles and node.css_first("h1") is None
        if tag == "form":
            return node.css_first("p, h1, article, main, table") is None
        attributes = node.attributes
        names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}".lower()
        named = not _named("named").isdisjoint(_NAME.split(names))
        if (attributes.get("role") or "") in _named("roles") or named:
            return node.css_first("h1, article, main") is None
        return False


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


@cache
def _named(table: str) -> frozenset[str]:
    return frozenset(str(lexicon("furniture")["html"][table]).split())
