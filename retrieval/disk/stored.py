"""Documents on disk: told in one list, their texts and blocks read when they are asked for."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from retrieval.disk.blocks import rows_of
from retrieval.disk.texts import Texts
from retrieval.indexing.postings import Numbers, smallest
from retrieval.records import Document, Place, PlaceKind, Source

_LAST_INSIDE = -65  # the last byte, as a signed one, that doesn't start a character


class StoredDocument(Document):
    """A Document whose `text` and `blocks` are read from the disk whenever they are asked for."""

    __slots__ = ("_number", "_texts")

    _texts: Texts
    _number: int

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - one door for the two that are not there
        if name == "text":
            return self._texts.text(self._number)
        if name == "blocks":
            return self._texts.blocks(self._number)
        raise AttributeError(name)

    @property
    def letters(self) -> npt.NDArray[np.uint8]:
        """The text in UTF-8."""
        return self._texts.letters(self._number)

    @property
    def offsets(self) -> Numbers:
        """How many bytes more than characters stand before each of its passages."""
        return self._texts.offsets(self._number)

    @property
    def rows(self) -> npt.NDArray[np.int32]:
        """The blocks as rows."""
        return self._texts.rows(self._number)

    def part(self, start: int, end: int) -> str:
        """`text[start:end]`, without a look at the rest where a passage starts there."""
        return self._texts.part(self._number, start, end)


def stored(told: Any, number: int, texts: Texts) -> StoredDocument:  # noqa: ANN401 - from JSON
    """The document of a record made by `record_of`."""
    document = object.__new__(StoredDocument)
    name, title, publisher, date, language, source, places = told
    form, encoding, size, fingerprint, remarks = source
    put = object.__setattr__
    put(document, "id", name)
    put(document, "title", title)
    put(document, "publisher", publisher)
    put(document, "date", datetime.date.fromisoformat(date) if date else None)
    put(document, "language", language)
    put(document, "source", Source(form, encoding, size, fingerprint, tuple(remarks)))
    put(document, "places", tuple([Place(PlaceKind(k), start, text) for k, start, text in places]))
    put(document, "_texts", texts)
    put(document, "_number", number)
    return document


def record_of(document: Document) -> list[object]:
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
    """The records of documents, one a line."""
    return "".join(json.dumps(record_of(document)) + "\n" for document in documents)


def records_from(lines: str, texts: Texts) -> tuple[StoredDocument, ...]:
    """The documents of such records; raises ValueError or TypeError for others."""
    told = json.loads(f"[{','.join(lines.splitlines())}]")
    return tuple(stored(record, number, texts) for number, record in enumerate(told))


def letters_of(document: Document) -> npt.NDArray[np.uint8]:
    """The text of a document in UTF-8."""
    if isinstance(document, StoredDocument):
        return document.letters
    return np.frombuffer(document.text.encode("utf-8", "surrogatepass"), dtype=np.uint8)


def offsets_of(document: Document, starts: Numbers) -> Numbers:
    """How many bytes more than characters stand before each passage of a document."""
    if isinstance(document, StoredDocument) and len(document.offsets) == len(starts):
        return document.offsets
    if document.text.isascii():
        return np.zeros(len(starts), dtype=np.uint8)
    characters = np.flatnonzero(letters_of(document).view(np.int8) > _LAST_INSIDE)
    return smallest(characters.take(starts) - starts)


def block_rows(documents: Sequence[Document]) -> tuple[npt.NDArray[np.int32], list[int]]:
    """The blocks of all documents as rows, and how many each has."""
    rows = [
        document.rows if isinstance(document, StoredDocument) else rows_of(document.blocks)
        for document in documents
    ]
    none = np.zeros((0, 3), dtype=np.int32)
    return np.concatenate([none, *rows]), [len(own) for own in rows]
