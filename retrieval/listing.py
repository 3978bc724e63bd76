"""The files of a folder: documents, and those that look like documents but can't be read."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from retrieval.errors import CollectionError
from retrieval.reading import format_of, remedy_of

_PASSED_OVER = (".", "~$", "~")  # hidden; a Word file's lock; a program's temporary copy
NOT_SUPPORTED = "{} files are not supported: {}"
LEADS_OUT = "it is a link that leads out of the folder"


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file or folder that was not read, and why."""

    id: str
    reason: str


class Stamp(NamedTuple):
    """What the file system tells of a file; the content is the same as long as all of it is.

    Times are in nanoseconds. `changed` is set by the system alone at every change.
    """

    size: int
    modified: int
    changed: int
    node: int


class File(NamedTuple):
    """A file that is to be read. `id` is its path in the folder with forward slashes, `place` its
    path as the system gives it.

    Characters that aren't printable and bytes that are no UTF-8 are written as escapes in it.
    """

    id: str
    place: str
    stamp: Stamp | None

    @property
    def path(self) -> Path:
        """Where it stands; made when it is asked for, since few files of a reload are read."""
        return Path(self.place)


@dataclass(frozen=True, slots=True)
class Listing:
    """What stands in a folder, both in order of their ids."""

    files: tuple[File, ...]
    skipped: tuple[Skipped, ...]


def list_folder(folder: Path) -> Listing:
    """List a folder and the folders in it; links that lead out of it are not followed.

    Hidden and temporary files are passed over without a word, and so is what is no document. Raises
    CollectionError where the folder itself can't be read.
    """
    root = _root(folder)
    files: list[File] = []
    skipped: list[Skipped] = []
    waiting = [""]
    while waiting:
        parent = waiting.pop()
        try:
            with os.scandir(root / parent) as entries:
                listed = [entry for entry in entries if not is_passed_over(entry.name)]
        except OSError as error:
            reason = f"the folder can't be read ({error.strerror})"
            skipped.append(Skipped(_id(parent), reason))
            continue
        for entry in listed:
            name = f"{parent}/{entry.name}" if parent else entry.name
            if entry.is_dir(follow_symlinks=False):
                waiting.append(name)
                continue
            found = _found(entry, name, root)
            if isinstance(found, File):
                files.append(found)
            elif found is not None:
                skipped.append(found)
    return Listing(
        tuple(sorted(files, key=lambda file: file.id)),
        tuple(sorted(skipped, key=lambda file: file.id)),
    )


def _found(entry: os.DirEntry[str], name: str, root: Path) -> File | Skipped | None:
    """What an entry that is no folder is: a file to read, one to name, or no document."""
    suffix = os.path.splitext(entry.name)[1]  # noqa: PTH122 - a Path takes most of the time
    linked = entry.is_symlink()
    if linked and not _is_inside(Path(entry.path), root):
        document = format_of(suffix) or entry.is_dir()
        return Skipped(_id(name), LEADS_OUT) if document else None
    if linked and entry.is_dir():  # it is read where it stands
        return None
    if format_of(suffix):
        return File(_id(name), entry.path, _stamp(entry))
    remedy = remedy_of(suffix)
    return Skipped(_id(name), NOT_SUPPORTED.format(suffix.lower(), remedy)) if remedy else None


def is_passed_over(name: str) -> bool:
    """Whether a file or folder of this name is hidden or temporary."""
    return name.startswith(_PASSED_OVER)


def file_at(path: Path) -> File:
    """A file by itself, named by its last part."""
    place = path.resolve()
    return File(_id(place.name), os.fspath(place), _stamp(place))


def _root(folder: Path) -> Path:
    """The folder with links resolved."""
    try:
        if not folder.exists():
            raise CollectionError(
                f"The folder {folder} does not exist; create it or change documents.folder."
            )
        if not folder.is_dir():
            raise CollectionError(
                f"{folder} is a file, not a folder; set documents.folder to the folder that has it."
            )
        root = folder.resolve()
        next(root.iterdir(), None)
    except OSError as error:
        raise CollectionError(
            f"The folder {folder} can't be read ({error.strerror}); allow reading it or change "
            "documents.folder."
        ) from error
    return root


def _is_inside(path: Path, root: Path) -> bool:
    try:
        return path.resolve().is_relative_to(root)
    except (OSError, RuntimeError):  # a link that leads to itself
        return False


def _stamp(file: Path | os.DirEntry[str]) -> Stamp | None:
    try:
        status = file.stat()
    except OSError:
        return None
    return Stamp(status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)


def _id(name: str) -> str:
    """A name that can be printed, for one as the system gives it."""
    if name.isprintable():
        return name
    told = os.fsencode(name).decode("utf-8", "backslashreplace")
    return "".join(
        c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in told
    )
