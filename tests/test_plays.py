"""Whole conversations, each as it was written down; see `performing`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.performing import ASKER, HERE, performed

PLAYS = sorted((HERE / "plays").glob("*.txt"))


def test_there_are_ten_conversations() -> None:
    assert len(PLAYS) >= 10
    assert all(play.read_text(encoding="utf-8").count(ASKER) >= 3 for play in PLAYS)


@pytest.mark.parametrize("play", PLAYS, ids=lambda play: play.stem)
def test_a_conversation_goes_as_it_was_written_down(play: Path, tmp_path: Path) -> None:
    written = play.read_text(encoding="utf-8")
    assert performed(written, tmp_path).splitlines() == written.splitlines()
