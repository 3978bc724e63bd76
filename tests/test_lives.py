"""The years beside a name, and labels below it, tell when somebody was born and died."""

from __future__ import annotations

import pytest

from bot.answering.grammar.sentence import read_sentence
from bot.answering.times.lives import life_date, life_place
from retrieval.question import Kind, parse_question
from retrieval.reading.text.blocks import blocks_of
from tests.lines import told_by

LIFE = "Ida Maria Holm (3 May 1871 – 19 October 1948) was a baker in Ostra."


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
    assert told_by(life_date, question, LIFE) == date


def test_other_brackets_tell_no_life() -> None:
    assert told_by(life_date, "When did Holm die?", "Holm (a baker) died in 1948.") is None
    assert told_by(life_date, "When was Holm born?", "Holm (1871-1948) baked.") == "1871"


LINES = "Ida Holm\nBorn: Ostra, Norland, May 29, 1860\nDied: Lunde, May 18, 1909"


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("When was Ida Holm born?", "May 29, 1860"),
        ("When did Ida Holm die?", "May 18, 1909"),
        ("Where was Ida Holm born?", "Ostra, Norland"),
        ("Where did Ida Holm die?", "Lunde"),
        ("Where did Olav Lie die?", None),
    ],
)
def test_labels_tell_where_and_when(question: str, line: str | None) -> None:
    asked, sentence = parse_question(question), read_sentence(LINES)
    span = life_date(asked, sentence) if asked.kind is Kind.WHEN else life_place(asked, sentence)
    assert (None if span is None else LINES[span.start : span.end]) == line


def test_two_days_behind_a_name_are_its_life() -> None:
    text = "HOLM, Ida “Ada” October 18, 1923 – August 31, 2013 Ida was born in Lunde."
    assert told_by(life_date, "When did Ida Holm die?", text) == "August 31, 2013"
    assert told_by(life_date, "When was Ida Holm born?", text) == "October 18, 1923"


def test_years_below_a_name_are_its_life() -> None:
    assert told_by(life_date, "When was Ida Holm born?", "Ida Holm\n1871 - 1948") == "1871"


def test_lines_of_a_life_belong_to_the_name_above_them() -> None:
    text = f"Bakers of Ostra\n\n{LINES}\nShe baked bread in Lunde for forty years.\n"
    first = next(block for block in blocks_of(text) if text[block.start :].startswith("Ida"))
    assert text[first.start : first.end] == LINES
