"""The blocks of documents as rows of numbers, to be sent to helper processes and saved."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from retrieval.disk.cache import DocumentCache
from retrieval.records import Block, BlockKind

REMEMBERED = 10_000  # blocks, some 100 bytes each
_KINDS = tuple(BlockKind)
_NUMBERS = {kind: number for number, kind in enumerate(_KINDS)}


def rows_of(blocks: Sequence[Block]) -> npt.NDArray[np.int32]:
    """Kind, start and end of each block: (n, 3)."""
    rows = [(_NUMBERS[block.kind], block.start, block.end) for block in blocks]
    return np.array(rows, dtype=np.int32).reshape(-1, 3)


def blocks_of(rows: npt.NDArray[np.int32]) -> tuple[Block, ...]:
    """The blocks that rows (n, 3) as `rows_of` makes them stand for."""
    return tuple(Block(_KINDS[kind], start, end) for kind, start, end in rows.tolist())


class Blocks:
    """The blocks of a collection's documents; safe to use from several threads.

    `rows` int32 (n_blocks, 3) are those of all documents; document i has bounds[i] to bounds[i +
    1].
    """

    def __init__(self, rows: npt.NDArray[np.int32], bounds: npt.NDArray[np.int64]) -> None:
        """Read nothing yet."""
        self._rows = rows
        self._bounds = bounds
        self._recent: DocumentCache[tuple[Block, ...]] = DocumentCache(REMEMBERED)

    def of(self, number: int) -> tuple[Block, ...]:
        """The blocks of the document with a number; the last ones asked for are kept."""
        return self._recent.get(number, lambda: blocks_of(self.rows(number, number + 1)))

    def rows(self, first: int, last: int) -> npt.NDArray[np.int32]:
        """The blocks of documents `first` to `last`, which is excluded, as rows: (n_blocks, 3)."""
        start, end = self._bounds[[first, last]].tolist()
        return self._rows[start:end]

    def counts(self, first: int, last: int) -> npt.NDArray[np.int64]:
        """How many blocks documents `first` to `last`, which is excluded, have: (last - first,)."""
        return np.diff(self._bounds[first : last + 1])
