"""Clauses that leave out the verb of the one before still tell what is asked."""

from __future__ import annotations

import pytest

from bot.answering.amounts.allotting import allotted
from bot.answering.first_line.fitting import fits
from bot.answering.forms.gapping import placed_told, told_in_gap
from retrieval.question import parse_question
from retrieval.records import Span
from tests.leaning import after
from tests.lines import told_by

RACE = "The sack race was won by Bo Lind; Ida Holm came second and Jon Aas third."
BOXES = "Mail goes into the red box, parcels into the yellow one and papers into the grey one."
VOTE = "Nine members voted for the plan and two against it."


@pytest.mark.parametrize(
    ("question", "text", "told"),
    [
        ("Who came third?", RACE, "Jon Aas"),
        ("who was second in the sack race", RACE, "Ida Holm"),
        ("Who finished 3rd?", "The Otter came second and the Heron third.", "the Heron"),
        ("Who came fourth?", RACE, None),
        ("who was the second mayor", "Ida Holm was the second mayor.", None),
        ("Who won?", RACE, None),
    ],
)
def test_who_came_in_a_place_stands_before_it(question: str, text: str, told: str | None) -> None:
    assert told_by(placed_told, question, text) == told


@pytest.mark.parametrize(
    ("question", "text", "told"),
    [
        ("Which box do parcels go into?", BOXES, "the yellow one"),
        ("where do papers go", BOXES, "the grey one"),
        ("Which box is for mail?", BOXES, None),
        ("Where does the bus go?", "The bus goes to Holm, and parcels are sent by rail.", None),
    ],
)
def test_a_clause_without_a_verb_tells_its_own(question: str, text: str, told: str | None) -> None:
    assert told_by(told_in_gap, question, text) == told


@pytest.mark.parametrize(
    ("question", "text", "amount"),
    [
        ("how many voted against the plan", VOTE, "two"),
        ("how many were for it", VOTE, "Nine members"),
        (
            "how much does the parish pay",
            "The town pays 70,000 euros, and the parish the remaining 20,000.",
            "20,000",
        ),
        ("how much did Lind get", "Holm received £40, Lind £15.", "£15"),
        ("how much time did Lind get", "Holm received £40, Lind £15.", None),
    ],
)
def test_each_side_has_its_own_figure(question: str, text: str, amount: str | None) -> None:
    assert told_by(allotted, question, text) == amount


@pytest.mark.parametrize(
    ("message", "earlier", "whole"),
    [
        ("and third?", "Who won the sack race?", "who came third in the sack race?"),
        ("who was second?", "who won in Oslo?", "who came second in Oslo?"),
        ("and the second?", "how much did the winners get?", "how much did the second get?"),
        ("and against?", "how many voted for the plan?", "how many voted against the plan?"),
        ("how many against?", "how many voted for the plan?", "how many voted against the plan?"),
        ("and without?", "what is a stay with breakfast?", "what is a stay without breakfast?"),
        ("and third?", "When was the second fair?", "When was the third fair?"),
    ],
)
def test_another_place_or_side_is_asked_for(message: str, earlier: str, whole: str) -> None:
    assert after(message, earlier).text == whole


@pytest.mark.parametrize(
    ("question", "text", "words", "right"),
    [
        ("Who won the regatta in 2012?", "The regatta of 2011 was won by Holm.", "Holm", False),
        ("Who won the regatta in 2011?", "The regatta of 2011 was won by Holm.", "Holm", True),
        ("Who won it before 2012?", "The regatta of 2011 was won by Holm.", "Holm", True),
        ("Who won the regatta in 2012?", "In 2010 Holm won it.", "Holm", False),
        ("How old is Ida Holm?", "Ida Holm led the band for nine years.", "nine years", False),
        ("How old is Ida Holm?", "Ida Holm, 51, leads the band.", "51", True),
        ("Where is Ida Holm from?", "The cook is Ida Holm, the host Jon Aas.", "Jon Aas", False),
        ("Where is Ida Holm from?", "The cook, Ida Holm, was born in Lunde.", "Lunde", True),
    ],
)
def test_another_year_a_span_or_a_neighbour_is_no_answer(
    question: str, text: str, words: str, right: bool
) -> None:
    start = text.index(words)
    assert fits(parse_question(question), text, Span(start, start + len(words))) is right
