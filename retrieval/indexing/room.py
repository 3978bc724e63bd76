"""Room for building an index: what may be held in memory, and files for the rest."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from retrieval.errors import StorageError
from retrieval.indexing.pieces import Piece

USUAL = 600_000_000  # bytes
_EACH = 32  # bytes that a token or posting takes while it is worked on
Array = npt.NDArray[Any]


@dataclass(frozen=True, slots=True)
class Room:
    """About how many bytes of memory building may take, besides the documents' texts and words.

    What does not fit goes to unnamed files in `folder`, which are gone with the arrays that are
    mapped from them; without a folder everything stays in memory.
    """

    memory: int = USUAL
    folder: Path | None = None

    @property
    def postings(self) -> int:
        """How many tokens or postings may be worked on together."""
        return max(self.memory // _EACH, 1)

    def put_away(self, piece: Piece) -> Piece:
        """A piece whose postings take no memory."""
        return replace(
            piece,
            passages=self._filed([piece.passages]),
            counts=self._filed([piece.counts]),
            forward=replace(piece.forward, units=self._filed([piece.forward.units])),
        )

    def kept(self, array: Array) -> Array:
        """An array that is one of many."""
        return self._filed([array]) if len(array) * 2 > self.postings else array

    def joined(self, arrays: Iterable[Array]) -> Array:
        """At least one array, all behind one another, as they come."""
        return self.whole([self.kept(array) for array in arrays])

    def whole(self, arrays: Sequence[Array]) -> Array:
        """Arrays behind one another, of the widest of their types."""
        if len(arrays) == 1:
            return arrays[0]
        if sum(map(len, arrays)) <= self.postings:
            return np.concatenate(arrays)
        return self._filed(arrays)

    def _filed(self, arrays: Sequence[Array]) -> Array:
        """Arrays behind one another in a file, if there is a folder for it."""
        kind, size = np.result_type(*arrays), sum(map(len, arrays))
        if self.folder is None or not size:
            return np.concatenate(arrays)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=self.folder) as file:
                for array in arrays:
                    array.astype(kind, copy=False).tofile(file)
                file.flush()
                return np.asarray(np.memmap(file, dtype=kind, mode="r", shape=(size,)))
        except OSError as error:
            raise StorageError(
                f"{self.folder}: there is no room for building the index here: {error}. Free some, "
                "or change index.folder."
            ) from None
