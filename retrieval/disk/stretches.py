"""Documents to be saved, in stretches: a run of documents already saved together is one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

import numpy as np
import numpy.typing as npt

from retrieval.disk.blocks import rows_of
from retrieval.disk.stored import Held, StoredDocument, letters_of, offsets_of
from retrieval.indexing.postings import Numbers
from retrieval.records import Document

_AT_ONCE = 1 << 22  # bytes


class Stretch(Protocol):
    """n documents that follow one another, as they are saved."""

    def letters(self) -> Iterator[npt.NDArray[np.uint8]]:
        """Their texts in UTF-8, piece by piece, each (n_bytes,)."""

    def sizes(self) -> npt.NDArray[np.int64]:
        """The bytes of each text: (n,)."""

    def rows(self) -> npt.NDArray[np.int32]:
        """The blocks of all, as `retrieval.disk.blocks` has them: (n_blocks, 3)."""

    def counts(self) -> npt.NDArray[np.int64]:
        """How many blocks each has: (n,)."""

    def offsets(self, firsts: npt.NDArray[np.int64], starts: Numbers) -> Numbers:
        """How many bytes more than characters stand before each passage in its document's text:
        (n_passages,), those of these documents alone.

        Those of document i of all start at starts[firsts[i]] to starts[firsts[i + 1]].
        """


class New(NamedTuple):
    """A stretch of one document that is not saved yet; `number` is its place among all."""

    document: Document
    number: int

    def letters(self) -> Iterator[npt.NDArray[np.uint8]]:
        """Its text."""
        yield letters_of(self.document)

    def sizes(self) -> npt.NDArray[np.int64]:
        """The bytes of its text."""
        return np.array([len(letters_of(self.document))])

    def rows(self) -> npt.NDArray[np.int32]:
        """Its blocks."""
        return rows_of(self.document.blocks)

    def counts(self) -> npt.NDArray[np.int64]:
        """How many there are."""
        return np.array([len(self.document.blocks)])

    def offsets(self, firsts: npt.NDArray[np.int64], starts: Numbers) -> Numbers:
        """Those of its passages."""
        first, last = firsts[self.number : self.number + 2].tolist()
        return offsets_of(self.document, starts[first:last])


class Kept(NamedTuple):
    """A stretch of documents that are saved already; `number` is that of the first among all."""

    documents: Sequence[StoredDocument]
    number: int

    def letters(self) -> Iterator[npt.NDArray[np.uint8]]:
        """Their texts, read as they come."""
        start, end = self._held.texts.bounds(*self._range)
        for place in range(start, end, _AT_ONCE):
            yield self._held.texts.read(place, min(place + _AT_ONCE, end))

    def sizes(self) -> npt.NDArray[np.int64]:
        """The bytes of each text."""
        return self._held.texts.sizes(*self._range)

    def rows(self) -> npt.NDArray[np.int32]:
        """The blocks of all, as rows."""
        return self._held.blocks.rows(*self._range)

    def counts(self) -> npt.NDArray[np.int64]:
        """How many blocks each has."""
        return self._held.blocks.counts(*self._range)

    def offsets(self, firsts: npt.NDArray[np.int64], starts: Numbers) -> Numbers:
        """Those that were saved, made anew where the documents are cut otherwise now."""
        known = self._held.texts.offsets(*self._range)
        if len(known) == firsts[self.number + len(self.documents)] - firsts[self.number]:
            return known
        numbered = enumerate(self.documents, start=self.number)
        return np.concatenate([New(d, number).offsets(firsts, starts) for number, d in numbered])

    @property
    def _held(self) -> Held:
        return self.documents[0].held

    @property
    def _range(self) -> tuple[int, int]:
        """Their numbers among those that are held."""
        first = self.documents[0].number
        return first, first + len(self.documents)


def stretches(documents: Sequence[Document]) -> list[Stretch]:
    """The stretches of some documents, in order."""
    found: list[Stretch] = []
    run: list[StoredDocument] = []
    for number, document in enumerate(documents):
        if run and not _follows(run[-1], document):
            found.append(Kept(run, number - len(run)))
            run = []
        if isinstance(document, StoredDocument):
            run.append(document)
        else:
            found.append(New(document, number))
    return [*found, Kept(run, len(documents) - len(run))] if run else found


def _follows(one: StoredDocument, other: Document) -> bool:
    """Whether a document stands behind another one in the same saved texts."""
    return (
        isinstance(other, StoredDocument)
        and other.held is one.held
        and other.number == one.number + 1
    )
