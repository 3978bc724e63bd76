"""Named arrays and texts in one file under a manifest.

    24 bytes          what kind of file this is, size and checksum of the manifest
    the parts         arrays as they are in memory, texts in UTF-8, each from a multiple of 64 on
    the manifest      facts, and the place, type, shape and checksums of every part

Nothing is ever unpickled. A small part is told by the checksum of all of it, a large one also by
that of 64 pieces of 4 KiB, its first and last among them.
"""

from __future__ import annotations

import json
import os
import struct
import zlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple, TypeAlias

import numpy as np

from retrieval.disk.open_file import OpenFile

if TYPE_CHECKING:
    import numpy.typing as npt  # loading it takes long

SMALL = 1 << 20  # bytes of a part that is checked as a whole when it is looked for
_PIECES, _PIECE = 64, 4096
_APART = 64  # bytes
_HEAD = struct.Struct("<8sQQ")
_MAGIC = b"Quoth\r\n\x1a"
_KINDS = "biuf"  # of numbers: none of them an object
_TEXT = "text"


class Run(NamedTuple):
    """Bytes, uint8, that are written part by part and never whole in memory."""

    parts: Iterable[npt.NDArray[np.uint8]]


Content: TypeAlias = "npt.NDArray[Any] | Run | str"


class Part(NamedTuple):
    """Where a part stands: `size` bytes from `start` on; `kind` is the type of an array's numbers.

    `whole` is the checksum of all its bytes, `sample` that of some.
    """

    start: int
    size: int
    kind: str
    shape: list[int]
    whole: int
    sample: int

    @property
    def type(self) -> np.dtype[Any]:
        """The type of its numbers; raises TypeError or ValueError where it has none."""
        found = np.dtype(self.kind)
        if found.kind not in _KINDS:
            raise ValueError(self.kind)
        return found


class Manifest(NamedTuple):
    """What a file holds, and of what."""

    facts: dict[str, str]
    parts: dict[str, Part]


def write(path: Path, contents: Mapping[str, Content], facts: Mapping[str, str]) -> None:
    """Write a file that outlasts a loss of power once this returns; raises OSError."""
    with path.open("wb") as file:
        file.write(bytes(_HEAD.size))
        parts = {name: _append(file, content) for name, content in contents.items()}
        file.flush()
        written = OpenFile(path)
        for name, part in parts.items():
            if part.size > SMALL:
                parts[name] = part._replace(sample=sampled(written, part))
        manifest = json.dumps({"facts": dict(facts), "parts": parts}).encode()
        file.write(manifest)
        file.seek(0)
        file.write(_HEAD.pack(_MAGIC, len(manifest), zlib.crc32(manifest)))
        file.flush()
        os.fsync(file.fileno())


def manifest_of(file: OpenFile) -> Manifest:
    """The manifest of a file; raises ValueError, KeyError or TypeError where it isn't whole."""
    head = file.read(0, _HEAD.size)
    if len(head) < _HEAD.size:
        raise ValueError("it breaks off")
    magic, size, checksum = _HEAD.unpack(head)
    end = file.size
    if magic != _MAGIC or size > end:
        raise ValueError("it is no such file")
    manifest = file.read(end - size, end)
    if checksum != zlib.crc32(manifest):
        raise ValueError("its end is damaged, or it is of an older version")
    told = json.loads(manifest)
    parts = {name: Part(*part) for name, part in dict(told["parts"]).items()}
    return Manifest(dict(told["facts"]), parts)


def is_ours(path: Path) -> bool:
    """Whether a file is of this kind, whole or not; raises OSError."""
    with path.open("rb") as file:
        return file.read(len(_MAGIC)) == _MAGIC


def sampled(file: OpenFile, part: Part) -> int:
    """The checksum of a small part, or of pieces of a large one."""
    if part.size <= SMALL:
        return whole(file, part)
    told = 0
    for number in range(_PIECES):
        start = part.start + number * (part.size - _PIECE) // (_PIECES - 1)
        told = zlib.crc32(file.read(start, start + _PIECE), told)
    return told


def whole(file: OpenFile, part: Part) -> int:
    """The checksum of a part."""
    told, end = 0, part.start + part.size
    for start in range(part.start, end, SMALL):
        told = zlib.crc32(file.read(start, min(start + SMALL, end)), told)
    return told


def _append(file: BinaryIO, content: Content) -> Part:
    """Where a content stands that is written at the end of a file; its sample is all of it."""
    start = -(-file.tell() // _APART) * _APART
    file.write(bytes(start - file.tell()))
    told = size = 0
    for letters in _letters(content):
        told = zlib.crc32(letters, told)
        size += file.write(letters)
    kind, shape = _TEXT, [size]
    if isinstance(content, np.ndarray):
        kind, shape = content.dtype.str, list(content.shape)
    elif isinstance(content, Run):
        kind = "|u1"
    return Part(start, size, kind, shape, whole=told, sample=told)


def _letters(content: Content) -> Iterator[memoryview]:
    """The bytes of a content, piece by piece."""
    if isinstance(content, str):
        yield memoryview(content.encode())
    elif isinstance(content, Run):
        yield from (part.data for part in content.parts)
    else:
        yield np.ascontiguousarray(content).reshape(-1).view(np.uint8).data
