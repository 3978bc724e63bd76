"""The Collection: a folder of documents as they are on the disk at one moment."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from retrieval.errors import CollectionError, UnreadableFileError
from retrieval.listing import NOT_SUPPORTED, File, Skipped, Stamp, file_at, list_folder
from retrieval.reading import format_of, remedy_of
from retrieval.reading.files import Reading, read_file, told
from retrieval.reading.page import Page
from retrieval.reading.text.asked import with_questions
from retrieval.reading.text.cards import with_cards
from retrieval.reading.text.entries import with_fragments, with_names
from retrieval.reading.text.nested import with_labels
from retrieval.reading.text.run_in import with_headings
from retrieval.reading.text.stamps import without_stamps
from retrieval.records import Block, BlockKind, Document, Source

_SMALL = 100_000  # bytes of a file that may be read without a helper
_SAME = "the same text as"
_FEW = 40  # small files that are read without a helper
_SETTLED = 2_000_000_000  # nanoseconds after which a change can't hide behind an older one


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is read: bytes of a file, files, seconds of CPU time that a file may take."""

    max_file_bytes: int
    max_files: int
    max_file_seconds: float = 10.0


@dataclass(frozen=True, slots=True)
class Collection:
    """The documents of a folder, sorted by id, and the files that were skipped.

    `fingerprint` is the SHA-256, in hex, of the ids and fingerprints of all documents. `stamps` are
    those of the files, by id, whose content can't have changed as long as their stamps haven't.
    """

    folder: Path
    documents: tuple[Document, ...]
    skipped: tuple[Skipped, ...]
    fingerprint: str
    stamps: Mapping[str, Stamp] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class Changes:
    """What differs between two readings of a folder, as ids; `failed`: what the new one skipped."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    failed: tuple[Skipped, ...]


def changes(old: Collection, new: Collection) -> Changes:
    """What was added, changed and removed from the old collection to the new."""
    before = {document.id: document.source.fingerprint for document in old.documents}
    after = {document.id: document.source.fingerprint for document in new.documents}
    return Changes(
        added=tuple(name for name in after if name not in before),
        changed=tuple(name for name in after if name in before and before[name] != after[name]),
        removed=tuple(name for name in before if name not in after),
        failed=new.skipped,
    )


def read_collection(
    folder: Path,
    *,
    limits: Limits,
    previous: Collection | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Collection:
    """Read every document in a folder and the folders in it.

    A document that `previous` has with the same bytes is kept as it is, and a file whose stamp is
    the same isn't opened. `progress` is called with the number of files done and of all files.
    Raises CollectionError where there is nothing to answer from, or too many files.
    """
    listing = list_folder(folder)
    if len(listing.files) > limits.max_files:
        raise CollectionError(
            f"The folder {folder} holds {len(listing.files):,} documents, more than the "
            f"{limits.max_files:,} allowed; raise documents.max_files or choose a smaller folder."
        )
    now = time.time_ns()
    with closing(_found(listing.files, limits, previous)) as results:  # stops helpers on Ctrl-C
        documents, left_out = _sorted_out(results, len(listing.files), progress)
    skipped = sorted([*listing.skipped, *left_out], key=lambda skip: skip.id)
    _check(folder, documents, skipped)
    stamps = {
        file.id: file.stamp
        for file in listing.files
        if file.stamp and max(file.stamp.changed, file.stamp.modified) + _SETTLED < now
    }
    return Collection(folder, documents, tuple(skipped), _fingerprint(documents), stamps)


def _sorted_out(
    results: Iterable[tuple[File, Document | Skipped]],
    files: int,
    progress: Callable[[int, int], None] | None,
) -> tuple[tuple[Document, ...], list[Skipped]]:
    """The distinct documents, the first of each, and what is skipped as unreadable or a copy."""
    documents: dict[str, Document] = {}
    skipped: list[Skipped] = []
    for done, (file, found) in enumerate(results, start=1):
        if isinstance(found, Document):
            same = documents.setdefault(found.source.fingerprint, found)
            if same is not found:
                skipped.append(Skipped(file.id, f"{_SAME} {same.id}"))
        else:
            skipped.append(found)
        if progress:
            progress(done, files)
    return tuple(documents.values()), skipped


def is_current(collection: Collection) -> bool:
    """Whether the folder's files are those that were read, as far as their stamps tell."""
    files = list_folder(collection.folder).files
    return {file.id: file.stamp for file in files} == dict(collection.stamps)


def read_document(path: Path, *, limits: Limits) -> Document:
    """Read one file as it would be read in a folder; its id is its name.

    Raises UnreadableFileError with the reason.
    """
    file = file_at(path)
    if format_of(path.suffix) is None:
        remedy = remedy_of(path.suffix)
        raise UnreadableFileError(NOT_SUPPORTED.format(path.suffix, remedy or "save it as .txt"))
    reading = next(_read([file], {}, limits))
    if isinstance(reading, UnreadableFileError):
        raise reading
    assert reading.page is not None  # noqa: S101 - nothing was known of it
    return _document(file, reading, reading.page)


def _found(
    files: Sequence[File], limits: Limits, previous: Collection | None
) -> Generator[tuple[File, Document | Skipped]]:
    """What became of each file, in order."""
    before: dict[str, Document | Skipped] = {}
    if previous is not None:
        before |= {skip.id: skip for skip in previous.skipped if not skip.reason.startswith(_SAME)}
        before |= {document.id: document for document in previous.documents}
    stamps = previous.stamps if previous else {}
    kept = {
        file.id: before[file.id]
        for file in files
        if file.id in before and file.stamp and stamps.get(file.id) == file.stamp
    }
    known = {
        name: found.source.fingerprint
        for name, found in before.items()
        if isinstance(found, Document)
    }
    unread = [file for file in files if file.id not in kept]
    readings = _read(unread, known, limits)
    for file in files:
        if file.id in kept:
            yield file, kept[file.id]
            continue
        reading = next(readings)
        if isinstance(reading, UnreadableFileError):
            yield file, Skipped(file.id, str(reading))
        elif reading.page is None:
            yield file, before[file.id]
        else:
            yield file, _document(file, reading, reading.page)


def _read(
    files: Sequence[File], known: Mapping[str, str], limits: Limits
) -> Iterator[Reading | UnreadableFileError]:
    """The readings of files in order; a few small texts are read here, the rest by helpers.

    With files that are read here a helper's start would cost more than it saves; formats that
    need a library which isn't trusted are always read by one.
    """
    here = [_is_harmless(file) for file in files]
    if sum(here) > _FEW:
        here = [False] * len(files)
    confined = [file for file, harmless in zip(files, here, strict=True) if not harmless]
    away = _read_away(confined, known, limits) if confined else iter(())
    for file, harmless in zip(files, here, strict=True):
        yield _read_here(file, known, limits) if harmless else next(away)


def _is_harmless(file: File) -> bool:
    form = format_of(file.path.suffix)
    return bool(form and not form.confined and file.stamp and file.stamp.size <= _SMALL)


def _read_here(
    file: File, known: Mapping[str, str], limits: Limits
) -> Reading | UnreadableFileError:
    """Read a file in this process; an error that a broken file causes is returned."""
    try:
        known_here = known.get(file.id, "")
        return told(read_file(file.path, max_bytes=limits.max_file_bytes, known=known_here))
    except UnreadableFileError as error:
        return error
    except Exception as error:  # whatever a library does with a broken file, the rest goes on
        return UnreadableFileError(f"the file is damaged ({type(error).__name__})")


def _read_away(
    files: Sequence[File], known: Mapping[str, str], limits: Limits
) -> Iterator[Reading | UnreadableFileError]:
    """Read files in helper processes, as many as there are cores."""
    from retrieval.reading.processes.crew import Crew, Task

    size = min(len(files), os.cpu_count() or 1)
    tasks = [Task(file.path, known.get(file.id, "")) for file in files]
    with Crew(size, max_bytes=limits.max_file_bytes, seconds=limits.max_file_seconds) as crew:
        yield from crew.read(tasks)


def _document(file: File, reading: Reading, page: Page) -> Document:
    """The document of a file that was read."""
    form = format_of(file.path.suffix)
    stem = PurePosixPath(file.id).stem.replace("_", " ").replace("-", " ")
    return Document(
        id=file.id,
        title=page.title or " ".join(stem.split()),
        publisher=page.publisher,
        date=page.date,
        language=reading.language,
        text=page.text,
        blocks=_blocks(page),
        source=Source(
            form.name if form else "",
            page.encoding,
            reading.size,
            reading.fingerprint,
            page.remarks,
        ),
        places=page.places,
    )


def _blocks(page: Page) -> tuple[Block, ...]:
    """The blocks of a page, headings told and what says nothing alone joined."""
    text = page.text
    said = list(without_stamps(text, with_labels(text, page.blocks)))
    asked = list(with_questions(text, said))
    named = list(with_cards(text, with_names(text, asked)))
    return tuple(with_headings(text, with_fragments(text, named)))


def _check(folder: Path, documents: tuple[Document, ...], skipped: list[Skipped]) -> None:
    """Raise CollectionError where there is nothing to quote."""
    if not documents and not skipped:
        raise CollectionError(
            f"There are no documents in {folder}; put .txt, .md, .html or .pdf files there or "
            "change documents.folder."
        )
    if not documents:
        first = skipped[0]
        raise CollectionError(
            f"No file in {folder} could be read; the first is {first.id}: {first.reason}."
        )
    blocks = (block for document in documents for block in document.blocks)
    if all(block.kind is BlockKind.FURNITURE for block in blocks):
        raise CollectionError(
            f"There is nothing to quote in {folder}: its documents hold only page furniture, such "
            "as menus and share links; put documents with sentences there."
        )


def _fingerprint(documents: Iterable[Document]) -> str:
    told = hashlib.sha256()
    for document in documents:
        told.update(f"{document.id}\0{document.source.fingerprint}\n".encode())
    return told.hexdigest()
