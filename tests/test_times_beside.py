"""Of several times of day the one beside the words that are asked for."""

from __future__ import annotations

import pytest

from bot.answering.first_line.by_form import given_away
from retrieval.question import parse_question

LIDO = "April to June: daily from 9 am, 5 pm last swim, closing at 6 pm."
CHOIR = "The choir sings on Friday 9 May at 2 pm and on Saturday 10 May at 6.30 pm."
DANCE = "The club dances on May 9th at 2 pm and on Saturday, May 10, at 6.30 pm."
CAFE = "The kiosk is open from 8 am, warm soup until 1.30 pm."


def given(question: str, text: str) -> str | None:
    found = given_away(parse_question(question), [text])
    return None if found is None else text[found[1].start : found[1].end].rstrip(".")


@pytest.mark.parametrize(
    ("question", "text", "told"),
    [
        ("When is the last swim?", LIDO, "5 pm"),
        ("What time does it close?", LIDO, "6 pm"),
        ("What time does the lido open?", LIDO, "9 am"),
        ("What time does the choir sing on 10 May?", CHOIR, "6.30 pm"),
        ("What time does the choir sing on 9 May?", CHOIR, "2 pm"),
        ("What time does the choir sing on May 10th?", CHOIR, "6.30 pm"),
        ("What time does the club dance on 9 May?", DANCE, "2 pm"),
        ("Until when is there warm soup?", CAFE, "1.30 pm"),
    ],
)
def test_the_time_beside_what_is_asked_is_told(question: str, text: str, told: str) -> None:
    assert given(question, text) == told


def test_no_time_is_told_where_none_stands_beside_it() -> None:
    assert given("What time is the raffle?", LIDO) is None
