"""Conversations are remembered for a while, each on its own, small and never without bound."""

from __future__ import annotations

import sys

import pytest

from bot.assistant import Assistant
from bot.conversation import Conversations, Turn, turn_of
from retrieval.question import Question
from tests.helpers import held

ASKED = (
    "When was the lighthouse of Skarvoy built?",
    "Who was the last keeper?",
    "How far can the lamp be seen?",
    "How many passengers does the ferry carry?",
    "Who painted the lighthouse in gold and silver?",
    "How long does the crossing take?",
)
PEOPLE = 50
BYTES = 2_500  # of a conversation of six turns, whatever was asked and offered in it


class Clock:
    """A clock that is set by hand, in seconds."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def turn(text: str) -> Turn:
    return Turn(text, "en")


def texts(turns: tuple[Turn, ...]) -> list[str]:
    return [turn.text for turn in turns]


def test_turns_come_back_in_order_and_only_the_last_ones() -> None:
    conversations = Conversations(seconds=60, turns=2, limit=10)
    conversations.resume("anna", [turn(text) for text in ("a?", "b?", "c?")])
    assert texts(conversations.turns("anna")) == ["b?", "c?"]
    assert conversations.turns("ben") == ()


def test_a_long_silence_starts_a_conversation_afresh() -> None:
    clock = Clock()
    conversations = Conversations(seconds=60, turns=5, limit=10, clock=clock)
    conversations.resume("anna", [turn("a?")])
    clock.now = 61
    assert conversations.turns("anna") == ()
    conversations.resume("anna", [turn("b?")])
    assert texts(conversations.turns("anna")) == ["b?"]


def test_the_longest_silent_conversations_make_room() -> None:
    conversations = Conversations(seconds=60, turns=5, limit=2)
    for name in ("anna", "ben", "carl"):
        conversations.resume(name, [turn("a?")])
    assert conversations.turns("anna") == ()
    assert texts(conversations.turns("carl")) == ["a?"]


def test_forgetting_is_at_once() -> None:
    conversations = Conversations(seconds=60, turns=5, limit=2)
    conversations.resume("anna", [turn("a?")])
    conversations.forget("anna")
    assert conversations.turns("anna") == ()


def test_a_conversation_is_held_as_a_few_short_texts(assistant: Assistant) -> None:
    conversations = Conversations(seconds=60, turns=len(ASKED), limit=PEOPLE)
    nobody = sum(map(sys.getsizeof, held(conversations)))
    for person in range(PEOPLE):
        answers = [assistant.ask(f"{text} (for {person})") for text in ASKED]
        turns = [turn for answer in answers if (turn := turn_of(answer)) is not None]
        assert len(turns) == len(ASKED)
        conversations.resume(f"person {person}", turns)
    kept = held(conversations)
    assert not any(isinstance(thing, Question) for thing in kept)
    assert (sum(map(sys.getsizeof, kept)) - nobody) / PEOPLE < BYTES


def test_a_message_leans_on_the_turns_it_is_given(assistant: Assistant) -> None:
    keeper = turn_of(assistant.ask(ASKED[1]))
    assert keeper is not None
    assistant.ask("How high is the tower?", conversation="ada")
    left = assistant.ask("When did he leave?", conversation="ada", after=[keeper])
    assert "3 March 1986" in left.lead
    assert texts(assistant.turns("ada")) == [ASKED[1], left.question.text]
    alone = assistant.ask("When did he leave?", conversation="ada", after=[])
    assert "Nils Berg" in left.question.text
    assert "Nils Berg" not in alone.question.text


@pytest.mark.parametrize("said", ["Hello", "Thank you!", "???"])
def test_small_talk_is_passed_over_by_what_follows(assistant: Assistant, said: str) -> None:
    assistant.ask(ASKED[1], conversation="ada")
    assistant.ask(said, conversation="ada")
    assert "3 March 1986" in assistant.ask("When did he leave?", conversation="ada").lead
