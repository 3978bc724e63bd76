"""A message with several questions gets an answer to each of them."""

from __future__ import annotations

import pytest

from bot.answer import Verdict
from bot.assistant import Assistant
from bot.conversation import turn_of
from bot.rendering import render_answer
from bot.replying.several import questions_in
from tests.helpers import assistant_on

KILN = """The kiln of Orrin was built in 1811 by the potter Meg Tarn. It is nine metres high.
The dragon kiln was fired for the last time on 3 May 1974. A visit costs 4 euros.
A visit takes half an hour.
"""


@pytest.fixture(scope="module")
def kiln(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return assistant_on({"kiln.txt": KILN}, tmp_path_factory.mktemp("kiln"))


@pytest.mark.parametrize(
    ("message", "questions"),
    [
        ("who built it and in what year", ("who built it?", "in what year?")),
        ("where and when was it held?", ("where was it held?", "when was it held?")),
        ("when was it built? who paid?", ("when was it built?", "who paid?")),
        ("how old is the bell and how heavy", ("how old is the bell?", "how heavy?")),
        ("pls tell me who came and is it free", ("who came?", "is it free?")),
        ("hi! when is it? and how much?", ("when is it?", "how much?")),
        (
            "when and where was it and who won",
            ("when was it?", "where was it?", "who won?"),
        ),
    ],
)
def test_questions_are_taken_apart(message: str, questions: tuple[str, ...]) -> None:
    assert questions_in(message, "en") == questions


@pytest.mark.parametrize(
    "message",
    [
        "who built the kiln",
        "how many people came and left?",
        "who came and was the first to leave?",
        "what happened when the dam broke and when the town flooded?",
        "is it known when and where it was built?",
        "what is the difference between who and whom?",
        "who is the man who built the mill and who sold it?",
        "how many men and how many women work there?",
        "When was it built? Do the sources agree?",
        "can you help me? when is the fair?",
        "The mill burnt in 1920. Who built it?",
        "how do i know if and when it opens",
        "¿Cuándo y dónde se construyó?",
    ],
)
def test_one_question_stays_whole(message: str) -> None:
    assert questions_in(message, "en") == ()


def test_each_question_is_answered_and_proved(kiln: Assistant) -> None:
    answer = kiln.ask("who built the kiln of Orrin and how high is it?")
    assert answer.lead == "Meg Tarn; nine metres"
    assert [quote.text[:8] for quote in answer.quotes] == ["The kiln", "It is ni"]
    shown = render_answer(answer, kiln.phrases()).text
    assert shown.index("how high is the kiln of Orrin") < shown.index("nine metres")


def test_a_quote_that_proves_two_answers_is_shown_once(kiln: Assistant) -> None:
    answer = kiln.ask("when and by whom was the kiln of Orrin built?")
    assert len(answer.quotes) == 1
    shown = render_answer(kiln.ask("who built the kiln of Orrin and when"), kiln.phrases()).text
    assert shown.count("│") == 0
    assert shown.count("The kiln of Orrin was built in 1811") == 1


def test_what_the_documents_leave_out_is_told_beside_what_they_tell(kiln: Assistant) -> None:
    answer = kiln.ask("how much is a visit and who is the chef?")
    assert answer.lead.startswith("4 euros; ")
    assert [part.verdict is Verdict.NOT_FOUND for part in answer.parts] == [False, True]
    assert not answer.refused
    assert not answer.answered


def test_the_next_question_leans_on_the_last_one(kiln: Assistant) -> None:
    asked = ("who built the kiln of Orrin and when?", "how high is it?")
    first, second = [kiln.ask(message, conversation="ada") for message in asked]
    turn = turn_of(first)
    assert turn is not None
    assert turn.text == first.parts[-1].question.text
    assert second.lead == "nine metres"


def test_why_explains_a_quote_by_its_own_question(kiln: Assistant) -> None:
    answer = kiln.ask("how much is a visit and when was the dragon kiln fired for the last time?")
    explained = kiln.explain(answer, quote=1)
    assert explained is not None
    assert "dragon" in [part.name for part in explained.parts]
