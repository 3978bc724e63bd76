"""A changed document cut again: what stands in it as before keeps its passages."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from retrieval.passages import Cut, Passages, cut_at
from retrieval.records import Block, BlockKind, Document, Span
from retrieval.splitting.boundaries import spans as spans_of
from retrieval.splitting.boundaries import spans_in


class Recut(NamedTuple):
    """The passages of a document, each with the number that it had before in the collection, -1 of
    those that are new: int32 (n,), in order but for these.
    """

    cut: Cut
    former: npt.NDArray[np.int32]


def new(cut: Cut) -> Recut:
    """Passages that weren't there before."""
    return Recut(cut, np.full(len(cut.spans), -1, dtype=np.int32))


def recut(document: Document, before: Passages, number: int) -> Recut:
    """The passages of a document of which another version had a number in a table before."""
    old, text = before.documents[number], document.text
    if old.language != document.language:
        return new(cut_at(document, spans_of(document)))
    spans = before.cut(number).spans.tolist()
    known = _Known(old, spans)
    found: list[Span] = []
    for block in document.blocks:
        again = known.spans(block, text)
        found += spans_in(text, block, document.language) if again is None else again
    rows = _rows([text[s.start : s.end] for s in found], [old.text[s:e] for s, e in spans])
    first = int(before.firsts[number])
    former = [-1 if row is None else first + row for row in rows]
    return Recut(cut_at(document, found), np.array(former, dtype=np.int32))


class _Known:
    """The blocks of a document by what they say, with the spans of its passages."""

    def __init__(self, document: Document, spans: Sequence[Sequence[int]]) -> None:
        self._spans = spans
        self._starts = [start for start, _ in spans]
        self._blocks = {_key(block, document.text): block for block in document.blocks}

    def spans(self, block: Block, text: str) -> list[Span] | None:
        """The spans of passages in a block of a text, None for a block that isn't known."""
        same = self._blocks.get(_key(block, text))
        if same is None:
            return None
        first, last = (bisect_left(self._starts, end) for end in (same.start, same.end))
        moved = block.start - same.start
        return [Span(start + moved, end + moved) for start, end in self._spans[first:last]]


def _key(block: Block, text: str) -> tuple[BlockKind, str]:
    return block.kind, text[block.start : block.end]


def _rows(texts: Sequence[str], before: Sequence[str]) -> list[int | None]:
    """For each text the place before of the next one that is the same, None where there is none."""
    places: dict[str, list[int]] = {}
    for place, text in enumerate(before):
        places.setdefault(text, []).append(place)
    rows: list[int | None] = []
    last = -1
    for text in texts:
        same = places.get(text, [])
        found = bisect_right(same, last)
        rows.append(same[found] if found < len(same) else None)
        last = last if rows[-1] is None else rows[-1]
    return rows
