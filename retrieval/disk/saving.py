"""Arrays and texts saved under a name: written to a file aside, put in place by one rename."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from retrieval.disk.parts import Content, write
from retrieval.disk.shelf import ASIDE, is_finished

_ABANDONED = 3_600  # seconds after which what was written aside is left over from a crash


def put(
    folder: Path, name: str, contents: Mapping[str, Content], *, facts: Mapping[str, str]
) -> None:
    """Put arrays and texts under a name in `folder`, in place of all that stands there.

    Raises OSError where the folder can't be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    handle, place = tempfile.mkstemp(prefix=ASIDE, dir=folder)
    os.close(handle)
    aside, final = Path(place), folder / name
    try:
        write(aside, contents, facts)
        if final.is_dir():  # of an older version
            shutil.rmtree(final)
        aside.replace(final)
        _settle(folder)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise
    for other in folder.iterdir():
        if other != final and _is_left_over(other):
            _remove(other)


def _settle(folder: Path) -> None:
    """Let a rename outlast a loss of power, where a folder can be opened for that."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _is_left_over(entry: Path) -> bool:
    """Whether an entry is of no more use, and not what somebody else is writing now."""
    try:
        if entry.name.startswith(ASIDE):
            return entry.stat().st_mtime + _ABANDONED < time.time()
        return is_finished(entry)
    except OSError:
        return False


def _remove(entry: Path) -> None:
    """Remove a file or folder as far as the system lets go of it."""
    if entry.is_dir():
        shutil.rmtree(entry, ignore_errors=True)
        return
    try:
        entry.unlink()
    except OSError:  # another process has it mapped, where the system holds it then
        return
