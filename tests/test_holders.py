"""Who holds an office stands beside it, who did a deed behind "by"."""

from __future__ import annotations

import pytest

from bot.answering.grammar.sentence import read_sentence
from bot.answering.people.agents import agent_told
from bot.answering.people.holders import holder_told
from bot.answering.people.identity import asking_for_holder
from retrieval.question import parse_question


def named(question: str, text: str) -> str | None:
    asked, sentence = asking_for_holder(parse_question(question)), read_sentence(text)
    found = holder_told(asked, sentence) or agent_told(asked, sentence)
    return None if found is None else text[found.start : found.end]


@pytest.mark.parametrize(
    ("question", "text", "name"),
    [
        ("Who is the mediator?", "It was signed before mediator Ida Holm of Lunde.", "Ida Holm"),
        ("Who is the architect of the mill?", "The architect is Lena Moss.", "Lena Moss"),
        ("Who is the treasurer?", "Mr Otto Maier (treasurer) read the minutes.", "Otto Maier"),
        ("Who is the director of the mill?", "Its director, Lena Moss, left.", "Lena Moss"),
        ("Who is the envoy of Tarvia?", "Tarvia's envoy Nils Lund spoke.", "Nils Lund"),
        ("Who is the envoy of Selmark?", "Tarvia's envoy Nils Lund spoke.", None),
        ("who is treasurer", "Mr Otto Maier (treasurer) read the minutes.", "Otto Maier"),
        ("Who is the head?", "Head: Mrs Lena Moss.", "Lena Moss"),
        ("Who is the head?", "Deputy head: Mr Otto Maier.", None),
        ("Who is the deputy head?", "Deputy head: Mr Otto Maier.", "Otto Maier"),
        ("Who is the mayor?", "The former mayor Ida Holm spoke.", None),
        ("Who was elected mayor by the council?", "She was elected by the council.", None),
        (
            "Who is the harbour master?",
            "With us was the harbour master, Captain R. Dunmore.",
            "R. Dunmore",
        ),
        ("Who is the envoy?", "The envoy Nils Lund met the envoy Ida Holm.", None),
        (
            "Who is the president of Norway?",
            "He cited Norwegian President Ida Holm and Danish President Nils Lund.",
            "Ida Holm",
        ),
        ("Who is the mayor of Lunde?", "Mayor Ida Holm met Lunde Mayor Nils Lund.", "Nils Lund"),
        ("Who is the CEO of Tarvo?", "Ida Holm, CEO of Tarvo, said so.", "Ida Holm"),
        ("Who is the CEO of Tarvo?", "Tarvo CEO Ida Holm resigned on Monday.", "Ida Holm"),
        ("Who is the CEO of Tarvo?", "The CEO of Selva, Ida Holm, met Tarvo staff.", None),
        ("Who is the administrator of OWAS?", "OWAS Administrator Ida Holm came.", "Ida Holm"),
        ("Who is the governor of Selmark?", "Selmark Gov. Ida Holm came.", "Ida Holm"),
        ("Who is the governor?", "He met the Governors Association on Monday.", None),
        (
            "Who is the foreign minister of Denmark?",
            "Foreign Minister Ida Holm and her Danish counterpart, Nils Lund, met in Oslo.",
            "Nils Lund",
        ),
        (
            "Who is Norway's foreign minister?",
            "Norwegian Foreign Minister Ida Holm and her Danish counterpart, Nils Lund, met.",
            "Ida Holm",
        ),
        ("Who was mayor before Holm?", "The mayor, Ida Holm, opened the mill.", None),
        ("Who will run it?", "It will be run by volunteers from April.", "volunteers"),
        ("Who builds the mill?", "The mill is being built by Holm Timber and Sons.", "Holm Timber"),
        (
            "Who attended the feast?",
            "The feast was attended by the mayor's guests as well as many bakers.",
            "mayor's guests as well as many bakers",
        ),
        ("Who takes part in the feast?", "They take part in a feast given by the mayor.", None),
        (
            "Who raised the alarm?",
            "The alarm was raised at noon by a baker, Ida Holm, from her yard.",
            "Ida Holm",
        ),
    ],
)
def test_the_holder_is_named_beside_the_office_and_the_doer_behind_by(
    question: str, text: str, name: str | None
) -> None:
    found = named(question, text)
    assert found == name if name is None else found is not None and name in found
