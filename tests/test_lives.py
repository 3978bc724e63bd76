"""The years in brackets behind a name tell when somebody was born and died."""

from __future__ import annotations

import pytest

from bot.answering.grammar.sentence import read_sentence
from bot.answering.times.lives import life_date
from retrieval.question import parse_question

LIFE = "Ida Maria Holm (3 May 1871 – 19 October 1948) was a baker in Ostra."


def told(question: str, text: str = LIFE) -> str | None:
    span = life_date(parse_question(question), read_sentence(text))
    return None if span is None else text[span.start : span.end]


@pytest.mark.parametrize(
    ("question", "date"),
    [
        ("When was Ida Holm born?", "3 May 1871"),
        ("When did Ida Holm die?", "19 October 1948"),
        ("What is the date of birth of Holm?", "3 May 1871"),
        ("When did Ida Holm bake?", None),
        ("When did Olav Lie die?", None),
    ],
)
def test_birth_comes_first_and_death_last(question: str, date: str | None) -> None:
    assert told(question) == date


def test_other_brackets_tell_no_life() -> None:
    assert told("When did Holm die?", "Holm (a baker) died in 1948.") is None
    assert told("When was Holm born?", "Holm (1871-1948) baked.") == "1871"
