"""Damaged files are read or named, garbled questions get a reply: the long form is a benchmark."""

from __future__ import annotations

from benchmarks.fuzzing import fuzz_files, fuzz_questions


def test_every_damaged_file_is_read_or_named() -> None:
    found = fuzz_files(180, seed=3)
    assert len(found) == 12
    assert sum(row["read"] + row["named"] for row in found.values()) > 150
    assert not sum(row["out of time"] for row in found.values())


def test_every_garbled_question_gets_a_valid_reply() -> None:
    assert fuzz_questions(300, seed=3)["failed"] == 0
