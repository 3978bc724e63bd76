"""One file on the disk to a Reading: its bytes bounded, hashed, read, its language told."""

from __future__ import annotations

import hashlib
import os
import stat
from dataclasses import dataclass, replace
from pathlib import Path

from retrieval.errors import UnreadableFileError
from retrieval.language import language_of
from retrieval.reading import format_of
from retrieval.reading.page import Page, writable
from retrieval.records import BlockKind

_BLOCKS, _CHARACTERS = 80, 1_000  # looked at for the language


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of one file: its size in bytes, its SHA-256 in hex, its page and language.

    `page` is None where the fingerprint is the one that was known already; `language` is "" as
    long as it isn't told.
    """

    size: int
    fingerprint: str
    page: Page | None
    language: str = ""


def read_file(path: Path, *, max_bytes: int, known: str = "") -> Reading:
    """Read a file, unless its fingerprint is `known`.

    Raises UnreadableFileError with the reason, and the remedy where there is one.
    """
    data = _bytes(path, max_bytes)
    fingerprint = hashlib.sha256(data).hexdigest()
    if fingerprint == known:
        return Reading(len(data), fingerprint, None)
    form = format_of(path.suffix)
    if form is None:
        raise UnreadableFileError("this format is not supported")
    try:
        page = form.read(data)
    except MemoryError:
        raise UnreadableFileError("it needs more memory than one file may take") from None
    except RecursionError:
        raise UnreadableFileError("its parts are nested too deeply") from None
    if not page.blocks:
        raise UnreadableFileError("there is no text in it")
    if len(page.text) > max_bytes:
        raise UnreadableFileError(
            f"its text has {len(page.text):,} characters, more than the {max_bytes:,} of "
            "documents.max_file_bytes"
        )
    page = replace(page, title=writable(page.title), publisher=writable(page.publisher))
    return Reading(len(data), fingerprint, page, page.language)


def told(reading: Reading) -> Reading:
    """A reading with its language told from its text where the file doesn't name it."""
    if reading.page is None or reading.language:
        return reading
    return replace(reading, language=language_of(_sample(reading.page)))


def _bytes(path: Path, limit: int) -> bytes:
    """The bytes of a regular file of at most `limit`; nothing else is so much as opened."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableFileError("this is no regular file")
        if status.st_size > limit:
            raise UnreadableFileError(
                f"it has {status.st_size:,} bytes, more than the {limit:,} of "
                "documents.max_file_bytes"
            )
        with os.fdopen(os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0)), "rb") as file:
            data = file.read(limit + 1)  # a pipe put in its place is not waited for
    except OSError as error:
        raise UnreadableFileError(f"it can't be read ({error.strerror})") from error
    if len(data) > limit:
        raise UnreadableFileError("it grew beyond documents.max_file_bytes while it was read")
    return data


def _sample(page: Page) -> str:
    """What the head of a page says, furniture left out."""
    return "\n".join(
        page.text[block.start : min(block.end, block.start + _CHARACTERS)]
        for block in page.blocks[:_BLOCKS]
        if block.kind is not BlockKind.FURNITURE
    )
