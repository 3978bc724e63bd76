"""Small talk is recognised in many phrasings, and questions are never taken for it."""

from pathlib import Path

import pytest

from bot.phrasing import Phrases, load_phrases
from bot.replying.small_talk import small_talk

FOLDER = Path(__file__).parent.parent / "config" / "phrases"


@pytest.fixture(scope="module")
def english() -> Phrases:
    return load_phrases(FOLDER)["en"]


@pytest.mark.parametrize(
    ("message", "subject"),
    [
        ("hello", "hello"),
        ("Hellooooo!!!", "hello"),
        ("hi there 👋", "hello"),
        ("Hi, how are you today?", "feelings"),
        ("Thanks a lot!", "thanks"),
        ("thnaks", "thanks"),
        ("thank you so much", "thanks"),
        ("Who are you?", "who"),
        ("what can u do", "who"),
        ("ok, bye", "bye"),
        ("nvm", "assent"),
        ("ok, forget it", "assent"),
        ("cancel", "assent"),
        ("hm k thx", "thanks"),
        ("lol", "thanks"),
        ("wow, really?", "thanks"),
        ("Help!", "who"),
        ("help me please", "who"),
        ("Thanks for the help", "thanks"),
        ("helo", "hello"),
        ("What is this folder about?", "contents"),
        ("what's new?", "contents"),
        ("what is this about", "contents"),
    ],
)
def test_small_talk_is_recognised(english: Phrases, message: str, subject: str) -> None:
    assert small_talk(message, english) == subject


@pytest.mark.parametrize(
    "message",
    [
        "",
        "?!",
        "hi, when was the lighthouse built?",
        "who is the keeper",
        "when",
        "Who helped?",
        "why?",
        "thanks to whom was the bridge built",
        "What is the name of the ship?",
        "what is the ship about",
        "what's new at the harbour?",
        "who are the guarantors",
    ],
)
def test_questions_are_no_small_talk(english: Phrases, message: str) -> None:
    assert small_talk(message, english) == ""


def test_another_word_in_a_phrase_is_no_slip(english: Phrases) -> None:
    assert small_talk("what should I pack?", english) == ""
    assert small_talk("what shoudl I ask?", english) == "contents"
