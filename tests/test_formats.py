"""One document in nine formats gives the same answers, each with its page, chapter or heading."""

from __future__ import annotations

import pytest

from bot.assistant import Assistant
from bot.cli.batch import record
from retrieval.records import BlockKind
from tests.helpers import settings_for
from tests.manual import (
    BOILERS,
    COUNTED,
    INTRODUCTION,
    ITEMS,
    PAGES,
    RUNNING,
    TITLE,
    WARDEN,
    WRITERS,
)

ROW = "Pool: Northern pool | Opens: 7:00 | Closes: 19:30"
LINE = "Northern pool\t7:00\t19:30"  # the same row of a plain text, which has no columns
QUESTIONS = [
    ("Who built the bath house?", INTRODUCTION.partition(". ")[2], ""),
    ("When was the larger boiler bought?", BOILERS.partition(". ")[2], "Heating"),
    ("Who checks the boilers every morning?", WARDEN, "Heating"),
    ("How many visitors did it count in 2022?", f"{COUNTED.partition('. ')[0]}.", "Visitors"),
    ("Where do dogs have to wait?", ITEMS[1], "Rules"),
    ("When does the northern pool open?", ROW, "Opening hours"),
]


@pytest.fixture(scope="module", params=WRITERS)
def assistant(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Assistant:
    folder = tmp_path_factory.mktemp(request.param)
    (folder / "documents").mkdir()
    WRITERS[request.param](folder / "documents" / f"manual.{request.param}")
    return Assistant.open(settings_for(folder / "documents", folder))


@pytest.mark.parametrize(("question", "sentence", "heading"), QUESTIONS)
def test_the_same_question_gets_the_same_answer_and_its_place(
    assistant: Assistant, question: str, sentence: str, heading: str
) -> None:
    told = record(assistant.ask(question), name="", milliseconds=0.0)
    first = told["passages"][0]
    assert not told["refused"]
    assert first["text"].lstrip("-• ").replace(LINE, ROW) == sentence
    if heading:
        place = first["place"]
        assert heading in {place.get("heading"), place.get("chapter")}
        assert {place[kind] for kind in place.keys() & {"page", "slide"}} <= {PAGES[heading]}


def test_title_language_and_furniture_are_told_in_every_format(assistant: Assistant) -> None:
    (document,) = assistant.snapshot.collection.documents
    quotable = {
        document.text[block.start : block.end]
        for block in document.blocks
        if block.kind is not BlockKind.FURNITURE
    }
    assert (document.title, document.language) == (TITLE, "en")
    assert not {RUNNING, "1", "2", "3", "Home"} & quotable
    assert {ROW, LINE} & quotable
