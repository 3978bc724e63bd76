"""The texts of documents on disk, read passage by passage when they are asked for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from retrieval.disk.cache import DocumentCache
from retrieval.disk.open_file import Letters
from retrieval.indexing.postings import Numbers

if TYPE_CHECKING:
    import numpy.typing as npt  # loading it takes long

REMEMBERED = 4_000_000  # characters of texts
PARTS = 1_000  # that are remembered
LONG = 1_000  # characters; longer parts are not


class Starts(NamedTuple):
    """Where passages start: those of document i are firsts[i] to firsts[i + 1].

    `spans` int32 (n_passages, 2) count characters; `offsets` (n_passages,) tell how many bytes more
    stand before each in its document's text.
    """

    firsts: npt.NDArray[np.int64]
    spans: npt.NDArray[np.int32]
    offsets: Numbers


class Texts:
    """The texts of a collection's documents; safe to use from several threads.

    `letters` are the texts in UTF-8; that of document i stands at bounds[i] to bounds[i + 1].
    """

    def __init__(self, letters: Letters, bounds: npt.NDArray[np.int64], *, starts: Starts) -> None:
        """Read nothing yet."""
        self._starts = starts
        # Quicker for single elements than the arrays.
        self._views = starts.spans[:, 0].data, starts.spans[:, 1].data, starts.offsets.data
        self._letters = letters
        self._bounds = bounds
        self._recent: DocumentCache[str] = DocumentCache(REMEMBERED)
        self._parts: dict[tuple[int, int, int], str] = {}

    def bounds(self, first: int, last: int) -> tuple[int, int]:
        """Where the texts of documents `first` to `last`, which is excluded, start and end."""
        return int(self._bounds[first]), int(self._bounds[last])

    def sizes(self, first: int, last: int) -> npt.NDArray[np.int64]:
        """The bytes of the texts `first` to `last`, which is excluded: (last - first,)."""
        return np.diff(self._bounds[first : last + 1])

    def read(self, start: int, end: int) -> npt.NDArray[np.uint8]:
        """The bytes `start` to `end`, which is excluded, of all texts together: (end - start,)."""
        return np.frombuffer(self._letters.read(start, end), dtype=np.uint8)

    def text(self, number: int) -> str:
        """The text of the document with a number; the last ones asked for are kept."""
        return self._recent.get(number, lambda: self._read(*self.bounds(number, number + 1)))

    def passage(self, number: int) -> str:
        """The passage with a number among all."""
        document = bisect_right(self._starts.firsts.data, number) - 1
        return self.part(document, self._views[0][number], self._views[1][number])

    def part(self, number: int, start: int, end: int) -> str:
        """Characters `start` to `end` of the text of the document with a number.

        The last parts are kept, since a reply asks for those that it quotes again and again.
        """
        key = (number, start, end)
        part = self._parts.get(key)
        if part is None:
            part = self._part(number, start, end)
            if len(self._parts) >= PARTS:
                self._parts.clear()
            if end - start <= LONG:
                self._parts[key] = part
        return part

    def _part(self, number: int, start: int, end: int) -> str:
        known = self._recent.known(number)
        if known is not None:
            return known[start:end]
        first, last = self._starts.firsts[number : number + 2].tolist()
        starts, ends, offsets = self._views
        row = bisect_left(starts, start, first, last)
        if row == last or starts[row] != start or ends[row] < end:
            return self.text(number)[start:end]
        begin = int(self._bounds[number])
        if row + 1 < last:
            behind = begin + starts[row + 1] + offsets[row + 1]
        else:
            behind = int(self._bounds[number + 1])
        return self._read(begin + start + offsets[row], behind)[: end - start]

    def offsets(self, first: int, last: int) -> Numbers:
        """How many bytes more than characters stand before each passage of some documents."""
        start, end = self._starts.firsts[[first, last]].tolist()
        return self._starts.offsets[start:end]

    def _read(self, start: int, end: int) -> str:
        return self._letters.read(start, end).decode("utf-8", "surrogatepass")
