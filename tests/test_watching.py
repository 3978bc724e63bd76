"""With documents.watch a change to the folder is answered from without a /reload."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from bot.assistant import Assistant
from bot.watching import watching
from tests.helpers import settings_for


def comes_true(condition: Callable[[], bool], seconds: float = 60.0) -> bool:
    """Whether a condition holds within so long; a busy machine takes its time."""
    until = time.monotonic() + seconds
    while not condition() and time.monotonic() < until:
        time.sleep(0.05)
    return condition()


def test_a_changed_folder_is_read_again_by_itself(documents: Path, tmp_path: Path) -> None:
    settings = settings_for(documents, tmp_path)
    watched = settings.documents.model_copy(update={"watch": True})
    assistant = Assistant.open(settings)

    def names() -> set[str]:
        return {document.id for document in assistant.snapshot.collection.documents}

    (documents / "early.txt").write_text("This was written before the watch began, in the spring.")
    with watching(assistant, watched):
        assert comes_true(lambda: "early.txt" in names())
        (documents / ".hidden.txt").write_text("Nobody reads what is hidden in a folder.")
        (documents / "buoy.txt").write_text("The buoy of Skarvoy is painted red and green.")
        assert comes_true(lambda: "buoy.txt" in names())
        (documents / "buoy.txt").unlink()
        assert comes_true(lambda: "buoy.txt" not in names())


def test_a_folder_that_goes_away_leaves_the_old_answers(documents: Path, tmp_path: Path) -> None:
    settings = settings_for(documents, tmp_path)
    assistant = Assistant.open(settings)
    with watching(assistant, settings.documents.model_copy(update={"watch": True})):
        documents.rename(tmp_path / "elsewhere")
        time.sleep(0.2)
        assert assistant.ask("When was the lighthouse of Skarvoy built?").lead == "1874"
