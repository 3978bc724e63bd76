"""Saved files, looked for by their names, checked and mapped; one file holds many named parts.

What is unfinished, of another version, or of another size or checksum than its manifest says is
never used: StorageError tells why. A small part is checked as a whole when it is looked for, a
large one in places; `check` reads everything. `retrieval.disk.parts` describes the file.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from retrieval.disk.open_file import Letters, OpenFile
from retrieval.disk.parts import Part, is_ours, manifest_of, sampled, whole
from retrieval.errors import StorageError

if TYPE_CHECKING:
    import numpy.typing as npt  # loading it takes long

ASIDE = "aside-"  # in front of the name of what isn't finished
_OLDER = "manifest.json"  # what older versions kept beside files of single arrays in a folder


def names(folder: Path) -> list[str]:
    """The names of what is saved in a folder, the newest first."""
    try:
        found = [entry for entry in folder.iterdir() if is_finished(entry)]
        return [e.name for e in sorted(found, key=lambda entry: -entry.stat().st_mtime_ns)]
    except OSError:
        return []


class Shelf:
    """What is saved under one name; a part is checked when it is first looked for."""

    def __init__(self, place: Path, *, facts: Mapping[str, str]) -> None:
        """Read the manifest; raises StorageError unless it holds all of `facts`."""
        self._place = place
        if place.is_dir():
            raise StorageError(f"{place}: the saved index is of an older version.")
        try:
            self._file = OpenFile(place)
            self.facts, self._parts = manifest_of(self._file)
            self._map = self._file.mapped()
        except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
            raise StorageError(
                f"{place}: there is no saved index that can be read: {error}."
            ) from None
        if any(self.facts.get(name) != value for name, value in facts.items()):
            raise StorageError(f"{place}: the saved index is of another version or collection.")

    def array(self, name: str) -> npt.NDArray[Any]:
        """An array as it was saved, memory-mapped and read-only.

        Raises StorageError where there is none of that name, or it is damaged.
        """
        part = self._checked(name)
        try:
            count = part.size // part.type.itemsize
            if not count:
                return np.zeros(part.shape, part.type)
            return np.frombuffer(self._map, part.type, count, part.start).reshape(part.shape)
        except (ValueError, TypeError, ZeroDivisionError) as error:
            raise StorageError(f"{self._place}: {name} can't be read: {error}.") from None

    def letters(self, name: str) -> Letters:
        """The bytes of an array of bytes, read only where they are asked for."""
        return Letters(self._file, self._checked(name).start)

    def text(self, name: str) -> str:
        """A text."""
        part = self._checked(name)
        return self._file.read(part.start, part.start + part.size).decode()

    def check(self) -> None:
        """Read everything; raises StorageError for the first part that is not as it was written."""
        for name, part in self._parts.items():
            self._compare(name, whole, part, part.whole)

    def _checked(self, name: str) -> Part:
        """The part with a name, if what is looked at of it is as the manifest says."""
        part = self._parts.get(name)
        if part is None:
            raise StorageError(f"{self._place}: the saved index has no {name}.")
        self._compare(name, sampled, part, part.sample)
        return part

    def _compare(
        self, name: str, checksum: Callable[[OpenFile, Part], int], part: Part, told: int
    ) -> None:
        """Raise StorageError unless a part has the checksum that the manifest tells."""
        try:
            same = checksum(self._file, part) == told
        except (OSError, ValueError, TypeError) as error:
            raise StorageError(f"{self._place}: {name} can't be read: {error}.") from None
        if not same:
            raise StorageError(f"{self._place}: the saved index is damaged ({name}).")


def is_finished(entry: Path) -> bool:
    """Whether an entry of a folder is a complete saved file, of this version or an older one."""
    if entry.name.startswith(ASIDE):
        return False
    return (entry / _OLDER).is_file() if entry.is_dir() else is_ours(entry)
