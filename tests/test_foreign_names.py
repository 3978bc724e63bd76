"""A document that lacks a name of the question is doubted, however well the rest fits."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answer import Verdict
from bot.assistant import Assistant
from retrieval.question import parse_question
from tests.helpers import assistant_on

ORSK = "# Trams in Orsk\n\nMayor Ida Holm opened the tram on Monday. It has six stops.\n"
TARN = "# Trams in Tarn\n\nThe council of Tarn has voted for a tram of 4 km. It will cost £60m.\n"


@pytest.fixture
def towns(tmp_path: Path) -> Assistant:
    """An assistant on a report from each of two towns."""
    return assistant_on({"orsk.md": ORSK, "tarn.md": TARN}, tmp_path)


def test_nobody_holds_an_office_in_a_town_of_which_another_report_tells(towns: Assistant) -> None:
    assert towns.ask("Who is the mayor of Orsk?").lead == "Ida Holm"
    other = towns.ask("who is the mayor of tarn?")
    assert other.verdict in (Verdict.TENTATIVE, Verdict.NOT_FOUND)
    assert not other.short


def test_names_are_looked_for_in_the_whole_document_and_its_title(towns: Assistant) -> None:
    retriever = towns.snapshot.retriever
    (cost,) = [
        hit.passage for hit in towns.ask("what will it cost?").hits if "£60m" in hit.passage.text
    ]
    assert retriever.foreign_names(parse_question("what will the tram of Tarn cost?"), cost) == []
    assert retriever.foreign_names(parse_question("what did the tram of orsk cost?"), cost) == [
        "orsk"
    ]


def test_another_spelling_of_a_name_is_not_foreign(tmp_path: Path) -> None:
    reports = {
        "one.md": "# Monday\n\nAndrei Pavlov, the pilot, landed first.\n",
        "two.md": "# Friday\n\nAndrey Pavlov was given a medal. The medal is of tin.\n",
    }
    retriever = assistant_on(reports, tmp_path).snapshot.retriever
    asked = parse_question("Who is Andrey Pavlov?")
    (first,) = [h.passage for h in retriever.search(asked).hits if "pilot" in h.passage.text]
    assert retriever.foreign_names(asked, first) == []


def test_the_owner_in_a_question_is_found_in_another_spelling(tmp_path: Path) -> None:
    report = "# Monday\n\nThe view of Andrei Pavlov is that the airfield is too short.\n"
    pilots = assistant_on({"one.md": report}, tmp_path)
    assert "too short" in pilots.ask("What is Andrrey's view of the airfield?").quotes[0].text
