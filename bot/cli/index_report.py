"""`quoth index`: what was read in which formats and languages, what was skipped, and why."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from rich.console import Console as Terminal
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from bot.settings import Settings
from bot.snapshots.snapshot import Snapshot
from bot.snapshots.taking import take_snapshot
from retrieval.records import BlockKind, Document

LISTED = 50  # skipped files and remarks; --json has them all


def index_report(settings: Settings, *, as_json: bool) -> None:
    """Read the documents, save the index and print what was read and skipped.

    Raises CollectionError when there is nothing to index.
    """
    with progress_bar() as progress:
        snapshot = take_snapshot(settings, progress=progress)
    if as_json:
        sys.stdout.write(json.dumps(_record(snapshot), ensure_ascii=False) + "\n")
    else:
        _print(snapshot, Terminal(highlight=False, markup=False))


@contextmanager
def progress_bar() -> Iterator[Callable[[int, int], None]]:
    """A bar on standard error, if that is a terminal: tell it how many are done, of how many."""
    columns = TextColumn("Reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
    quiet = not sys.stderr.isatty()
    with Progress(*columns, console=Terminal(stderr=True), transient=True, disable=quiet) as bar:
        task = bar.add_task("Reading", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def furniture_characters(document: Document) -> int:
    """How many characters of a document were taken for page furniture."""
    return sum(b.end - b.start for b in document.blocks if b.kind is BlockKind.FURNITURE)


def _record(snapshot: Snapshot) -> dict[str, object]:
    """What was read and skipped, for JSON."""
    collection = snapshot.collection
    documents = collection.documents
    return {
        "folder": str(collection.folder),
        "collection": snapshot.fingerprint,
        "documents": len(documents),
        "passages": len(snapshot.retriever.passages),
        "formats": {name: len(d) for name, d in _by(documents, _format).items()},
        "languages": {name: len(d) for name, d in _by(documents, _language).items()},
        "characters": sum(len(document.text) for document in documents),
        "furniture_characters": sum(map(furniture_characters, documents)),
        "remarks": [
            {"file": document.id, "remark": remark}
            for document in documents
            for remark in document.source.remarks
        ],
        "skipped": [{"file": s.id, "reason": s.reason} for s in collection.skipped],
    }


def _by(
    documents: Iterable[Document], kind: Callable[[Document], str]
) -> dict[str, list[Document]]:
    """Documents by their kind, the commonest kind first."""
    found: dict[str, list[Document]] = {}
    for document in documents:
        found.setdefault(kind(document), []).append(document)
    return dict(sorted(found.items(), key=lambda item: (-len(item[1]), item[0])))


def _format(document: Document) -> str:
    return document.source.format


def _language(document: Document) -> str:
    return document.language or "unknown"


def _print(snapshot: Snapshot, terminal: Terminal) -> None:
    """Print what was read, by format and language, and what was skipped."""
    collection = snapshot.collection
    documents = collection.documents
    terminal.print(str(collection.folder), soft_wrap=True)
    for title, kind in (("format", _format), ("language", _language)):
        table = Table(box=None, title_justify="left", pad_edge=False)
        table.add_column(title)
        for column in ("documents", "characters", "furniture"):
            table.add_column(column, justify="right")
        for name, found in _by(documents, kind).items():
            table.add_row(name, *_figures(found))
        terminal.print(table)
        terminal.print()
    terminal.print(
        f"{len(documents):,} documents read, {len(snapshot.retriever.passages):,} passages "
        f"indexed, {len(collection.skipped):,} files skipped.",
        soft_wrap=True,
    )
    remarks = [f"{d.id}: {remark}" for d in documents for remark in d.source.remarks]
    _print_some(remarks, "Read in part", terminal)
    _print_some([f"{s.id}: {s.reason}" for s in collection.skipped], "Skipped", terminal)


def _figures(documents: list[Document]) -> tuple[str, str, str]:
    characters = sum(len(document.text) for document in documents)
    furniture = sum(map(furniture_characters, documents))
    return f"{len(documents):,}", f"{characters:,}", f"{furniture / max(1, characters):.0%}"


def _print_some(lines: list[str], what: str, terminal: Terminal) -> None:
    for line in lines[:LISTED]:
        terminal.print(f"{what}: {line}", soft_wrap=True)
    if len(lines) > LISTED:
        terminal.print(f"… and {len(lines) - LISTED:,} more; quoth index --json lists them all.")
