"""Plain arrays on disk under a manifest: written aside, put in place by one rename, then mapped.

    FOLDER/NAME/manifest.json     format, makers, what it is of, size and checksums of every file
    FOLDER/NAME/*.npy, *.json     one array or one list each

Nothing is ever unpickled. What is unfinished, of another version, or of another size or checksum
than its manifest says is never used: StorageError tells why. When files are opened, small ones are
checked as a whole and large ones by 64 pieces of 4 KiB; `check` reads everything.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
import time
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
import numpy.typing as npt

from retrieval.disk.letters import Letters
from retrieval.errors import StorageError

MANIFEST = "manifest.json"
SMALL = 1 << 20  # bytes of a file that is checked as a whole when it is opened
_PIECES, _PIECE = 64, 4096
_ASIDE = "aside-"
_ABANDONED = 3_600  # seconds after which what was written aside is left over from a crash


@dataclass(frozen=True, slots=True)
class Run:
    """An array of `size` bytes, uint8, that is written part by part and never whole in memory."""

    size: int
    parts: Iterable[npt.NDArray[np.uint8]]


Arrays = Mapping[str, npt.NDArray[Any] | Run]


def put(
    folder: Path, name: str, *, arrays: Arrays, texts: Mapping[str, str], facts: Mapping[str, str]
) -> None:
    """Put arrays and texts under a name in `folder`, in place of all that stands there.

    Raises OSError where the folder can't be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    aside = Path(tempfile.mkdtemp(prefix=_ASIDE, dir=folder))
    try:
        _fill(aside, arrays, texts, facts)
        final = folder / name
        shutil.rmtree(final, ignore_errors=True)
        aside.rename(final)
    except BaseException:
        shutil.rmtree(aside, ignore_errors=True)
        raise
    for other in folder.iterdir():
        if other.is_dir() and other != final and _is_left_over(other):
            shutil.rmtree(other, ignore_errors=True)


def names(folder: Path) -> list[str]:
    """The names under which something stands in a folder, the newest first."""
    try:
        found = [entry for entry in folder.iterdir() if (entry / MANIFEST).is_file()]
        whole = [entry for entry in found if not entry.name.startswith(_ASIDE)]
        return [e.name for e in sorted(whole, key=lambda e: -(e / MANIFEST).stat().st_mtime_ns)]
    except OSError:
        return []


class Shelf:
    """What stands under one name, checked as far as it is at opening."""

    def __init__(self, place: Path, *, facts: Mapping[str, str]) -> None:
        """Read the manifest; raises StorageError unless it tells these facts, among others."""
        self._place = place
        self._files: dict[str, dict[str, Any]] = {}
        try:
            sealed = json.loads((place / MANIFEST).read_text(encoding="utf-8"))
            content = sealed["content"]
            self.facts: dict[str, str] = dict(content["facts"])
            self._files = dict(content["files"])
            whole = sealed["checksum"] == _digest(json.dumps(content).encode())
        except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
            raise StorageError(
                f"{place}: there is no saved index that can be read: {error}."
            ) from None
        if not whole:
            raise StorageError(f"{place / MANIFEST}: the saved index is damaged.")
        if any(self.facts.get(name) != value for name, value in facts.items()):
            raise StorageError(f"{place}: the saved index is of another version or collection.")

    def array(self, name: str) -> npt.NDArray[Any]:
        """An array; a large one is mapped and read only where it is looked at."""
        file = self._checked(f"{name}.npy")
        try:
            return np.asarray(np.load(file, mmap_mode="r" if file.stat().st_size > SMALL else None))
        except (OSError, ValueError, EOFError, SyntaxError) as error:
            raise StorageError(f"{file}: the saved index can't be read: {error}.") from None

    def letters(self, name: str) -> Letters:
        """The bytes of an array of bytes, read only where they are asked for."""
        file = self._checked(f"{name}.npy")
        try:
            with file.open("rb") as stream:
                np.lib.format.read_magic(stream)
                np.lib.format.read_array_header_1_0(stream)
                first = stream.tell()
            return Letters(file, first)
        except (OSError, ValueError) as error:
            raise StorageError(f"{file}: the saved index can't be read: {error}.") from None

    def text(self, name: str) -> str:
        """A text."""
        file = self._checked(name)
        try:
            return file.read_text(encoding="utf-8")
        except (OSError, ValueError) as error:
            raise StorageError(f"{file}: the saved index can't be read: {error}.") from None

    def check(self) -> None:
        """Read everything; raises StorageError for the first file that is not as it was written."""
        for name, told in self._files.items():
            file = self._place / name
            try:
                same = _whole(file) == told["whole"]
            except (OSError, KeyError, TypeError) as error:
                raise StorageError(f"{file}: the saved index can't be read: {error}.") from None
            if not same:
                raise StorageError(f"{file}: the saved index is damaged.")

    def _checked(self, name: str) -> Path:
        """The file with a name, if its size and the pieces looked at are as the manifest says."""
        file, told = self._place / name, self._files.get(name)
        try:
            same = told is not None and file.stat().st_size == told["bytes"]
            if told is not None and same and _sample(file) == told["sample"]:
                return file
        except (OSError, KeyError, TypeError) as error:
            raise StorageError(f"{file}: the saved index can't be read: {error}.") from None
        raise StorageError(f"{file}: the saved index is damaged.")


def _fill(aside: Path, arrays: Arrays, texts: Mapping[str, str], facts: Mapping[str, str]) -> None:
    for name, array in arrays.items():
        with (aside / f"{name}.npy").open("wb") as file:
            _put_array(file, array)
            file.flush()
            os.fsync(file.fileno())
    for name, text in texts.items():
        _write(aside / name, text)
    files = {
        file.name: {"bytes": file.stat().st_size, "sample": _sample(file), "whole": _whole(file)}
        for file in sorted(aside.iterdir())
    }
    content = {"facts": dict(facts), "files": files}
    sealed = {"content": content, "checksum": _digest(json.dumps(content).encode())}
    _write(aside / MANIFEST, json.dumps(sealed, indent=1))


def _put_array(file: BinaryIO, array: npt.NDArray[Any] | Run) -> None:
    if not isinstance(array, Run):
        np.save(file, array, allow_pickle=False)
        return
    told = {"descr": "|u1", "fortran_order": False, "shape": (array.size,)}
    np.lib.format.write_array_header_1_0(file, told)
    file.writelines(part.data for part in array.parts)


def _write(file: Path, text: str) -> None:
    with file.open("w", encoding="utf-8") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())


def _is_left_over(entry: Path) -> bool:
    """Whether nobody else is writing this now."""
    if not entry.name.startswith(_ASIDE):
        return True
    try:
        return entry.stat().st_mtime + _ABANDONED < time.time()
    except OSError:
        return False


def _digest(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def _whole(file: Path) -> str:
    told = 0
    with file.open("rb") as stream:
        while piece := stream.read(SMALL):
            told = zlib.crc32(piece, told)
    return f"{told:08x}"


def _sample(file: Path) -> str:
    """The checksum of a small file, or of pieces of a large one, its first and last among them."""
    size = file.stat().st_size
    if size <= SMALL:
        return _whole(file)
    told = 0
    with file.open("rb") as stream:
        for number in range(_PIECES):
            stream.seek(number * (size - _PIECE) // (_PIECES - 1))
            told = zlib.crc32(stream.read(_PIECE), told)
    return f"{told:08x}"
