"""The blocks of a document as rows of numbers, for helpers and for the disk."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from retrieval.records import Block, BlockKind

_KINDS = tuple(BlockKind)
_NUMBERS = {kind: number for number, kind in enumerate(_KINDS)}


def rows_of(blocks: Sequence[Block]) -> npt.NDArray[np.int32]:
    """Kind, start and end of each block: (n, 3)."""
    rows = [(_NUMBERS[block.kind], block.start, block.end) for block in blocks]
    return np.array(rows, dtype=np.int32).reshape(-1, 3)


def blocks_of(rows: npt.NDArray[np.int32]) -> tuple[Block, ...]:
    """The blocks that such rows stand for."""
    return tuple(Block(_KINDS[kind], start, end) for kind, start, end in rows.tolist())
