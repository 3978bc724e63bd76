"""What one sentence says to a question that wants yes or no."""

from __future__ import annotations

import pytest

from bot.answering.yes_no import yes_or_no
from retrieval.question import parse_question


def said(question: str, text: str) -> bool | None:
    decided = yes_or_no(parse_question(question), text)
    return None if decided is None else decided.yes


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Did the keeper light the lamp?", "On Monday the keeper lit the lamp."),
        ("Didn't the keeper light the lamp?", "On Monday the keeper lit the lamp."),
        ("Is the bakery open on Sunday?", "The bakery is open on Sunday and Monday."),
        ("Did the library refuse the books?", "The library refused the books."),
        ("Did the boat never leave Bergen?", "The boat never left Bergen."),
        ("Is the bakery separate from the mill?", "The bakery is separate from the mill."),
        ("Did the council refuse to approve the mill?", "The council did not approve the mill."),
        ("Did the council fail to approve the mill?", "The council rejected the mill."),
        ("Is it true that nobody left the boat?", "Nobody left the boat."),
        ("Did the boat set out for Bergen in May?", "The boat left for Bergen in May."),
    ],
)
def test_a_covered_claim_is_a_yes(question: str, text: str) -> None:
    assert said(question, text) is True


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Did the keeper light the lamp?", "The keeper did not light the lamp."),
        ("Did the keeper light the lamp?", "The keeper refused to light the lamp."),
        ("Is the bakery open on Sunday?", "On Sunday the bakery is closed."),
        ("Did the boat never leave Bergen?", "The boat left Bergen."),
        ("Did the library accept the books?", "The library rejected the books."),
        ("Did the library refuse the books?", "The library accepted the books."),
        ("Did the council fail to approve the mill?", "The council approved the mill."),
        ("Is it true that nobody left the boat?", "Two keepers left the boat."),
        ("Did the boat never leave Bergen?", "In May the boat left Bergen for Moss."),
    ],
)
def test_a_negation_or_an_opposite_on_one_side_is_a_no(question: str, text: str) -> None:
    assert said(question, text) is False


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Did the keeper light the lamp?", "The keeper painted the lamp room."),
        ("Can I clean it with soap?", "Clean it with water; soap harms the lamp."),
        ("Did the keeper light the third lamp?", "The keeper lit the second lamp."),
        ("Did the keeper light the lamp in 1911?", "The keeper lit the lamp in 1912."),
        ("Did Ingrid Holm light the lamp?", "The keeper lit the lamp."),
        ("Did the keeper light the lamp?", "The keeper might light the lamp."),
        ("Did every keeper light the lamp?", "The keeper lit the lamp."),
        ("Did Bergen defeat Stavanger?", "Stavanger defeated Bergen."),
        ("Did it?", "The keeper lit the lamp."),
    ],
)
def test_what_the_sentence_does_not_cover_stays_undecided(question: str, text: str) -> None:
    assert said(question, text) is None
