"""Web pages to a Page: headings, paragraphs, items, rows; navigation and the like is furniture."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser

from retrieval.reading.origin import dated
from retrieval.reading.page import Page
from retrieval.reading.web import shapes
from retrieval.reading.web.cleaning import without_calls
from retrieval.reading.web.tree import Reader
from retrieval.records import Block, BlockKind
from retrieval.times.dating import date_of

_LINKED, _ALL_LINKED = 0.7, 0.95
_ANNOUNCING_WORDS = 3
_LINKED_WORDS = 12
_LINKED_RUN = 3
_PARTING = re.compile(r"\s+(?:[|·•»«–—-]|::)\s+")  # between the titles of a page and of its site
_LINES = frozenset({BlockKind.ITEM, BlockKind.PARAGRAPH})
_DATES = (
    "article:published_time",
    "datePublished",
    "date",
    "pubdate",
    "publish-date",
    "dc.date",
    "DC.date.issued",
    "parsely-pub-date",
)


def read(text: str) -> Page:
    """A page of HTML, however broken or deeply nested."""
    tree = LexborHTMLParser(text)
    reader = Reader(tree)
    written, blocks = reader.writer.text, _without_links(reader)
    title = _title(tree, written, blocks)
    page = Page(
        written,
        without_calls(written, blocks),
        title=title,
        publisher=_meta(tree, "og:site_name") or _site(tree, title),
        date=_date(tree),
        language=_language(tree),
    )
    return page if page.date else replace(page, date=dated(page).date)


def _without_links(reader: Reader) -> list[Block]:
    """The blocks, with links that are furniture told: three or more short ones in a run, lone ones,
    and those of a table of contents, which say what a heading of the page says.
    """
    blocks, run = list(reader.writer.blocks), list[int]()
    text = reader.writer.text
    headings = {_said(text, block) for block in blocks if block.kind is BlockKind.HEADING}
    for number, block in enumerate(blocks):
        linked = reader.linked[number]
        alone = block.kind is BlockKind.PARAGRAPH and linked >= _ALL_LINKED
        contents = block.kind in _LINES and linked >= _LINKED and _said(text, block) in headings
        if contents or (alone and _is_link(text, block, linked)):
            blocks[number] = block._replace(kind=BlockKind.FURNITURE)
    for number in range(len(blocks) + 1):
        if number < len(blocks) and _is_link(text, blocks[number], reader.linked[number]):
            run.append(number)
            continue
        if len(run) >= _LINKED_RUN and not _is_announced(text, blocks, run[0]):
            for linked in run:
                blocks[linked] = blocks[linked]._replace(kind=BlockKind.FURNITURE)
        run = []
    return blocks


def _said(text: str, block: Block) -> str:
    """The words of a block, as they are compared."""
    return " ".join(text[block.start : block.end].split())


def _is_link(text: str, block: Block, linked: float) -> bool:
    if linked < _LINKED or block.kind in {BlockKind.HEADING, BlockKind.ROW}:
        return False
    said = text[block.start : block.end]
    whole = linked >= _ALL_LINKED or not shapes.is_sentence(said)
    return len(shapes.words_of(said)) <= _LINKED_WORDS and whole


def _is_announced(text: str, blocks: list[Block], number: int) -> bool:
    """Whether the block before says that a list follows ("The members are:")."""
    above = blocks[number - 1] if number else None
    if above is None or above.kind is not BlockKind.PARAGRAPH:
        return False
    said = text[above.start : above.end]
    return said.endswith((":", "：")) and len(shapes.words_of(said)) >= _ANNOUNCING_WORDS


def _meta(tree: LexborHTMLParser, *names: str) -> str:
    """The content of the first meta element of these names; "" if there is none."""
    for name in names:
        found = tree.css_first(f'meta[property="{name}"], meta[name="{name}"], [itemprop="{name}"]')
        content = " ".join((found.attributes.get("content") or "").split()) if found else ""
        if content:
            return content
    return ""


def _title(tree: LexborHTMLParser, text: str, blocks: list[Block]) -> str:
    """The title a page gives itself for sharing, its chief heading, its window's title."""
    stated = _meta(tree, "og:title")
    for element in ("h1", "title"):
        found = None if stated else tree.css_first(element)
        stated = " ".join(found.text().split()) if found else stated
    first = (text[block.start : block.end] for block in blocks if block.kind is BlockKind.HEADING)
    return stated or " ".join(next(first, "").split())


def _site(tree: LexborHTMLParser, title: str) -> str:
    """The name of the site behind or before a page's own title in that of its window; "" if none.

    "Opening hours | Lunde Library" over a page headed "Opening hours" is of Lunde Library.
    """
    window = tree.css_first("title")
    parts = _PARTING.split(" ".join(window.text().split())) if window else []
    others = [part for part in parts if part.casefold() != title.casefold()]
    named = len(others) == 1 and len(parts) == len(others) + 1 and others[0][:1].isupper()
    return others[0] if named else ""


def _date(tree: LexborHTMLParser) -> datetime.date | None:
    time = tree.css_first("time[datetime]")
    stated = time.attributes.get("datetime") or "" if time else ""
    return date_of(_meta(tree, *_DATES)) or date_of(stated)


def _language(tree: LexborHTMLParser) -> str:
    root = tree.css_first("html")
    stated = root.attributes.get("lang") or "" if root else ""
    return stated.strip().lower().replace("_", "-").split("-")[0]
