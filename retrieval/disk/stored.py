"""Documents on disk: listed in one part, their texts and blocks read when they are asked for."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from retrieval.disk.blocks import Blocks
from retrieval.disk.texts import Texts
from retrieval.indexing.postings import Numbers, smallest
from retrieval.records import Document, Place, PlaceKind, Source

_LAST_INSIDE = -65  # the last byte, as a signed one, that doesn't start a character
_TOLD = ("id", "title", "publisher", "date", "language", "source", "places")


class Held(NamedTuple):
    """The texts and blocks of all documents together, as the disk holds them."""

    texts: Texts
    blocks: Blocks


class StoredDocument(Document):
    """A Document whose `text` and `blocks` are read from the disk whenever they are asked for."""

    __slots__ = ("held", "number")

    held: Held
    number: int  # among those that are held

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - one door for the two that are not there
        if name == "text":
            return self.held.texts.text(self.number)
        if name == "blocks":
            return self.held.blocks.of(self.number)
        raise AttributeError(name)

    def part(self, start: int, end: int) -> str:
        """`text[start:end]`, read alone where a passage starts at `start`."""
        return self.held.texts.part(self.number, start, end)


def stored(told: Any, number: int, held: Held) -> StoredDocument:  # noqa: ANN401 - from JSON
    """The document of a record made by `record_of`."""
    name, title, publisher, date, language, source, places = told
    form, encoding, size, fingerprint, remarks = source
    return _stored(
        *(held, number, name, title, publisher),
        datetime.date.fromisoformat(date) if date else None,
        language,
        Source(form, encoding, size, fingerprint, tuple(remarks)),
        tuple([Place(PlaceKind(k), start, text) for k, start, text in places]),
    )


def as_saved(documents: Iterable[Document], held: Held) -> tuple[StoredDocument, ...]:
    """The documents whose texts have just been saved, in this order."""
    return tuple(
        _stored(held, number, *(getattr(document, name) for name in _TOLD))
        for number, document in enumerate(documents)
    )


def _stored(held: Held, number: int, *told: object) -> StoredDocument:
    document = object.__new__(StoredDocument)
    put = object.__setattr__
    for name, value in zip(_TOLD, told, strict=True):
        put(document, name, value)
    put(document, "held", held)
    put(document, "number", number)
    return document


def _record_of(document: Document) -> list[object]:
    """All of a document but its text and blocks, for JSON."""
    source = document.source
    return [
        document.id,
        document.title,
        document.publisher,
        document.date.isoformat() if document.date else "",
        document.language,
        [source.format, source.encoding, source.size, source.fingerprint, list(source.remarks)],
        [[place.kind.value, place.start, place.name] for place in document.places],
    ]


def records_to(documents: Iterable[Document]) -> str:
    """The records of documents, as one list."""
    return json.dumps([_record_of(document) for document in documents])


def records_from(records: str, held: Held) -> tuple[StoredDocument, ...]:
    """The documents of such records; raises ValueError or TypeError for others."""
    told = json.loads(records)
    return tuple(stored(record, number, held) for number, record in enumerate(told))


def letters_of(document: Document) -> npt.NDArray[np.uint8]:
    """The text of a document in UTF-8."""
    return np.frombuffer(document.text.encode("utf-8", "surrogatepass"), dtype=np.uint8)


def offsets_of(document: Document, starts: Numbers) -> Numbers:
    """How many bytes more than characters stand before each passage of a document."""
    if document.text.isascii():
        return np.zeros(len(starts), dtype=np.uint8)
    characters = np.flatnonzero(letters_of(document).view(np.int8) > _LAST_INSIDE)
    return smallest(characters.take(starts) - starts)
