"""`quoth check`: what an operator looks at before going live, everything that would go wrong."""

from __future__ import annotations

import os
import re
from pathlib import Path

from rich.console import Console as Terminal

from bot.deposit import is_own
from bot.errors import PhrasesError
from bot.journal import journal_fault
from bot.phrasing import load_phrases
from bot.settings import Settings
from bot.snapshots.taking import index_folder, take_snapshot
from retrieval.errors import RetrievalError, StorageError
from retrieval.storage import check_saved

DONE = 0
WRONG = 2
CONSOLE_ONLY = (
    "There is no Telegram token, so only the console works: set QUOTH_TELEGRAM_TOKEN or "
    "telegram.token_file to start the bot."
)
TOKEN = re.compile(r"\d{5,}:[\w-]{30,}")


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
    return [f"{s.id} is skipped: {s.reason}" for s in snapshot.collection.skipped] + _damage(
        index_folder(settings)
    )


def _damage(folder: Path) -> list[str]:
    """What of the saved index is not as it was written, all of which is read."""
    try:
        check_saved(folder)
    except StorageError as error:
        return [f"{error} Remove {folder}, and the next start builds it anew."]
    return []


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
