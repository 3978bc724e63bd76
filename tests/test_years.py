"""Years told in figures, and lifted words that are told of another one than is asked about."""

from __future__ import annotations

import pytest

from bot.answering.grammar.years import ends_of_seasons, is_year, stretches_in, years_in
from bot.answering.times.other_years import is_of_another_year
from retrieval.question import parse_question
from tests.lines import place_of


def test_a_year_is_a_figure_of_its_own() -> None:
    text = "Room 2019 of 12019 was let in 1987, not in the 1990s."
    assert years_in(text) == [2019, 1987]
    assert is_year(text, place_of("1987", text))
    assert not is_year(text, place_of("12019", text))


def test_a_season_ends_in_the_year_after_the_one_it_is_told_by() -> None:
    assert ends_of_seasons("The 2023/24 season followed that of 1999–00.") == [2024, 2000]


@pytest.mark.parametrize(
    "text", ["It ran from 1950 to 1953.", "the years 1950-1953", "Between 1950 and 1953 it ran."]
)
def test_a_stretch_has_all_years_from_one_to_the_other(text: str) -> None:
    assert [list(each) for each in stretches_in(text, "en")] == [[1950, 1951, 1952, 1953]]


@pytest.mark.parametrize(
    ("question", "text", "words", "other"),
    [
        ("How many tents were let in 2022?", "They let 40 tents in 2021.", "40 tents", True),
        ("How many tents were let in 2022?", "They let 40 tents in 2022.", "40 tents", False),
        ("How many tents were let in 2022?", "In 2020 they let 40 tents.", "40 tents", True),
        ("Who won the race in 2022?", "Ida Holm won the race of 2019.", "Ida Holm", True),
        ("How many tents were let?", "In 2020 they let 40 tents.", "40 tents", False),
    ],
)
def test_what_is_told_of_another_year_is_no_answer(
    question: str, text: str, words: str, other: bool
) -> None:
    found = is_of_another_year(parse_question(question), text, place_of(words, text))
    assert found is other
