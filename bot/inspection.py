"""What an operator looks at before going live: what was read, and what would go wrong."""

from __future__ import annotations

import json
import os
import re
import sys
from collections import Counter

from rich.console import Console as Terminal
from rich.progress import Progress
from rich.table import Table

from bot.deposit import is_own
from bot.errors import PhrasesError
from bot.journal import journal_fault
from bot.phrasing import load_phrases
from bot.settings import Settings
from bot.snapshot import Snapshot, take_snapshot
from retrieval.errors import RetrievalError
from retrieval.records import BlockKind, Document

DONE = 0
WRONG = 2
CONSOLE_ONLY = (
    "There is no Telegram token, so only the console works: set QUOTH_TELEGRAM_TOKEN or "
    "telegram.token_file to start the bot."
)
TOKEN = re.compile(r"\d{5,}:[\w-]{30,}")


def index_report(settings: Settings, *, as_json: bool) -> int:
    """Read the documents, save the index and print what was read and skipped; 0.

    Raises CollectionError when there is nothing to index.
    """
    with Progress(
        console=Terminal(stderr=True), transient=True, disable=not sys.stderr.isatty()
    ) as bar:
        task = bar.add_task("Reading", total=None)
        snapshot = take_snapshot(
            settings, progress=lambda done, total: bar.update(task, completed=done, total=total)
        )
    if as_json:
        sys.stdout.write(json.dumps(_record(snapshot), ensure_ascii=False) + "\n")
    else:
        _print(snapshot, Terminal())
    return DONE


def _record(snapshot: Snapshot) -> dict[str, object]:
    collection = snapshot.collection
    documents = collection.documents
    return {
        "folder": str(collection.folder),
        "collection": snapshot.fingerprint,
        "documents": len(documents),
        "passages": len(snapshot.retriever.passages),
        "formats": dict(Counter(document.source.format for document in documents)),
        "languages": dict(Counter(document.language or "unknown" for document in documents)),
        "characters": sum(len(document.text) for document in documents),
        "furniture_characters": sum(map(furniture_characters, documents)),
        "skipped": [{"file": s.id, "reason": s.reason} for s in collection.skipped],
    }


def furniture_characters(document: Document) -> int:
    """How many characters of a document were taken for page furniture."""
    return sum(b.end - b.start for b in document.blocks if b.kind is BlockKind.FURNITURE)


def _print(snapshot: Snapshot, terminal: Terminal) -> None:
    facts = _record(snapshot)
    table = Table(box=None, show_header=False)
    table.add_column(justify="right")
    table.add_column()
    for format_, count in Counter(d.source.format for d in snapshot.collection.documents).items():
        table.add_row(str(count), f"{format_} files read")
    for language, count in Counter(d.language for d in snapshot.collection.documents).items():
        table.add_row(str(count), f"in language {language or 'unknown'}")
    table.add_row(str(facts["passages"]), "passages indexed")
    table.add_row(str(facts["furniture_characters"]), "characters taken for page furniture")
    table.add_row(str(len(snapshot.collection.skipped)), "files skipped")
    terminal.print(f"{snapshot.collection.folder}", highlight=False, markup=False)
    terminal.print(table)
    for skipped in snapshot.collection.skipped:
        terminal.print(f"skipped {skipped.id}: {skipped.reason}", highlight=False, markup=False)


def check_report(settings: Settings) -> int:
    """Print everything that would go wrong, a sentence each; 0 if nothing would, else 2.

    Without a token only the Telegram bot can't start: that is told, and is no fault.
    """
    faults = [
        *_phrase_faults(settings),
        *_document_faults(settings),
        *_token_faults(settings),
        *_journal_faults(settings),
        *_access_faults(settings),
    ]
    terminal = Terminal()
    for note in _notes(settings):
        terminal.print(note, highlight=False, markup=False)
    for fault in faults:
        terminal.print(fault, highlight=False, markup=False)
    if not faults:
        terminal.print("Nothing would go wrong.")
    return WRONG if faults else DONE


def _phrase_faults(settings: Settings) -> list[str]:
    try:
        phrases = load_phrases(settings.phrases.folder)
    except PhrasesError as error:
        return str(error).splitlines()
    default = settings.phrases.default
    return [] if default in phrases else [f"phrases.default: there are no phrases for {default!r}."]


def _document_faults(settings: Settings) -> list[str]:
    try:
        snapshot = take_snapshot(settings)
    except RetrievalError as error:
        return [str(error)]
    return [f"{s.id} is skipped: {s.reason}" for s in snapshot.collection.skipped]


def _token_faults(settings: Settings) -> list[str]:
    token = settings.telegram.token.get_secret_value()
    if token and not TOKEN.fullmatch(token):
        return ["The Telegram token doesn't look like one (123456789:AA…): copy it from BotFather."]
    return []


def _journal_faults(settings: Settings) -> list[str]:
    fault = journal_fault(settings.journal.file)
    return [fault] if fault else []


def _access_faults(settings: Settings) -> list[str]:
    access, admins = settings.access, settings.telegram.admins
    if access.mode == "list" and not access.users | admins:
        return ["access.mode is 'list' and access.users is empty: nobody may ask on Telegram."]
    return []


def _notes(settings: Settings) -> list[str]:
    """What is no fault, but may surprise."""
    if not settings.telegram.token.get_secret_value():
        return [CONSOLE_ONLY]
    notes = []
    folder = settings.documents.folder
    if not settings.telegram.admins:
        notes.append("telegram.admins is empty: nobody may reload or add documents on Telegram.")
    elif is_own(folder) and not os.access(folder, os.W_OK):
        notes.append(f"{folder} is not writable: admins can't add or remove documents.")
    if not settings.access.groups:
        notes.append("access.groups is empty: the bot leaves every group.")
    return notes
