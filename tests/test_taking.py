"""What has changed is answered from at once; the disk holds it soon after, or the log tells why."""

from __future__ import annotations

import logging
import threading
from pathlib import Path

import pytest

import bot.assistant as core
from bot.assistant import Assistant
from bot.errors import ReloadRunningError
from bot.phrasing import load_phrases
from bot.settings import Settings
from bot.snapshots.snapshot import Snapshot
from bot.snapshots.taking import index_folder, kept, read_snapshot, take_snapshot
from retrieval.storage import open_saved
from tests.helpers import LIGHTHOUSE, write_documents

BUILT = "When was the lighthouse of Skarvoy built?"


def changed(documents: Path, year: int) -> None:
    write_documents(documents, {"lighthouse.md": LIGHTHOUSE.replace("1874", str(year))})


def test_questions_are_answered_from_a_change_while_it_is_being_saved(
    assistant: Assistant, documents: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    began, go_on = threading.Event(), threading.Event()

    def slowly(snapshot: Snapshot, settings: Settings) -> Snapshot:
        began.set()
        go_on.wait(10)
        return kept(snapshot, settings)

    changed(documents, 1884)
    with monkeypatch.context() as patched:
        patched.setattr(core, "kept", slowly)
        reload = threading.Thread(target=assistant.reload)
        reload.start()
        began.wait(10)
        assert assistant.ask(BUILT).lead == "1884"
        assert not assistant.snapshot.kept
        changed(documents, 1894)
        with pytest.raises(ReloadRunningError):
            assistant.reload()
        go_on.set()
        reload.join()
    assert assistant.snapshot.kept
    assert assistant.ask(BUILT).lead == "1884"
    assistant.reload()
    assert assistant.ask(BUILT).lead == "1894"


def test_a_snapshot_that_is_saved_answers_as_it_did_in_memory(settings: Settings) -> None:
    read = read_snapshot(settings)
    saved = kept(read, settings)
    again = take_snapshot(settings)
    assert (read.kept, saved.kept, again.kept) == (False, True, True)
    assert kept(saved, settings) is saved
    assert saved.collection == again.collection == read.collection
    phrases = load_phrases(settings.phrases.folder)
    first, *others = (
        Assistant(settings=settings, phrases=phrases, snapshot=snapshot).ask(BUILT)
        for snapshot in (read, saved, again)
    )
    assert first.lead == "1874"
    assert all(answer == first for answer in others)


def test_what_cannot_be_saved_is_told_answered_from_memory_and_saved_by_a_later_reload(
    assistant: Assistant, documents: Path, caplog: pytest.LogCaptureFixture
) -> None:
    folder = index_folder(assistant.settings)
    aside = folder.rename(folder.with_name("aside"))
    folder.write_text("Not a folder.", encoding="utf-8")
    changed(documents, 1884)
    with caplog.at_level(logging.WARNING):
        assistant.reload()
    assert "can't be saved" in caplog.text
    assert not assistant.snapshot.kept
    assert assistant.ask(BUILT).lead == "1884"
    folder.unlink()
    aside.rename(folder)
    assistant.reload()
    assert assistant.snapshot.kept
    assert open_saved(folder, documents).collection == assistant.snapshot.collection


def test_a_change_that_was_not_saved_in_time_is_found_by_the_next_start(
    settings: Settings, documents: Path
) -> None:
    take_snapshot(settings)
    changed(documents, 1884)
    lost = read_snapshot(settings)  # and the process ends before it is kept
    again = take_snapshot(settings)
    assert again.collection == lost.collection
    assert again.kept
    assert any("1884" in document.text for document in again.collection.documents)
