"""The passage table: which slice of which document each number stands for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from retrieval.records import BlockKind, Document, Passage, Span


@dataclass(frozen=True, slots=True)
class Passages:
    """All passages of a collection in reading order.

    `firsts` int64 (n_documents + 1,): the passages of document i are firsts[i] to firsts[i + 1];
    `spans` int64 (n_passages, 2): start and end of each in its document's text; `quotable` bool
    (n_passages,): false for headings inside a document, which only tell what follows them.
    """

    documents: tuple[Document, ...]
    firsts: npt.NDArray[np.int64]
    spans: npt.NDArray[np.int64]
    quotable: npt.NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.spans)

    def passage(self, number: int) -> Passage:
        """The passage with a number from 0 to len - 1."""
        start, end = self.spans[number]
        document = self.documents[self.document_number(number)]
        return Passage(number=number, document=document, start=int(start), end=int(end))

    def document_number(self, number: int) -> int:
        """The number of the document in which a passage stands."""
        return int(np.searchsorted(self.firsts, number, side="right")) - 1

    def find(self, document: str, start: int, *, fingerprint: str) -> int | None:
        """The passage that starts at `start` of the document with an id; None if that document is
        gone or its source has another fingerprint.
        """
        for number, candidate in enumerate(self.documents):
            if candidate.id == document and candidate.source.fingerprint == fingerprint:
                first, last = self.firsts[number], self.firsts[number + 1]
                place = first + np.searchsorted(self.spans[first:last, 0], start)
                return int(place) if place < last and self.spans[place, 0] == start else None
        return None

    def bounds(self, number: int) -> tuple[int, int]:
        """The first passage of the same document and the one behind its last."""
        document = self.document_number(number)
        return int(self.firsts[document]), int(self.firsts[document + 1])

    def counts(self) -> npt.NDArray[np.int64]:
        """How many passages each document has: (n_documents,)."""
        return np.diff(self.firsts)


def tabulate(documents: Sequence[Document], spans: Sequence[Sequence[Span]]) -> Passages:
    """The table of documents whose passages are `spans`, one sequence a document."""
    lengths = [len(found) for found in spans]
    flat = [span for found in spans for span in found]
    return Passages(
        documents=tuple(documents),
        firsts=np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64),
        spans=np.array(flat, dtype=np.int64).reshape(-1, 2),
        quotable=np.array(
            [
                flag
                for d, found in zip(documents, spans, strict=True)
                for flag in _quotable(d, found)
            ],
            dtype=bool,
        ),
    )


def _quotable(document: Document, spans: Sequence[Span]) -> list[bool]:
    """Which passages of a document may be quoted; all of them where it is nothing but headings."""
    headings = [block for block in document.blocks if block.kind is BlockKind.HEADING]
    inner = {block.start for block in headings[1:]}
    ends = {block.start: block.end for block in headings}
    flags = []
    end = 0
    for span in spans:
        if span.start in inner:
            end = ends[span.start]
        flags.append(span.start >= end)
    return flags if any(flags[1:]) else [True] * len(flags)
