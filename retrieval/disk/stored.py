"""Documents on disk: told in one list, their texts and blocks mapped and read when asked for."""

from __future__ import annotations

import datetime
import json
import mmap
import threading
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from retrieval.disk.blocks import blocks_of, rows_of
from retrieval.records import Block, Document, Place, PlaceKind, Source

REMEMBERED = 4_000_000  # characters of texts
_RARE = 16  # one of so many bytes, at the most, that goes on with a character: else read it whole
_PARTS = 500  # that are read until the system is told that their pages need not stay
_KNOWN = 20_000  # documents of which it is known where their long characters stand


class Texts:
    """The texts and blocks of a collection's documents; safe to use from several threads.

    `letters` uint8 (n_bytes,) are the texts in UTF-8, that of document i at `bounds[i]` to
    `bounds[i + 1]`; `rows` int32 (n_blocks, 3) are the blocks, those of document i at
    `row_bounds[i]` to `row_bounds[i + 1]`.
    """

    def __init__(
        self,
        letters: npt.NDArray[np.uint8],
        bounds: npt.NDArray[np.int64],
        rows: npt.NDArray[np.int32],
        row_bounds: npt.NDArray[np.int64],
    ) -> None:
        """Read nothing yet."""
        self._letters = letters
        self._bounds = bounds
        self._rows = rows
        self._row_bounds = row_bounds
        self._recent: dict[int, str] = {}
        self._long: dict[int, npt.NDArray[np.int64] | None] = {}
        self._parts = 0
        self._starts = bounds.data  # quicker for single elements
        self._room = REMEMBERED
        self._lock = threading.Lock()
        self._map = _map_of(letters)
        self._offset = 0
        if self._map is not None:
            whole = np.frombuffer(self._map, dtype=np.uint8)
            self._offset = letters.ctypes.data - whole.ctypes.data

    def letters(self, number: int) -> npt.NDArray[np.uint8]:
        """The text of the document with a number, in UTF-8."""
        return self._letters[self._bounds[number] : self._bounds[number + 1]]

    def text(self, number: int) -> str:
        """The text of the document with a number; the last ones are remembered."""
        known = self._recent.get(number)
        if known is None:
            known = self.letters(number).tobytes().decode("utf-8", "surrogatepass")
            with self._lock:
                if number not in self._recent:
                    self._recent[number] = known
                    self._room -= len(known)
                self._forget(number, number + 1)
                while self._room < 0 and len(self._recent) > 1:
                    self._room += len(self._recent.pop(next(iter(self._recent))))
        return known

    def part(self, number: int, start: int, end: int) -> str:
        """The characters of a document from `start` to `end`, without reading all the others."""
        known = self._recent.get(number)
        long = None if known is not None else self._long_in(number)
        if known is not None or long is None:
            return self.text(number)[start:end]
        if len(long):  # a character stands behind all that goes on with those before it
            places = np.array((start, end))
            start, end = (places + np.searchsorted(long, places)).tolist()
        first = self._starts[number]
        letters = self._letters[first + start : first + end].tobytes()
        self._parts += 1
        if self._parts % _PARTS == 0:
            self._forget(0, len(self._bounds) - 1)
        return letters.decode("utf-8", "surrogatepass")

    def _long_in(self, number: int) -> npt.NDArray[np.int64] | None:
        """For each byte of a text that goes on with a character the number of that character.

        None where there are too many of them. What is known of many texts is forgotten at times.
        """
        try:
            return self._long[number]
        except KeyError:
            letters = self.letters(number)
        places = np.flatnonzero((letters & 0xC0) == 0x80)
        few = len(places) * _RARE <= len(letters)
        found = places - np.arange(1, len(places) + 1) if few else None
        if len(self._long) > _KNOWN:
            self._long.clear()
        self._long[number] = found
        return found

    def _forget(self, first_text: int, behind: int) -> None:
        """Tell the system that the mapped texts with some numbers need not stay in memory."""
        if self._map is None or not hasattr(mmap, "MADV_DONTNEED"):
            return
        start, end = (int(self._bounds[n]) + self._offset for n in (first_text, behind))
        first = start - start % mmap.PAGESIZE
        if end > first:
            self._map.madvise(mmap.MADV_DONTNEED, first, end - first)

    def blocks(self, number: int) -> tuple[Block, ...]:
        """The blocks of the document with a number."""
        return blocks_of(self._rows[self._row_bounds[number] : self._row_bounds[number + 1]])


def _map_of(array: npt.NDArray[Any]) -> mmap.mmap | None:
    """The map of a file that an array looks into, None if it is held in memory."""
    base: object = array
    while isinstance(base, np.ndarray):
        base = base.base
    return base if isinstance(base, mmap.mmap) else None


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

    def part(self, start: int, end: int) -> str:
        """The characters from `start` to `end`, which is excluded."""
        return self._texts.part(self._number, start, end)

    @property
    def letters(self) -> npt.NDArray[np.uint8]:
        """The text in UTF-8."""
        return self._texts.letters(self._number)


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


def block_rows(documents: Sequence[Document]) -> tuple[npt.NDArray[np.int32], list[int]]:
    """The blocks of all documents as rows, and how many each has."""
    rows = [rows_of(document.blocks) for document in documents]
    none = np.zeros((0, 3), dtype=np.int32)
    return np.concatenate([none, *rows]), [len(own) for own in rows]
