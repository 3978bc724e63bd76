"""A short storm of faults: every question is answered or reported, none oftener than it must be."""

from __future__ import annotations

from pathlib import Path

from benchmarks.storm import weather


async def test_no_question_gets_lost_in_a_storm(tmp_path: Path) -> None:
    figures = await weather(tmp_path, minutes=6, seed=2)
    assert figures["answered"] + figures["given up, reported"] > 80
    assert figures["sent twice"] <= figures["answers lost"]
    assert figures["faults"] > 50
