"""The records that travel through retrieval: Document, Block, Passage, Hit."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import NamedTuple


class Span(NamedTuple):
    """A slice of a text: characters `start` (included) to `end` (excluded)."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether a character stands in both."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether all of another stands in it."""
        return self.start <= other.start and other.end <= self.end


class BlockKind(StrEnum):
    """What a stretch of a document is; only FURNITURE is never quoted.

    A PAIR is a question with an operator's own answer below it.
    """

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"
    PAIR = "pair"
    FURNITURE = "furniture"


class Block(NamedTuple):
    """One heading, paragraph, list item, table row or piece of page furniture of a text."""

    kind: BlockKind
    start: int
    end: int


class PlaceKind(StrEnum):
    """What a quote can cite as its place; a PAIR is an operator's own answer to a question."""

    PAGE = "page"
    SLIDE = "slide"
    CHAPTER = "chapter"
    HEADING = "heading"
    PAIR = "pair"


class Place(NamedTuple):
    """Where a page, slide, chapter, section or pair begins in a text.

    It reaches to the next place of its kind. `name` is its number, its heading or its question.
    """

    kind: PlaceKind
    start: int
    name: str


class Source(NamedTuple):
    """How a document's text was obtained: file format, encoding, size in bytes, SHA-256 in hex.

    `remarks` are sentences about what of the file could not be read.
    """

    format: str
    encoding: str
    size: int
    fingerprint: str
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """One readable file.

    `id` is the path inside the collection with forward slashes. `text` is all that was read,
    furniture included, so that offsets into it are offsets into the source; `blocks` cover what
    is not blank, in order, without overlap. `language` is an ISO 639-1 code, "" if unknown.
    `places` are what the file itself counts, in order: pages, slides, chapters, pairs.
    """

    id: str
    title: str
    publisher: str
    date: datetime.date | None
    language: str
    text: str
    blocks: tuple[Block, ...]
    source: Source
    places: tuple[Place, ...] = ()

    def __eq__(self, other: object) -> bool:
        """Whether all of it is the same, wherever the text is kept."""
        if not isinstance(other, Document):
            return NotImplemented
        return all(getattr(self, f.name) == getattr(other, f.name) for f in fields(Document))

    def __hash__(self) -> int:
        return hash((self.id, self.source.fingerprint))

    @property
    def called(self) -> str:
        """The words of the file's name."""
        name = self.id.rpartition("/")[2]
        stem = name.rpartition(".")[0] or name
        return " ".join(stem.replace("_", " ").replace("-", " ").split())

    def part(self, start: int, end: int) -> str:
        """The characters from `start` to `end`, which is excluded."""
        return self.text[start:end]


class Passage(NamedTuple):
    """One sentence (or heading, item, row) of a document: `document.text[start:end]`.

    `number` counts the passages of the whole collection from 0, in reading order.
    """

    number: int
    document: Document
    start: int
    end: int

    @property
    def text(self) -> str:
        """The very words of the document, white space included."""
        return self.document.part(self.start, self.end)


class Part(NamedTuple):
    """One part of a score: what it is called and how much it adds."""

    name: str
    amount: float


class Hit(NamedTuple):
    """A passage found for a question.

    `probability` in [0, 1] is the ranker's: how likely the passage answers the question.
    """

    passage: Passage
    probability: float
