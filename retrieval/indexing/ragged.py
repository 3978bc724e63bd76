"""Rows of numbers of unequal lengths in one array, of which very many are taken at once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt


class RaggedRows:
    """RaggedRows of numbers, each of any length, behind one another; rows are numbered from 0."""

    def __init__(self) -> None:
        self._flat = np.empty(1 << 10, dtype=np.int32)
        self._starts = np.empty(1 << 10, dtype=np.int32)
        self._sizes = np.empty(1 << 10, dtype=np.int32)
        self._count = self._end = 0

    @property
    def size(self) -> int:
        """RaggedRows, and numbers in them."""
        return self._count + self._end

    def add(self, rows: Sequence[Sequence[int]]) -> npt.NDArray[np.int32]:
        """The numbers of new rows, at least one, in order: (n_rows,)."""
        sizes = np.array([len(row) for row in rows], dtype=np.int32)
        ends = self._end + np.cumsum(sizes)
        first, last = self._count, self._count + len(rows)
        self._starts, self._sizes = _grown(self._starts, last), _grown(self._sizes, last)
        self._starts[first:last], self._sizes[first:last] = ends - sizes, sizes
        self._flat = _grown(self._flat, int(ends[-1]))
        self._flat[self._end : int(ends[-1])] = [number for row in rows for number in row]
        self._count, self._end = last, int(ends[-1])
        return np.arange(first, last, dtype=np.int32)

    def take(
        self, rows: npt.NDArray[np.int32]
    ) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.int32]]:
        """What stands in rows (n,), one behind the other: (m,), and how much in each: (n,)."""
        sizes = self._sizes.take(rows)
        ends = np.cumsum(sizes)
        places = np.repeat(self._starts.take(rows) - (ends - sizes), sizes)
        places += np.arange(len(places))
        return self._flat.take(places), sizes


def _grown(numbers: npt.NDArray[np.int32], size: int) -> npt.NDArray[np.int32]:
    """The same with room for at least `size`."""
    if size <= len(numbers):
        return numbers
    return np.concatenate([numbers, np.empty(size, dtype=np.int32)])
