"""Other documents that tell the like of the first line are quoted under it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answering.likewise import telling_alike
from bot.assistant import Assistant
from retrieval.synonyms import stand_ins_of_all
from tests.helpers import assistant_on

REGATTA = {
    "club.md": (
        "# The spring regatta\n\nThe spring regatta of Orsk was won by Ida Holm in forty minutes. "
        "More than 400 rowers came to the spring regatta of Orsk. "
        "At the spring regatta of Orsk, Peru and Norway were there as guests. "
        "The spring regatta of Orsk was opened by the mayor.\n"
    ),
    "paper.md": (
        "# From the lake\n\nIda Holm was the first to reach the pier of Orsk in the regatta. "
        "Some 450 rowers were counted at the regatta by the harbour police. "
        "Speeches were given by the mayor, by an old rower and by the Norwegian consul. "
        "The pier of Orsk was painted in spring.\n"
    ),
    "diary.md": (
        "# A week on the lake\n\nOn Sunday I saw the regatta of Orsk from a boat. "
        "In the evening I said that it was as good as a play. It rained on Monday.\n"
    ),
}


@pytest.fixture
def lake(tmp_path: Path) -> Assistant:
    """An assistant on three reports of one regatta."""
    return assistant_on(REGATTA, tmp_path)


def quoted(assistant: Assistant, question: str) -> list[str]:
    return [quote.text for quote in assistant.ask(question).quotes]


def test_another_document_that_tells_the_same_name_is_quoted(lake: Assistant) -> None:
    first, second, *_ = quoted(lake, "Who won the spring regatta of Orsk?")
    assert "won by Ida Holm" in first
    assert "Ida Holm was the first" in second


def test_what_is_named_after_somebody_is_somebody_else(tmp_path: Path) -> None:
    texts = {
        "mill.md": "# The mill\n\nThe mill of Orsk was built by Ida Holm.\n",
        "fund.md": "# The fund\n\nThe mill of Orsk is paid for by the Holm Foundation.\n",
        "feast.md": "# The feast\n\nAt the mill of Orsk a feast was given for old Holm.\n",
    }
    mill = assistant_on(texts, tmp_path)
    answer = mill.ask("Who built the mill of Orsk?")
    alike = telling_alike(answer.searched, answer.hits, main=0, lifted="Ida Holm")
    assert [answer.hits[n].passage.document.id for n in alike] == ["feast.md"]


def test_a_figure_that_can_be_right_as_well_is_quoted(lake: Assistant) -> None:
    answer = lake.ask("How many rowers came to the spring regatta of Orsk?")
    assert answer.lead == "More than 400 rowers"
    assert any("Some 450 rowers" in quote.text for quote in answer.quotes[1:])


def test_every_role_of_a_nation_is_quoted(lake: Assistant) -> None:
    first, *others = quoted(lake, "In what role did Norway take part in the spring regatta?")
    assert "as guests" in first
    assert any("Norwegian consul" in text for text in others)
    assert not any("as good as a play" in text for text in others)


def test_what_stands_for_one_word_of_a_name_does_not_stand_for_the_name() -> None:
    others = stand_ins_of_all(["unit", "state"], language="en")
    assert {"us", "usa"} <= others
    assert not {"say", "union"} & others
