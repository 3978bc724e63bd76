"""Markdown to a Page: front matter read, markup removed, a block a heading, item, row.

Read as people write it: lines that each have a label are entries, and a short line alone above
prose is its heading, as is one in bold.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest
from typing import Any

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

from retrieval.reading import plain
from retrieval.reading.origin import dated
from retrieval.reading.page import Page, Writer
from retrieval.reading.tables import write_table
from retrieval.reading.text.headings import stands_above
from retrieval.reading.text.lines import BULLETS, are_entries, is_name
from retrieval.records import BlockKind
from retrieval.times.dating import date_of

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_FIELD = re.compile(r"^([A-Za-z_][\w -]{0,40}):[ \t]+(.+)$", re.MULTILINE)
_TAG = re.compile(r"<!--.*?(?:-->|\Z)|</?[A-Za-z][^<>]{0,2000}>", re.DOTALL)
_KNOWN = frozenset(
    {"title", "publisher", "source", "site", "author", "date", "published", "language", "lang"}
)
_BULLET = re.compile(rf"^([ \t]*)[{BULLETS}](?=[ \t]+\S)", re.MULTILINE)
_LONGEST_LINE = 200_000
_KINDS = {
    "heading": BlockKind.HEADING,
    "list_item": BlockKind.ITEM,
    "tr": BlockKind.ROW,
}
_LINE_ENDS: tuple[list[str], ...] = ([], ["softbreak"], ["hardbreak"])
_Piece = tuple[BlockKind, str | list[list[str]], int]
_PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def read(text: str) -> Page:
    """A page of Markdown; a text with a line beyond 200,000 characters is read as plain text."""
    fields, body = _front_matter(text)
    if max(map(len, body.split("\n"))) > _LONGEST_LINE:
        page = plain.read(body)
        written, blocks, first = page.text, page.blocks, page.title
    else:
        writer = Writer()
        for kind, piece, within in _as_meant(list(_rendered(_BULLET.sub(r"\1-", body)))):
            if isinstance(piece, str):
                writer.write(kind, piece, within=within)
            else:
                write_table(writer, piece, headings=1)
        written, blocks = writer.text, tuple(writer.blocks)
        headings = (b for b in blocks if b.kind is BlockKind.HEADING)
        first = next((written[b.start : b.end] for b in headings), "")
    page = Page(
        written,
        blocks,
        title=_field(fields, "title") or " ".join(first.split()),
        publisher=_field(fields, "publisher", "source", "site", "author"),
        date=_date(fields.get("date") or fields.get("published")),
        language=_field(fields, "language", "lang").lower().replace("_", "-").split("-")[0],
    )
    return page if page.date else replace(page, date=dated(page).date)


def _front_matter(text: str) -> tuple[dict[str, Any], str]:
    """The fields at the head of a text and what follows them.

    Where YAML refuses them ("title: Syria: the talks") they are read line by line; what has no
    field that is known here is no front matter but text.
    """
    found = _FRONT.match(text)
    if not found:
        return {}, text
    try:
        loaded = yaml.safe_load(found.group(1))
    except (yaml.YAMLError, ValueError, RecursionError):
        loaded = {name: value.strip(" \"'") for name, value in _FIELD.findall(found.group(1))}
    if not isinstance(loaded, dict):
        return {}, text
    fields = {str(name).strip().lower(): value for name, value in loaded.items()}
    return (fields, text[found.end() :]) if fields.keys() & _KNOWN else ({}, text)


def _field(fields: dict[str, Any], *names: str) -> str:
    """The first of the named fields that has a value, on one line."""
    for name in names:
        value = fields.get(name)
        parts = value if isinstance(value, list) else [value]
        written = ", ".join(" ".join(str(part).split()) for part in parts if part is not None)
        if written and not isinstance(value, bool | dict):
            return written
    return ""


def _date(value: object) -> datetime.date | None:
    if isinstance(value, datetime.datetime):
        return value.date()
    return value if isinstance(value, datetime.date) else date_of(str(value or ""))


def _as_meant(pieces: list[_Piece]) -> Iterator[_Piece]:
    """The pieces, entries of a paragraph apart, and lines that stand above others as headings."""
    above = BlockKind.PARAGRAPH
    for (kind, piece, within), below in zip_longest(pieces, pieces[1:]):
        if kind is not BlockKind.PARAGRAPH or not isinstance(piece, str):
            yield kind, piece, within
        elif are_entries(lines := piece.strip().split("\n")) or (
            is_name(lines[0]) and are_entries(lines[1:])
        ):
            yield from ((kind, line, within) for line in lines)
        elif below and above is not BlockKind.HEADING and _is_above(piece.strip(), below):
            yield BlockKind.HEADING, piece, within
        else:
            yield kind, piece, within
        above = kind


def _is_above(text: str, below: _Piece) -> bool:
    """Whether a paragraph is a heading without its mark, of the prose or list below it."""
    kind, piece, _ = below
    if kind is BlockKind.ITEM:
        return stands_above(text, f"- {piece}")
    prose = kind is BlockKind.PARAGRAPH and isinstance(piece, str)
    return prose and stands_above(text, " ".join(str(piece).split()))


def _rendered(body: str) -> Iterator[_Piece]:
    """Kind, plain text and how many items are around it of each block of a text, in order.

    A table is its rows' cells. An item of a numbered list keeps its number.
    """
    kinds, rows, label = [BlockKind.PARAGRAPH], list[list[str]](), ""
    for token in _PARSER.parse(body):
        kind = _KINDS.get(token.type.removesuffix("_open").removesuffix("_close"))
        if kind and token.nesting == 1:
            kinds.append(kind)
        elif kind and token.nesting == -1:
            kinds.pop()
        if token.type == "list_item_open" and token.info:
            label = f"{token.info}{token.markup} "
        elif token.type == "tr_open":
            rows.append([])
        elif token.type == "table_close":
            yield BlockKind.ROW, rows, 0
            rows = []
        elif token.type == "inline" and kinds[-1] is BlockKind.ROW:
            rows[-1].append(_words(token))
        elif token.content:
            yield from _written(kinds, label, token)
            label = ""


def _written(kinds: list[BlockKind], label: str, token: Token) -> Iterator[_Piece]:
    """A block of text, a heading in bold apart from what follows it in the same paragraph."""
    words = _words(token)
    bold, rest = _bold_line(token, words) if kinds == [BlockKind.PARAGRAPH] else ("", words)
    if bold:
        yield BlockKind.HEADING, bold, 0
    if rest:
        yield kinds[-1], label + rest, max(kinds.count(BlockKind.ITEM) - 1, 0)


def _bold_line(token: Token, words: str) -> tuple[str, str]:
    """The first line of a paragraph if it is a question in bold from end to end, and the rest.

    Thus FAQs write them: "**May I cancel?**". Other lines in bold may be what a page tells first.
    """
    line, _, rest = words.partition("\n")
    signs = [child.type for child in token.children or [] if child.type != "text" or child.content]
    bold = signs[:3] == ["strong_open", "text", "strong_close"] and signs[3:4] in _LINE_ENDS
    return (line, rest) if bold and line.endswith("?") else ("", words)


def _words(token: Token) -> str:
    """The words of a token: links' text, images' description, line breaks kept, no tags."""
    if token.children is None:
        return _TAG.sub("", token.content) if token.type == "html_block" else token.content
    pieces = []
    for child in token.children:
        if child.type in {"softbreak", "hardbreak"} or child.content.startswith("<br"):
            pieces.append("\n")
        elif child.type in {"text", "code_inline", "image"}:
            pieces.append(child.content)
    return "".join(pieces)
