"""The passage table: which slice of which document each number stands for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from retrieval.indexing.postings import ends_of
from retrieval.records import BlockKind, Document, Passage, Span


class Passages:
    """All passages of a collection in reading order.

    `firsts` int64 (n_documents + 1,): the passages of document i are firsts[i] to firsts[i + 1];
    `spans` int32 (n_passages, 2): start and end of each in its document's text; `quotable` bool
    (n_passages,): false for headings inside a document, which only tell what follows them.
    """

    def __init__(
        self,
        documents: Sequence[Document],
        firsts: npt.NDArray[np.int64],
        spans: npt.NDArray[np.int32],
        quotable: npt.NDArray[np.bool_],
    ) -> None:
        """Hold the arrays as they are."""
        self.documents = documents
        self.firsts = firsts
        self.spans = spans
        self.quotable = quotable
        self._numbers: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self.spans)

    def passage(self, number: int) -> Passage:
        """The passage with a number from 0 to len - 1."""
        start, end = self.spans[number].tolist()
        document = self.documents[self.document_number(number)]
        return Passage(number=number, document=document, start=start, end=end)

    def document_number(self, number: int) -> int:
        """The number of the document in which a passage stands."""
        return bisect_right(self.firsts.data, number) - 1

    def find(self, document: str, start: int, *, fingerprint: str) -> int | None:
        """The passage that starts at `start` of the document with an id; None if that document is
        gone or its source has another fingerprint.
        """
        if not self._numbers:
            self._numbers.update({d.id: number for number, d in enumerate(self.documents)})
        number = self._numbers.get(document)
        if number is None or self.documents[number].source.fingerprint != fingerprint:
            return None
        first, last = self.firsts[number], self.firsts[number + 1]
        place = first + np.searchsorted(self.spans[first:last, 0], start)
        return int(place) if place < last and self.spans[place, 0] == start else None

    def bounds(self, number: int) -> tuple[int, int]:
        """The first passage of the same document and the one behind its last."""
        document = self.document_number(number)
        return int(self.firsts[document]), int(self.firsts[document + 1])

    def cut(self, document: int) -> Cut:
        """The passages of the document with a number."""
        here = slice(*self.firsts[document : document + 2].tolist())
        return Cut(self.spans[here], self.quotable[here])

    def among(self, wanted: Callable[[Document], bool]) -> npt.NDArray[np.bool_]:
        """Which passages stand in `wanted` documents: (n_passages,), for `Index.search`."""
        flags = np.array([wanted(document) for document in self.documents], dtype=bool)
        return np.repeat(flags, self.counts())

    def counts(self) -> npt.NDArray[np.int64]:
        """How many passages each document has: (n_documents,)."""
        return np.diff(self.firsts)


def tabulate(documents: Sequence[Document], spans: Sequence[Sequence[Span]]) -> Passages:
    """The table of documents whose passages are `spans`, one sequence a document."""
    return joined(documents, [cut_at(d, found) for d, found in zip(documents, spans, strict=True)])


class Cut(NamedTuple):
    """The passages of one document: `spans` int32 (n, 2) and `quotable` bool (n,)."""

    spans: npt.NDArray[np.int32]
    quotable: npt.NDArray[np.bool_]


def cut_at(document: Document, spans: Sequence[Span]) -> Cut:
    """The passages of a document that stand at some spans."""
    return Cut(
        np.array(spans, dtype=np.int32).reshape(-1, 2),
        np.array(_quotable(document, spans), dtype=bool),
    )


def joined(documents: Sequence[Document], cuts: Sequence[Cut]) -> Passages:
    """The table of documents that are cut already."""
    lengths = [len(cut.spans) for cut in cuts]
    none = Cut(np.zeros((0, 2), dtype=np.int32), np.zeros(0, dtype=bool))
    return Passages(
        documents=documents,
        firsts=ends_of(np.array(lengths, dtype=np.int64)),
        spans=np.concatenate([none.spans, *(cut.spans for cut in cuts)]),
        quotable=np.concatenate([none.quotable, *(cut.quotable for cut in cuts)]),
    )


class Rejoined(NamedTuple):
    """A table brought up to date, and where its passages come from.

    Passage i of the table before is now moved[i], -1 where it is gone: int32 (n_before,); those
    that weren't there are into[i], int32 (n_new,), in order.
    """

    passages: Passages
    moved: npt.NDArray[np.int32]
    into: npt.NDArray[np.int32]


def rejoined(
    documents: Sequence[Document],
    before: Passages,
    kept: Mapping[int, int],
    cuts: Sequence[Cut],
    former: npt.NDArray[np.int32],
) -> Rejoined:
    """The table of documents most of which one before has: `kept` tells the number there of each of
    these by its number now, both in order; `cuts` are those of the others, and `former` the numbers
    there of their passages, -1 of those that are new, in order.
    """
    stays = np.zeros(len(before.documents), dtype=bool)
    stays[list(kept.values())] = True
    held = np.zeros(len(documents), dtype=bool)
    held[list(kept)] = True
    counts = before.counts()
    sizes = np.empty(len(documents), dtype=np.int64)
    sizes[held], sizes[~held] = counts[stays], [len(cut.spans) for cut in cuts]
    was, here = np.repeat(stays, counts), np.repeat(held, sizes)
    moved = np.full(len(before), -1, dtype=np.int32)
    moved[was] = np.flatnonzero(here)
    new = joined([], cuts)
    spans, quotable = np.empty((len(here), 2), dtype=np.int32), np.empty(len(here), dtype=bool)
    spans[here], spans[~here] = before.spans[was], new.spans
    quotable[here], quotable[~here] = before.quotable[was], new.quotable
    firsts = ends_of(sizes)
    passages = Passages(documents, firsts, spans, quotable)
    others, known = np.flatnonzero(~here).astype(np.int32), former >= 0
    moved[former[known]] = others[known]
    return Rejoined(passages, moved, others[~known])


def _quotable(document: Document, spans: Sequence[Span]) -> list[bool]:
    """Which passages of a document may be quoted; all of them where it is nothing but headings."""
    headings = [block for block in document.blocks if block.kind is BlockKind.HEADING]
    inner = {block.start for block in headings}
    ends = {block.start: block.end for block in headings}
    flags = []
    end = 0
    for span in spans:
        if span.start in inner:
            end = ends[span.start]
        flags.append(span.start >= end)
    return flags if any(flags[1:]) else [True] * len(flags)
