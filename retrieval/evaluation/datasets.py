"""Question files for training and measuring, read as records: selection, reading, collections."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from retrieval.errors import CollectionError


@dataclass(frozen=True, slots=True)
class Selection:
    """A question and the sentences to be ranked for it; `labels` tell which of them answer."""

    id: str
    question: str
    title: str
    ordered: bool
    candidates: tuple[str, ...]
    labels: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question on a paragraph and where its answers stand in it: (text, start)."""

    id: str
    question: str
    answers: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of an article with the questions asked on it."""

    title: str
    text: str
    questions: tuple[AskedQuestion, ...]


FAR = "unanswerable-far"  # tag of a question on another matter than the collection's


@dataclass(frozen=True, slots=True)
class Posed:
    """A question asked of a collection, with a few words of each sentence that answers it.

    `quotes` is empty where no document answers; `far` marks a question on quite another matter.
    """

    id: str
    question: str
    quotes: tuple[str, ...]
    far: bool = False


def read_posed(file: Path) -> list[Posed]:
    """The questions of a file of JSON lines that need no earlier one to be understood.

    Raises CollectionError naming the file and line that can't be used.
    """
    return [
        Posed(
            id=str(row["id"]),
            question=row["question"],
            quotes=tuple(row.get("support", ())),
            far=FAR in row.get("tags", ()),
        )
        for row in _rows(file, ("id", "question"))
        if not row.get("dialogue")
    ]


def read_selection(file: Path) -> list[Selection]:
    """The questions of a file of JSON lines that have at least one right sentence.

    Raises CollectionError naming the file and line that can't be used.
    """
    found = [
        Selection(
            id=str(row["id"]),
            question=row["question"],
            title=row["title"],
            ordered=bool(row["ordered"]),
            candidates=tuple(row["candidates"]),
            labels=tuple(bool(label) for label in row["labels"]),
        )
        for row in _rows(file, ("id", "question", "title", "ordered", "candidates", "labels"))
    ]
    return [question for question in found if any(question.labels)]


def read_paragraphs(file: Path) -> list[Paragraph]:
    """The paragraphs of a file of JSON lines.

    Raises CollectionError naming the file and line that can't be used.
    """
    return [
        Paragraph(
            title=row["title"].replace("_", " "),
            text=row["paragraph"],
            questions=tuple(
                AskedQuestion(
                    id=str(asked["id"]),
                    question=asked["question"],
                    answers=tuple((a["text"], int(a["start"])) for a in asked["answers"]),
                )
                for asked in row["questions"]
            ),
        )
        for row in _rows(file, ("title", "paragraph", "questions"))
    ]


def _rows(file: Path, keys: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    """The objects of a file of JSON lines; raises CollectionError for a line that lacks a key."""
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise CollectionError(f"{file}: the questions can't be read: {error}.") from None
    for number, line in enumerate(lines, start=1):
        try:
            row = json.loads(line)
            missing = [key for key in keys if key not in row]
        except (json.JSONDecodeError, TypeError):
            raise CollectionError(f"{file}, line {number}: this is no JSON object.") from None
        if missing:
            raise CollectionError(f"{file}, line {number}: {missing[0]!r} is missing.")
        yield row
