"""Taking snapshots: what has changed is read and indexed, answered from, and then saved."""

from __future__ import annotations

import datetime
import hashlib
import logging
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from bot.memory import nothing_thrown_away
from bot.settings import Settings
from bot.snapshots.snapshot import Snapshot
from bot.snapshots.suggestions import Suggestions
from retrieval.building import Batch, build_retriever
from retrieval.collection import Collection, Limits, read_collection
from retrieval.errors import StorageError
from retrieval.indexing.room import Room
from retrieval.storage import Saved, open_saved, reopen, save

_LOG = logging.getLogger(__name__)


def take_snapshot(
    settings: Settings,
    *,
    previous: Snapshot | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Snapshot:
    """Read the configured folder and index it, and keep that on the disk for the next start.

    What is said of `read_snapshot` holds for it.
    """
    return kept(read_snapshot(settings, previous=previous, progress=progress), settings)


@nothing_thrown_away()
def read_snapshot(
    settings: Settings,
    *,
    previous: Snapshot | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Snapshot:
    """Read the configured folder and index it; what `previous` has read and is unchanged is kept,
    or what the last start has. What is new stands in memory until `kept` has put it on the disk.

    `progress` is told how many files are read, of how many, and then how many of those that are new
    are indexed.

    Raises CollectionError with a sentence for the operator.
    """
    folder = settings.documents.folder
    own = index_folder(settings)
    before = Saved(previous.collection, previous.retriever) if previous else _saved(own, folder)
    collection = read_collection(
        folder,
        limits=Limits(
            max_file_bytes=settings.documents.max_file_bytes,
            max_files=settings.documents.max_files,
            max_file_seconds=settings.documents.max_file_seconds,
        ),
        previous=before.collection if before else None,
        progress=progress,
    )
    now = _up_to_date(collection, before, own, settings.index.memory_bytes, progress)
    languages = [document.language or "en" for document in collection.documents]
    return Snapshot(
        collection=now.collection,
        retriever=now.retriever,
        built=datetime.datetime.now(),
        fingerprint=collection.fingerprint,
        languages=frozenset(languages),
        language=max(set(languages), key=languages.count),
        suggestions=Suggestions(now.retriever),
        kept=now is before and (previous is None or previous.kept),
    )


@nothing_thrown_away()
def kept(snapshot: Snapshot, settings: Settings) -> Snapshot:
    """A snapshot saved for the next start and mapped from there; the same one where that is so
    already, or can't be, which the log tells then.
    """
    if snapshot.kept:
        return snapshot
    own = index_folder(settings)
    try:
        save(snapshot.collection, snapshot.retriever, own)
        now = reopen(own, snapshot.collection)
    except (OSError, StorageError) as error:
        _LOG.warning("The index can't be saved in %s, so every start builds it: %s", own, error)
        return snapshot
    return replace(
        snapshot,
        collection=now.collection,
        retriever=now.retriever,
        suggestions=snapshot.suggestions.moved(now.retriever),
        kept=True,
    )


def index_folder(settings: Settings) -> Path:
    """Where the index of the configured collection is kept."""
    place = str(settings.documents.folder.resolve())
    return settings.index.folder / hashlib.sha256(place.encode()).hexdigest()[:16]


def _saved(own: Path, folder: Path) -> Saved | None:
    """What the last start saved, None if it can't be used."""
    try:
        return open_saved(own, folder)
    except StorageError as error:
        _LOG.info("%s The documents are read anew.", error)
        return None


def _up_to_date(
    collection: Collection,
    before: Saved | None,
    own: Path,
    memory: int,
    progress: Callable[[int, int], None] | None,
) -> Saved:
    """The collection with its retriever; the very same as before where nothing has changed."""
    if before and before.collection == collection:
        return before
    if before and before.collection.fingerprint == collection.fingerprint:
        return Saved(collection, before.retriever)
    build = partial(
        build_retriever,
        collection.documents,
        previous=before.retriever if before else None,
        progress=progress,
    )
    try:
        return Saved(collection, build(batch=Batch(room=Room(memory, own))))
    except StorageError as error:
        _LOG.warning("%s It is built in memory.", error)
        return Saved(collection, build(batch=Batch(room=Room(memory))))
