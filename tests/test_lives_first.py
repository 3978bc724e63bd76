"""The dates of a life in brackets, and what "it" is behind what somebody named does."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.assistant import Assistant
from tests.helpers import assistant_on

MUSEUM = """Clara Venn (1861-1930), the daughter of a glass maker, founded the Museum of Tides.

The museum was moved to the old customs house in 1924. Ida Holm gave it a boat.

The director, Noor Haddad, wants to add a wing for research. It is to cost 14 million crowns.
"""


@pytest.fixture
def museum(tmp_path: Path) -> Assistant:
    return assistant_on({"museum.md": MUSEUM}, tmp_path)


@pytest.mark.parametrize(
    ("asked", "year"),
    [("When was Clara Venn born?", "1861"), ("When did Clara Venn die?", "1930")],
)
def test_dates_in_brackets_tell_a_life_where_no_sentence_says_born(
    museum: Assistant, asked: str, year: str
) -> None:
    assert museum.ask(asked).lead == year


def test_nobody_has_the_dates_of_another(museum: Assistant) -> None:
    assert museum.ask("When was Ida Holm born?").refused


def test_it_may_be_what_somebody_named_wants(museum: Assistant) -> None:
    assert "14 million crowns" in museum.ask("How much will the new wing cost?").lead
