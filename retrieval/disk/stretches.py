"""Documents to be saved: those behind one another in texts that are saved already go as one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from retrieval.disk.blocks import rows_of
from retrieval.disk.stored import StoredDocument, letters_of, offsets_of
from retrieval.indexing.postings import Numbers
from retrieval.records import Document

_AT_ONCE = 1 << 22  # bytes


class Stretch(NamedTuple):
    """Documents from number `first` to `last`, which is excluded, of `documents`: one that is new,
    or some that follow one another in the same saved texts.
    """

    documents: Sequence[Document]
    first: int
    last: int

    def letters(self) -> Iterator[npt.NDArray[np.uint8]]:
        """Their texts in UTF-8, piece by piece."""
        one = self.documents[self.first]
        if not isinstance(one, StoredDocument):
            yield letters_of(one)
            return
        start, end = one.texts.bounds(*self._range(one))
        for place in range(start, end, _AT_ONCE):
            yield one.texts.read(place, min(place + _AT_ONCE, end))

    def sizes(self) -> npt.NDArray[np.int64]:
        """The bytes of each text."""
        one = self.documents[self.first]
        if isinstance(one, StoredDocument):
            return one.texts.sizes(*self._range(one))
        return np.array([len(letters_of(one))])

    def rows(self) -> npt.NDArray[np.int32]:
        """The blocks of all, as rows."""
        one = self.documents[self.first]
        if isinstance(one, StoredDocument):
            return one.texts.rows(*self._range(one))
        return rows_of(one.blocks)

    def counts(self) -> npt.NDArray[np.int64]:
        """How many blocks each has."""
        one = self.documents[self.first]
        if isinstance(one, StoredDocument):
            return one.texts.counts(*self._range(one))
        return np.array([len(one.blocks)])

    def offsets(self, firsts: npt.NDArray[np.int64], starts: Numbers) -> Numbers:
        """How many bytes more than characters stand before each passage in its document's text.

        Those of document i start at starts[firsts[i]] to starts[firsts[i + 1]].
        """
        one = self.documents[self.first]
        if isinstance(one, StoredDocument):
            known = one.texts.offsets(*self._range(one))
            if len(known) == firsts[self.last] - firsts[self.first]:
                return known
        found = [
            offsets_of(self.documents[n], starts[firsts[n] : firsts[n + 1]])
            for n in range(self.first, self.last)
        ]
        return np.concatenate([np.zeros(0, np.uint8), *found])

    def _range(self, one: StoredDocument) -> tuple[int, int]:
        """Their numbers in the saved texts."""
        return one.number, one.number + self.last - self.first


def stretches(documents: Sequence[Document]) -> list[Stretch]:
    """The stretches of some documents, in order."""
    bounds = [0] if documents else []
    for number, (one, other) in enumerate(pairwise(documents), start=1):
        if not _follows(one, other):
            bounds.append(number)
    return [Stretch(documents, *pair) for pair in pairwise([*bounds, len(documents)])]


def _follows(one: Document, other: Document) -> bool:
    """Whether a document stands behind another one in the same saved texts."""
    return (
        isinstance(one, StoredDocument)
        and isinstance(other, StoredDocument)
        and other.texts is one.texts
        and other.number == one.number + 1
    )
