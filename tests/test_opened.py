"""What a message says in front of its question takes nothing from the answer."""

from __future__ import annotations

import pytest

from bot.assistant import Assistant
from bot.follow_up.opened import asked_alone
from retrieval.question import parse_question

NAMES = frozenset({"havørn", "bergen"})


def alone(message: str) -> str:
    question = parse_question(message)
    return asked_alone(question, is_name=lambda word: word.casefold() in NAMES).text


@pytest.mark.parametrize(
    ("message", "asked"),
    [
        ("Hello! Who is Ingrid Holm?", "Who is Ingrid Holm?"),
        ("hi, who is ingrid holm", "who is ingrid holm"),
        ("I am writing a paper on old lights. Who was Ingrid Holm?", "Who was Ingrid Holm?"),
        ("My neighbour could not tell. When is the market?", "When is the market?"),
        ("Quick question: how high is the tower?", "how high is the tower?"),
        ("Hi! When was it built?", "When was it built?"),
    ],
)
def test_the_question_stands_alone(message: str, asked: str) -> None:
    assert alone(message) == asked


@pytest.mark.parametrize(
    "message",
    [
        "How high is the tower?",
        "I read about the Havørn. When does she sail?",
        "The Havørn sailed late. Who was aboard?",
        "In 1993 the light went out. Who lit it again?",
        "The second ferry was late. Who complained?",
        "I saw a seal on the rocks. How long do they sleep?",
        "I climbed the tower. How high is that?",
        "Who was the keeper? I mean the last one.",
        "Do the sources agree on how high the tower is?",
    ],
)
def test_it_stays_whole_where_the_rest_tells_of_what_is_meant(message: str) -> None:
    assert alone(message) == message


@pytest.mark.parametrize("opening", ["Hello!", "hi,", "I am a visitor and have little time."])
def test_it_is_answered_as_the_question_alone(assistant: Assistant, opening: str) -> None:
    for question in ("Who was the last keeper?", "Who is Ingrid Holm?"):
        plain = assistant.ask(question, conversation="plain")
        opened = assistant.ask(f"{opening} {question}", conversation=opening)
        assert (opened.lead, opened.short) == (plain.lead, plain.short)
