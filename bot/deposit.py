"""Documents put into the folder and taken out: safe file names, and nothing lost by accident."""

from __future__ import annotations

import contextlib
import os
import tempfile
import unicodedata
from pathlib import Path, PurePosixPath

from bot.errors import DepositError
from bot.settings import PROJECT_FILES
from retrieval.collection import Limits, read_collection
from retrieval.errors import CollectionError

LONGEST_NAME = 120  # bytes in UTF-8
_RESERVED = frozenset('<>:"|?*\\/')
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def safe_name(name: str) -> str:
    """A file's name without folders, control characters or a dot in front, and not too long.

    >>> safe_name("../../etc/.pass\\nwd.txt")
    'passwd.txt'
    """
    last = unicodedata.normalize("NFC", name).replace("\\", "/").rsplit("/", 1)[-1]
    kept = "".join(
        character
        for character in last
        if character not in _RESERVED and unicodedata.category(character) not in _UNSEEN
    )
    path = PurePosixPath(" ".join(kept.split()).lstrip(".- ") or "document")
    stem, suffix = path.stem or "document", path.suffix.strip()
    room = LONGEST_NAME - len(suffix.encode())
    return stem.encode()[: max(room, 1)].decode(errors="ignore").rstrip(" .") + suffix


def is_own(folder: Path) -> bool:
    """Whether a folder is the operator's, not that of the documents that come with Quoth."""
    return folder.resolve() != (PROJECT_FILES / "seeds").resolve()


def fault_of(name: str, data: bytes, *, max_bytes: int) -> str:
    """Why a file can't become a document, "" if it can: it is read as the collection would."""
    with tempfile.TemporaryDirectory(prefix="quoth-") as place:
        (Path(place) / name).write_bytes(data)
        try:
            read = read_collection(
                Path(place), limits=Limits(max_file_bytes=max_bytes, max_files=1)
            )
        except CollectionError as error:
            cause = str(error).partition(f"{name}: ")[2]
            return (cause or "there is nothing to quote in it").rstrip(".")
        return "" if read.documents else "it can't be read"


def put(folder: Path, name: str, data: bytes, *, replace: bool) -> None:
    """Write a document whole or not at all; another of its name only with `replace`.

    Raises FileExistsError where there is one already, DepositError where it can't be written.
    """
    target = folder / name
    try:
        with tempfile.NamedTemporaryFile(dir=folder, prefix=".quoth-", delete=False) as file:
            aside = Path(file.name)
            with contextlib.ExitStack() as leaving:
                leaving.callback(aside.unlink, missing_ok=True)
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
                aside.chmod(0o644)
                if replace:
                    aside.replace(target)
                else:
                    target.hardlink_to(aside)
    except FileExistsError:
        raise
    except OSError as error:
        raise DepositError(error.strerror or str(error)) from error


def take_out(folder: Path, document: str) -> None:
    """Delete a document's file.

    Raises DepositError where that is impossible or would reach outside of the folder.
    """
    path = folder / document
    try:
        if not path.parent.resolve().is_relative_to(folder.resolve()):
            raise DepositError("it is outside of the folder")
        path.unlink()
    except OSError as error:
        raise DepositError(error.strerror or str(error)) from error
