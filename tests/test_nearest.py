"""A doubtful reply that names no place, day or number: the documents don't say it plainly."""

from __future__ import annotations

import pytest

from bot.assistant import Assistant
from bot.rendering import render_answer
from bot.replying.further import further_page
from tests.helpers import settings_for, write_documents

MILL = """# The mill at Corran

The parish bought the mill in 1987. The wheel of the mill turns on Sundays. A letter about the roof
of the mill was read out at the spring meeting. The bridge beside the mill was mended by Ivar Moe.
"""
DOUBTING = "[answers]\nfound = 1.0\ntentative = 0.0\n"  # every answer is given doubtfully


@pytest.fixture(scope="module")
def mill(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    place = tmp_path_factory.mktemp("mill")
    documents = write_documents(place / "documents", {"mill.md": MILL})
    return Assistant.open(settings_for(documents, place, DOUBTING))


def read(assistant: Assistant, question: str) -> str:
    """How the reply to a question reads."""
    return render_answer(assistant.ask(question), assistant.phrases()).text


@pytest.mark.parametrize("question", ["Where was the bridge built?", "Where was the wheel made?"])
def test_what_is_not_named_is_not_told(mill: Assistant, question: str) -> None:
    answer = mill.ask(question)
    assert answer.refused
    assert answer.lead == "The documents don't say it plainly; this is the nearest:"


def test_the_nearest_is_shown_with_where_it_stands(mill: Assistant) -> None:
    told = read(mill, "Where was the bridge built?")
    assert told.startswith("The documents don't say it plainly; this is the nearest:")
    assert "mended by Ivar Moe" in told
    assert "The mill at Corran" in told


def test_a_doubtful_reply_that_names_it_is_given(mill: Assistant) -> None:
    answer = mill.ask("Who mended the bridge?")
    assert (answer.refused, answer.lead) == (False, "Ivar Moe")


def test_a_doubtful_reply_to_what_has_no_name_is_given(mill: Assistant) -> None:
    assert not mill.ask("What happens on Sundays at the mill?").refused


def test_days_are_no_place(mill: Assistant) -> None:
    assert mill.ask("Where does the wheel of the mill turn?").lead != "Sundays"


def test_more_can_be_seen_of_what_is_near(mill: Assistant) -> None:
    page = further_page(mill.ask("Where was the bridge built?"), None)
    assert page is not None
    assert page.quotes
