"""Of several versions of one text the latest answers, and copies leave room for other sentences."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.assistant import Assistant
from retrieval.building import build_retriever
from retrieval.collection import Limits, read_collection
from retrieval.question import parse_question
from tests.helpers import settings_for, write_documents

LIMITS = Limits(max_file_bytes=1_000_000, max_files=100)
CLUB = """Rules of the Rowing Club of Lunde (v{version})

The captain of the club is chosen at the spring regatta.

A boat is hired out for {weeks} weeks.

{filling}
"""
FILLING = "\n\n".join(
    f"The captain decides which boat the {crew} crew takes."
    for crew in ("first", "junior", "mixed")
)


def rules(version: str, weeks: str) -> str:
    return CLUB.format(version=version, weeks=weeks, filling=FILLING)


@pytest.fixture
def versions(tmp_path: Path) -> Path:
    documents = {f"rules.1.{n}.txt": rules(f"1.{n}", "three") for n in range(12)}
    documents["rules.txt"] = rules("1.12", "five")
    return write_documents(tmp_path / "club", documents)


def test_the_latest_version_answers(versions: Path, tmp_path: Path) -> None:
    assistant = Assistant.open(settings_for(versions, tmp_path))
    quote = assistant.ask("For how many weeks is a boat hired out?").quotes[0]
    assert (quote.passage.document.id, "five" in quote.text) == ("rules.txt", True)


def test_an_earlier_version_answers_where_it_is_asked_for(versions: Path, tmp_path: Path) -> None:
    assistant = Assistant.open(settings_for(versions, tmp_path))
    reply = assistant.ask("For how many weeks was a boat hired out formerly?")
    assert "three" in reply.quotes[0].text


def test_a_title_without_a_version_supersedes_nothing(tmp_path: Path) -> None:
    documents = {
        "a.txt": rules("1.0", "three"),
        "b.txt": "Rules of the Chess Club (v2.0)\n\nChess.",
    }
    folder = write_documents(tmp_path / "clubs", documents)
    editions = build_retriever(read_collection(folder, limits=LIMITS).documents).editions
    assert not any(map(editions.is_superseded, range(2)))


def test_copies_of_a_sentence_leave_room_for_others(versions: Path) -> None:
    retriever = build_retriever(read_collection(versions, limits=LIMITS).documents)
    found = retriever.search(parse_question("Which boat does the captain choose?"), k=10)
    assert len({hit.passage.text for hit in found.hits}) >= 4
