"""The Collection: a folder of documents as they are on the disk at one moment."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from retrieval.errors import CollectionError, UnreadableFileError
from retrieval.language import language_of
from retrieval.reading import UNSUPPORTED, Format, format_of
from retrieval.reading.encoding import decode
from retrieval.records import BlockKind, Document, Source

NOT_SUPPORTED = "this format is not supported"


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is read: the size of one file in bytes, the number of files."""

    max_file_bytes: int
    max_files: int


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that was not read, and why."""

    id: str
    reason: str


@dataclass(frozen=True, slots=True)
class Collection:
    """The documents of a folder, sorted by id, and the files that were skipped.

    `fingerprint` is the SHA-256, in hex, of the ids and fingerprints of all documents.
    """

    folder: Path
    documents: tuple[Document, ...]
    skipped: tuple[Skipped, ...]
    fingerprint: str


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

    A document that `previous` has with the same bytes is kept as it is. `progress` is told how
    many files are done, of how many. Raises CollectionError where there is nothing to answer from.
    """
    files = _files(folder)
    wanted = [name for name in files if format_of(PurePosixPath(name).suffix)]
    if len(wanted) > limits.max_files:
        raise CollectionError(
            f"The folder {folder} holds {len(wanted):,} documents, more than the "
            f"{limits.max_files:,} allowed; raise documents.max_files or choose a smaller folder."
        )
    known = {document.id: document for document in previous.documents} if previous else {}
    documents: dict[str, Document] = {}
    skipped = [Skipped(name, NOT_SUPPORTED) for name in files.keys() - set(wanted)]
    for done, name in enumerate(wanted, start=1):
        try:
            document = _read(files[name], name, limits=limits, known=known.get(name))
            same = documents.setdefault(document.source.fingerprint, document)
            if same is not document:
                skipped.append(Skipped(name, f"the same text as {same.id}"))
        except UnreadableFileError as error:
            skipped.append(Skipped(name, str(error)))
        if progress:
            progress(done, len(wanted))
    skipped.sort(key=lambda file: file.id)
    found = tuple(documents.values())
    _check(folder, found, skipped)
    return Collection(folder, found, tuple(skipped), _fingerprint(found))


def _files(folder: Path) -> dict[str, Path]:
    """The files that are documents, or look like it, by id in order.

    Hidden files and folders are left out, and so are links that lead out of the folder.
    """
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
    found = {}
    for parent, names, files in os.walk(root):
        names[:] = sorted(name for name in names if not name.startswith("."))
        for name in files:
            path = Path(parent, name)
            looked_for = format_of(path.suffix) or path.suffix.lower() in UNSUPPORTED
            if name.startswith(".") or not looked_for:
                continue
            if not path.is_symlink() or path.resolve().is_relative_to(root):
                found[path.relative_to(root).as_posix()] = path
    return dict(sorted(found.items()))


def _read(path: Path, name: str, *, limits: Limits, known: Document | None) -> Document:
    """One document; raises UnreadableFileError with the reason."""
    try:
        size = path.stat().st_size
        if size > limits.max_file_bytes:
            raise UnreadableFileError(
                f"it has {size:,} bytes, more than the {limits.max_file_bytes:,} of "
                "documents.max_file_bytes"
            )
        if not path.is_file():
            raise UnreadableFileError("this is no regular file")
        with path.open("rb") as file:
            data = file.read(limits.max_file_bytes + 1)
    except OSError as error:
        raise UnreadableFileError(f"it can't be read ({error.strerror})") from error
    fingerprint = hashlib.sha256(data).hexdigest()
    if known and (known.source.size, known.source.fingerprint) == (len(data), fingerprint):
        return known
    form = format_of(path.suffix)
    if form is None:
        raise UnreadableFileError(NOT_SUPPORTED)
    return _document(name, data, fingerprint, form)


def _document(name: str, data: bytes, fingerprint: str, form: Format) -> Document:
    text, encoding = decode(data)
    if not text.strip():
        raise UnreadableFileError("there is no text in it")
    page = form.read(text)
    if not page.blocks:
        raise UnreadableFileError("there is no text in it")
    quotable = "\n".join(
        page.text[block.start : min(block.end, block.start + 1_000)]
        for block in page.blocks[:80]
        if block.kind is not BlockKind.FURNITURE
    )
    stem = PurePosixPath(name).stem.replace("_", " ").replace("-", " ")
    return Document(
        id=name,
        title=page.title or " ".join(stem.split()),
        publisher=page.publisher,
        date=page.date,
        language=page.language or language_of(quotable),
        text=page.text,
        blocks=page.blocks,
        source=Source(form.name, encoding, len(data), fingerprint),
    )


def _check(folder: Path, documents: tuple[Document, ...], skipped: list[Skipped]) -> None:
    """Raise CollectionError where there is nothing to quote."""
    if not documents and not skipped:
        raise CollectionError(
            f"There are no documents in {folder}; put .txt, .md or .html files there or change "
            "documents.folder."
        )
    if not documents:
        first = skipped[0]
        raise CollectionError(
            f"No file in {folder} could be read; the first is {first.id}: {first.reason}."
        )
    kinds = {block.kind for document in documents for block in document.blocks}
    if kinds <= {BlockKind.FURNITURE}:
        raise CollectionError(
            f"There is nothing to quote in {folder}: its documents hold only page furniture, such "
            "as menus and share links; put documents with sentences there."
        )


def _fingerprint(documents: tuple[Document, ...]) -> str:
    told = hashlib.sha256()
    for document in documents:
        line = f"{document.id}\0{document.source.fingerprint}\n"
        told.update(line.encode(errors="surrogateescape"))
    return told.hexdigest()
