"""Watch mode: the documents are read again once changes to the folder have settled."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import watchfiles

from bot.assistant import Assistant
from bot.errors import QuothError, ReloadRunningError, ReloadStoppedError
from bot.screens import render_reload
from bot.settings import DocumentSettings
from retrieval.collection import is_current
from retrieval.errors import RetrievalError
from retrieval.listing import is_passed_over

SETTLED = 1_000  # milliseconds without a change after which the folder is read
LONGEST = 60_000  # milliseconds of changes one after another after which it is read all the same
AGAIN = 5.0  # seconds until the next try where a reload is under way or the folder is gone
_LOG = logging.getLogger(__name__)


@contextmanager
def watching(assistant: Assistant, settings: DocumentSettings) -> Iterator[None]:
    """Within it the assistant reloads by itself, if `documents.watch` says so."""
    if not settings.watch:
        yield
        return
    stop = threading.Event()
    watcher = threading.Thread(
        target=_watch, args=(assistant, settings.folder, stop), name="watching", daemon=True
    )
    watcher.start()
    try:
        yield
    finally:
        stop.set()
        watcher.join()


def _watch(assistant: Assistant, folder: Path, stop: threading.Event) -> None:
    """Reload after every change until told to stop; whatever fails, the watch goes on."""
    while not stop.is_set():
        try:
            changes = watchfiles.watch(
                folder,
                watch_filter=lambda _, path: not is_passed_over(Path(path).name),
                stop_event=stop,
                step=SETTLED,
                debounce=LONGEST,
                rust_timeout=500,
                yield_on_timeout=True,
                raise_interrupt=False,
                ignore_permission_denied=True,
            )
            behind = not is_current(assistant.snapshot.collection)  # changed since it was read
            for changed in changes:
                if (changed or behind) and not _reload(assistant, stop):
                    break  # the folder may be another one when it is back
                behind = False
        except (RetrievalError, OSError, RuntimeError) as error:
            _LOG.warning(
                "The folder %s can't be watched (%s), so changes in it wait for /reload; the next "
                "try is in %g s.",
                *(folder, error, AGAIN),
            )
        stop.wait(AGAIN)


def _reload(assistant: Assistant, stop: threading.Event) -> bool:
    """Read the documents again, after a reload under way, and log it; whether it succeeded."""

    def note(*_: int) -> None:
        if stop.is_set():
            raise ReloadStoppedError(assistant.phrases().say("reload_stopped"))

    while not stop.is_set():
        try:
            report = assistant.reload(progress=note)
            _LOG.info("%s", render_reload(report, assistant.phrases()).text)
        except ReloadRunningError:
            stop.wait(AGAIN)
            continue
        except QuothError as error:
            _LOG.warning("%s", error)
            return False
        return True
    return True
