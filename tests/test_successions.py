"""Who came before or after somebody, asked in a few words, and told the right way round."""

from __future__ import annotations

import pytest

from bot.answering.first_line.fitting import fits
from bot.answering.grammar.sentence import read_sentence
from bot.answering.people.agents import agent_told
from retrieval.question import parse_question
from retrieval.records import Span
from tests.leaning import after

FOLLOWED = "Ida Holm was succeeded in 1990 by Jon Lund."
TOOK_OVER = "Clara Berg took over from Nils Aas in May."


@pytest.mark.parametrize(
    ("message", "earlier", "whole"),
    [
        ("and before her?", "Who is the harbour master?", "Who was the harbour master before"),
        ("who was it before?", "who is the new vicar now?", "who was the vicar before"),
        ("and after that?", "who was the first vicar?", "who was the vicar after"),
        ("and then?", "who ran the inn?", "who succeeded"),
        ("who came after him?", "Who founded the bank?", "who succeeded"),
        ("who came after her?", "Where was Ida Holm born?", "who succeeded"),
    ],
)
def test_who_came_before_or_after_is_asked_of_the_person_told(
    message: str, earlier: str, whole: str
) -> None:
    found = after(message, earlier, short="Ida Holm")
    assert found.text.casefold() == f"{whole} Ida Holm?".casefold()


@pytest.mark.parametrize(
    ("earlier", "whole"),
    [
        (("who was the vicar before Jon Lund?",), "until when was the vicar Ida Holm?"),
        (("who runs the inn", "who succeeded Jon Lund?"), "until when does Ida Holm run the inn?"),
        (("who ran the inn", "who came after Jon Lund"), "until when did Ida Holm run the inn?"),
    ],
)
def test_how_long_a_successor_stayed_is_asked_of_the_office(
    earlier: tuple[str, ...], whole: str
) -> None:
    assert after("until when?", *earlier, short="Ida Holm").text == whole


@pytest.mark.parametrize(
    ("message", "earlier", "short"),
    [
        ("and then?", "who opened the bridge?", "Ida Holm"),
        ("and before that?", "who won the cup in 2010?", "Ida Holm"),
        ("and after that?", "when is the fair?", "in May"),
        ("who was the mayor before the war?", "who is the mayor?", "Ida Holm"),
    ],
)
def test_no_successor_is_asked_for_of_a_single_deed(message: str, earlier: str, short: str) -> None:
    found = after(message, earlier, short=short).text
    assert "succeeded" not in found
    assert "before Ida" not in found


@pytest.mark.parametrize(
    ("question", "text", "name", "right"),
    [
        ("Who succeeded Ida Holm?", FOLLOWED, "Jon Lund", True),
        ("Who was vicar before Jon Lund?", FOLLOWED, "Ida Holm", True),
        ("Who succeeded Jon Lund?", FOLLOWED, "Ida Holm", False),
        ("Who was vicar after Jon Lund?", FOLLOWED, "Ida Holm", False),
        ("Who took over from Nils Aas?", TOOK_OVER, "Clara Berg", True),
        ("Who was vicar before Clara Berg?", TOOK_OVER, "Nils Aas", True),
        ("Who was vicar after Clara Berg?", TOOK_OVER, "Nils Aas", False),
    ],
)
def test_whoever_came_before_is_no_successor(
    question: str, text: str, name: str, right: bool
) -> None:
    start = text.index(name)
    assert fits(parse_question(question), text, Span(start, start + len(name))) is right


def test_nobody_follows_himself() -> None:
    assert agent_told(parse_question("Who succeeded Jon Lund?"), read_sentence(FOLLOWED)) is None
