"""Conversations are remembered for a while, each on its own, and never without bound."""

from bot.conversation import Conversations, Turn
from retrieval.question import parse_question


class Clock:
    """A clock that is set by hand, in seconds."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def turn(text: str) -> Turn:
    return Turn(question=parse_question(text), short="", quoted=None, offers=())


def texts(turns: tuple[Turn, ...]) -> list[str]:
    return [turn.question.text for turn in turns]


def test_turns_come_back_in_order_and_only_the_last_ones() -> None:
    conversations = Conversations(seconds=60, turns=2, limit=10)
    for text in ("a?", "b?", "c?"):
        conversations.remember("anna", turn(text))
    assert texts(conversations.turns("anna")) == ["b?", "c?"]
    assert conversations.turns("ben") == ()


def test_a_long_silence_starts_a_conversation_afresh() -> None:
    clock = Clock()
    conversations = Conversations(seconds=60, turns=5, limit=10, clock=clock)
    conversations.remember("anna", turn("a?"))
    clock.now = 61
    assert conversations.turns("anna") == ()
    conversations.remember("anna", turn("b?"))
    assert texts(conversations.turns("anna")) == ["b?"]


def test_the_longest_silent_conversations_make_room() -> None:
    conversations = Conversations(seconds=60, turns=5, limit=2)
    for name in ("anna", "ben", "carl"):
        conversations.remember(name, turn("a?"))
    assert conversations.turns("anna") == ()
    assert texts(conversations.turns("carl")) == ["a?"]


def test_forgetting_is_at_once() -> None:
    conversations = Conversations(seconds=60, turns=5, limit=2)
    conversations.remember("anna", turn("a?"))
    conversations.forget("anna")
    assert conversations.turns("anna") == ()
