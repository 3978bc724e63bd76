"""A long run of bytes in a file, read piece by piece and never held in this process's memory."""

from __future__ import annotations

import os
import threading
import weakref
from pathlib import Path


class Letters:
    """The bytes of a file from `first` on; safe to use from several threads.

    The file stays open, so that it is there even when another has taken its place.
    """

    def __init__(self, file: Path, first: int) -> None:
        """Open the file; raises OSError where that fails."""
        self._file = os.open(file, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        self._first = first
        self._lock = threading.Lock()
        weakref.finalize(self, os.close, self._file)

    def read(self, start: int, end: int) -> bytes:
        """The bytes from `start` to `end`."""
        if hasattr(os, "pread"):
            return os.pread(self._file, end - start, self._first + start)
        with self._lock:
            os.lseek(self._file, self._first + start, os.SEEK_SET)
            return os.read(self._file, end - start)
