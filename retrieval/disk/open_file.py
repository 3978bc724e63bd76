"""A file that stays open, and stretches of it that are read piece by piece, never whole."""

from __future__ import annotations

import mmap
import os
import threading
import weakref
from pathlib import Path
from typing import NamedTuple


class OpenFile:
    """A file open for reading; safe to use from several threads.

    It can be read for as long as this object lives, even when another file has taken its place.
    """

    def __init__(self, path: Path) -> None:
        """Open the file; raises OSError where that fails."""
        self._file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        self._lock = threading.Lock()
        weakref.finalize(self, os.close, self._file)

    @property
    def size(self) -> int:
        """The size of the file in bytes."""
        return os.fstat(self._file).st_size

    def read(self, start: int, end: int) -> bytes:
        """The bytes from `start` to `end`, fewer where the file ends before."""
        if hasattr(os, "pread"):
            return os.pread(self._file, end - start, start)
        with self._lock:
            os.lseek(self._file, start, os.SEEK_SET)
            return os.read(self._file, end - start)

    def mapped(self) -> mmap.mmap:
        """The whole file mapped into memory: the system reads a page when it is first looked at."""
        return mmap.mmap(self._file, 0, access=mmap.ACCESS_READ)


class Letters(NamedTuple):
    """The bytes of a file from `first` on, read piece by piece."""

    file: OpenFile
    first: int

    def read(self, start: int, end: int) -> bytes:
        """The bytes from `start` to `end`."""
        return self.file.read(self.first + start, self.first + end)
