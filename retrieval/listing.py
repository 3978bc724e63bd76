"""The files of a folder that are documents or look like it, and what of it can't be read."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

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


@dataclass(frozen=True, slots=True)
class Stamp:
    """What the file system tells of a file; the content is the same as long as all of it is.

    Times are in nanoseconds. `changed` is set by the system alone at every change.
    """

    size: int
    modified: int
    changed: int
    node: int


@dataclass(frozen=True, slots=True)
class File:
    """A file that is to be read. `id` is its path in the folder with forward slashes.

    Characters that aren't printable and bytes that are no UTF-8 are written as escapes in it.
    """

    id: str
    path: Path
    stamp: Stamp | None


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

    def refused(error: OSError) -> None:
        name = _id(Path(error.filename), root)
        skipped.append(Skipped(name, f"the folder can't be read ({error.strerror})"))

    for parent, names, entries in os.walk(root, onerror=refused):
        names[:] = sorted(name for name in names if not is_passed_over(name))
        for name in [*names, *sorted(entries)]:
            path = Path(parent, name)
            if is_passed_over(name):
                continue
            outside = path.is_symlink() and not _is_inside(path, root)
            if outside and (format_of(path.suffix) or path.is_dir()):
                skipped.append(Skipped(_id(path, root), LEADS_OUT))
            elif name not in names and not outside and format_of(path.suffix):
                files.append(File(_id(path, root), path, _stamp(path)))
            elif name not in names and (remedy := remedy_of(path.suffix)):
                reason = NOT_SUPPORTED.format(path.suffix.lower(), remedy)
                skipped.append(Skipped(_id(path, root), reason))
    return Listing(
        tuple(sorted(files, key=lambda file: file.id)),
        tuple(sorted(skipped, key=lambda file: file.id)),
    )


def is_passed_over(name: str) -> bool:
    """Whether a file or folder of this name is hidden or temporary."""
    return name.startswith(_PASSED_OVER)


def file_at(path: Path) -> File:
    """A file by itself, named by its last part."""
    place = path.resolve()
    return File(_id(place, place.parent), place, _stamp(place))


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


def _stamp(path: Path) -> Stamp | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return Stamp(status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)


def _id(path: Path, root: Path) -> str:
    name = os.fsencode(path.relative_to(root).as_posix()).decode("utf-8", "backslashreplace")
    if name.isprintable():
        return name
    return "".join(
        c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in name
    )
