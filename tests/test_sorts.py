"""Which one of a sort is meant, where a sentence names it with the very noun asked for."""

from __future__ import annotations

import pytest

from bot.answering.forms.sorts import sort_told
from tests.lines import told_by

COACHES = "The junior coach left the club in May, and the senior coach stayed."
GUESTS = (
    "The opening will be attended by pupils, the mayor of Orl, the head forester and the Danish "
    "ambassador to Norway."
)


@pytest.mark.parametrize(
    ("asked", "text", "answer"),
    [
        ("Which coach left the club?", COACHES, "The junior coach"),
        ("Which coach stayed?", COACHES, "the senior coach"),
        ("Which ambassador will attend it?", GUESTS, "the Danish ambassador to Norway"),
        ("Which engineer did they meet?", "They met the county engineer.", "the county engineer"),
        ("Which race did Ida win?", "The fifth race was won by Ida Holm.", "The fifth race"),
        ("Which firm built the pier?", "The Danish firm Holm built the pier.", "Holm"),
        ("Which form must drivers sign?", "Drivers must sign form P-12 in May.", "P-12"),
        ("What mill was saved?", "The old mill burned; the new mill was saved.", "the new mill"),
    ],
)
def test_the_phrase_of_the_clause_that_says_it_is_meant(asked: str, text: str, answer: str) -> None:
    assert told_by(sort_told, asked, text) == answer


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("Which team won the match?", "Lunde won the match against the home team."),
        ("Which firm built the pier?", "Holm, a Danish firm, built the pier."),
        ("Which group signed nothing?", "A splinter group called the Lamp signed nothing."),
        ("Which server failed?", "Our two backup servers failed."),
        ("Which song did they play?", "They played the same song for hours."),
        ("Which sentence did she give?", "She prolonged Lund's sentence to six years."),
        ("What stake does Lund hold?", "Lund holds the largest stake."),
        ("Which colour did the judge choose?", "The judge chose the new colour red."),
    ],
)
def test_none_is_told_beside_a_name_on_the_other_side_or_by_empty_words(
    asked: str, text: str
) -> None:
    assert told_by(sort_told, asked, text) is None
