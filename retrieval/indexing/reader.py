"""From text to the numbers of its words: many passages at once, each distinct stretch only once.

What parts words in ASCII (blanks, most signs) cuts a block of text into chunks. No word holds such
a character, so the words of a text are those of its chunks. A chunk of up to 32 bytes is one, two
or four integers, by which its words are looked up without making an object of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from retrieval.analysis import Analyser, analyser, surfaces
from retrieval.cues import Cues, cues
from retrieval.indexing.hash_table import NONE, HashTable, Keys
from retrieval.indexing.pieces import Pair, Piece, Tokens, counted
from retrieval.indexing.postings import ends_of
from retrieval.indexing.ragged import RaggedRows
from retrieval.marks import marks_of_all

BLOCK = 1 << 20  # bytes that are read at once
_AT_ONCE = 2_000  # passages
REMEMBERED = 1_000_000  # chunks, and words of chunks
_WIDTHS = (1, 2, 4)  # of eight bytes each
_FEW = 100  # chunks that are sooner looked up as texts
_SIGNS = ".,'"  # ASCII that may stand inside a word
_PARTED = bytes(c if c >= 128 or chr(c).isalnum() or chr(c) in _SIGNS else 32 for c in range(256))
_AFTER = bytes([32] * 8 * (_WIDTHS[-1] + 1))  # so that eight bytes can be read from anywhere
_LOW = np.array([(1 << 8 * size) - 1 for size in range(9)], dtype=np.uint64)  # the first bytes


class Reader:
    """Reads passages and remembers their words until they are asked for as a piece."""

    def __init__(self, *, block: int = BLOCK, remembered: int = REMEMBERED) -> None:
        """Remember nothing yet; read about `block` bytes at once, remember about so many chunks."""
        self._block, self._remembered = block, remembered
        self._pairs: dict[Pair, int] = {}
        self._words: dict[str, _Words] = {}
        self._rows = RaggedRows()  # the pairs of each chunk
        self._chunks: dict[str, _Chunks] = {}
        self._waiting: list[tuple[str, list[bytes]]] = []
        self._room = block
        self._parts: list[Tokens] = []
        self.tokens = 0  # that are in the next piece already

    def read(self, language: str, passages: Sequence[str]) -> None:
        """Read passages of one language."""
        for first in range(0, len(passages), _AT_ONCE):
            some = passages[first : first + _AT_ONCE]
            letters = [passage.encode("utf-8", "surrogatepass") for passage in some]
            self._waiting.append((language, letters))
            self._room -= sum(map(len, letters))
            if self._room < 0:
                self._read_block()

    def piece(self) -> Piece:
        """The piece of all passages that were read since the last one."""
        self._read_block()
        parts, self._parts, self.tokens = self._parts, [], 0
        return counted(list(self._pairs), parts)

    def _read_block(self) -> None:
        """Turn what is waiting into tokens, as numbers of pairs."""
        waiting, self._waiting, self._room = self._waiting, [], self._block
        if not waiting:
            return
        passages = [letters for _, some in waiting for letters in some]
        block = _Block(passages)
        chunks = self._numbers(block, waiting)
        tokens, sizes = self._rows.take(chunks)
        lengths = np.diff(ends_of(sizes)[block.firsts])
        self._parts.append(Tokens(tokens, lengths, marks_of_all(passages)))
        self.tokens += len(tokens)
        if self._rows.size > self._remembered:
            self._rows, self._chunks = RaggedRows(), {}

    def _numbers(
        self, block: _Block, waiting: Sequence[tuple[str, Sequence[bytes]]]
    ) -> npt.NDArray[np.int32]:
        """The row of each chunk of a block."""
        languages = [language for language, _ in waiting]
        spoken = list(dict.fromkeys(languages))
        if len(spoken) == 1:
            return self._known(spoken[0]).numbers(block, np.arange(len(block.starts)))
        own = [spoken.index(language) for language in languages]
        of_passage = np.repeat(own, [len(letters) for _, letters in waiting])
        of_chunk = np.repeat(of_passage, np.diff(block.firsts))
        found = np.empty(len(of_chunk), dtype=np.int32)
        for number, language in enumerate(spoken):
            here = np.flatnonzero(of_chunk == number)
            found[here] = self._known(language).numbers(block, here)
        return found

    def _known(self, language: str) -> _Chunks:
        chunks = self._chunks.get(language)
        if chunks is None:
            words = self._words.setdefault(language, _Words(language, self._pairs))
            chunks = self._chunks[language] = _Chunks(words, self._rows)
        return chunks


class _Block:
    """The chunks of some passages: `starts` and `sizes` in bytes, both int64 (n_chunks,), those of
    passage i from firsts[i] to firsts[i + 1].
    """

    def __init__(self, passages: Sequence[bytes]) -> None:
        self._letters = b" ".join([b"", *passages, _AFTER])
        inside = np.frombuffer(self._letters.translate(_PARTED), dtype=np.uint8) != ord(" ")
        edges = np.flatnonzero(inside[1:] != inside[:-1]) + 1
        self.starts = edges[::2]
        self.sizes = edges[1::2] - self.starts
        sizes = np.fromiter(map(len, passages), np.int64, len(passages))
        self.firsts = self.starts.searchsorted(ends_of(sizes + 1))
        self._eights: npt.NDArray[Any] = np.ndarray(  # the eight bytes from each on
            len(self._letters) - 7, dtype="<u8", buffer=self._letters, strides=(1,)
        )

    def keys(self, chunks: npt.NDArray[np.int64], width: int) -> Keys:
        """Some chunks of at most `width` times eight bytes, as columns: (width, n)."""
        starts, sizes = self.starts.take(chunks), self.sizes.take(chunks)
        found = np.empty((width, len(chunks)), dtype=np.uint64)
        for word in range(width):
            first = 8 * word
            mask = _LOW.take(sizes - first, mode="clip")
            np.bitwise_and(self._eights[starts + first], mask, out=found[word])
        return found

    def text(self, chunk: int) -> bytes:
        """One chunk."""
        start = int(self.starts[chunk])
        return self._letters[start : start + int(self.sizes[chunk])]


class _Chunks:
    """The chunks of one language, by their rows."""

    def __init__(self, words: _Words, rows: RaggedRows) -> None:
        self._rows = rows
        self._words = words
        self._numberings = {width: HashTable(width) for width in _WIDTHS}

    def numbers(self, block: _Block, chunks: npt.NDArray[np.int64]) -> npt.NDArray[np.int32]:
        """The row of each of some chunks of a block."""
        sizes = block.sizes.take(chunks)
        found = np.empty(len(chunks), dtype=np.int32)
        longest = 0
        for width, numbering in self._numberings.items() if len(chunks) > _FEW else ():
            here = np.flatnonzero((sizes > longest) & (sizes <= 8 * width))
            if len(here):
                found[here] = self._looked_up(block.keys(chunks.take(here), width), numbering)
            longest = 8 * width
        here = np.flatnonzero(sizes > longest)
        if len(here):
            texts = [block.text(chunk) for chunk in chunks.take(here).tolist()]
            distinct = list(dict.fromkeys(texts))
            rows = dict(zip(distinct, self._learnt(distinct).tolist(), strict=True))
            found[here] = [rows[text] for text in texts]
        return found

    def _looked_up(self, keys: Keys, numbering: HashTable) -> npt.NDArray[np.int32]:
        found = numbering.find(keys)
        new = np.flatnonzero(found == NONE)
        if len(new):
            distinct, which = _distinct(keys[:, new])
            letters = distinct.T.astype("<u8").tobytes()
            rows = self._learnt(np.frombuffer(letters, f"S{8 * len(keys)}").tolist())
            numbering.add(distinct, rows)
            found[new] = rows.take(which)
        return found

    def _learnt(self, texts: Sequence[bytes]) -> npt.NDArray[np.int32]:
        """The rows of chunks that have none yet."""
        chunks = b"\n".join(texts).decode("utf-8", "surrogatepass").split("\n")
        return self._rows.add(list(map(self._read, chunks)))

    def _read(self, chunk: str) -> list[int]:
        """The pairs of a chunk."""
        word = chunk.strip(_SIGNS)
        if word.isascii() and word.isalpha():  # the pattern would find just this word
            return [self._words[word]]
        return [self._words[surface] for surface in surfaces(chunk)]


class _Words(dict[str, int]):
    """The pairs of one language's surface words, those of all languages numbered as they come."""

    def __init__(self, language: str, pairs: dict[Pair, int]) -> None:
        super().__init__()
        self._analysis: Analyser = analyser(language)
        self._cues: Cues = cues(language)
        self._pairs = pairs

    def __missing__(self, surface: str) -> int:
        term = self._analysis.term(surface)
        pair = Pair(surface, term, self._cues.of(surface, term))
        number = self[surface] = self._pairs.setdefault(pair, len(self._pairs))
        return number


def _distinct(keys: Keys) -> tuple[Keys, npt.NDArray[np.int64]]:
    """The distinct columns, sorted, and the place of each column among them."""
    order = np.lexsort(keys[::-1])
    ordered = keys[:, order]
    new = np.ones(len(order), dtype=bool)
    new[1:] = (ordered[:, 1:] != ordered[:, :-1]).any(axis=0)
    which = np.empty(len(order), dtype=np.int64)
    which[order] = np.cumsum(new) - 1
    return ordered[:, new], which
