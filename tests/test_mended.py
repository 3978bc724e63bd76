"""Misspelt questions get the short answer that they would get if they were spelt right."""

from __future__ import annotations

import pytest

from bot.assistant import Assistant
from tests.helpers import assistant_on

MINUTES = """# Minutes of the rowing club

Present: Ida Holm (chair), Nils Berg, Ruth Lee (treasurer), Olav Strand

The treasurer reported that the boathouse was painted in March. The quiet room is upstairs.
"""


@pytest.fixture(scope="module")
def club(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return assistant_on({"m.md": MINUTES}, tmp_path_factory.mktemp("club"))


def test_a_misspelt_office_is_read_as_meant(club: Assistant) -> None:
    asked = ("who is the treasurer of the club", "who is the tresurer of the club")
    assert [club.ask(question).lead for question in asked] == ["Ruth Lee", "Ruth Lee"]


def test_were_for_where_gets_no_yes(club: Assistant) -> None:
    assert club.ask("were is the qiet room").lead != "Yes."
