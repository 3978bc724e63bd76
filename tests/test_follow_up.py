"""Messages that lean on earlier ones become questions that stand alone."""

from __future__ import annotations

import pytest

from bot.conversation import Turn
from bot.follow_up import Resolved, resolve
from bot.phrasing import load_phrases
from bot.settings import PROJECT_FILES
from retrieval.question import parse_question

WORDS = load_phrases(PROJECT_FILES / "config" / "phrases")["en"].follow_up


def after(message: str, *earlier: str, short: str = "", offers: tuple[str, ...] = ()) -> Resolved:
    turns = tuple(Turn(parse_question(text), short, None, offers) for text in earlier)
    return resolve(message, turns, words=WORDS, language="en")


@pytest.mark.parametrize(
    ("message", "earlier", "whole"),
    [
        ("and the second?", "When was the first meeting held?", "second meeting"),
        ("When was that?", "Who opened the new bridge?", "the new bridge"),
        ("Who built it?", "When was the lighthouse built?", "Who built the lighthouse"),
        ("and in 2018?", "How many ships came in 2017?", "2018"),
        ("no, I meant Oslo", "Who lives in Bergen?", "Who lives in Oslo?"),
        ("why?", "When did the keeper leave the island?", "why did the keeper leave"),
    ],
)
def test_what_is_left_out_is_filled_in(message: str, earlier: str, whole: str) -> None:
    found = after(message, earlier)
    assert found.inherited
    assert whole.casefold() in found.text.casefold()


@pytest.mark.parametrize(
    "message",
    [
        "When was the mill of Aurland moved?",
        "Was there an agreement in the fifth round?",
        "Is there a ferry to the island?",
    ],
)
def test_a_question_that_stands_alone_starts_afresh(message: str) -> None:
    assert after(message, "Who are the keepers of the tower?") == Resolved(message, inherited=False)


def test_he_is_the_person_who_was_the_answer() -> None:
    found = after("When did he leave?", "Who was the last keeper?", short="Nils Berg")
    assert found.text == "When did Nils Berg leave?"


def test_the_third_follow_up_works_as_the_first() -> None:
    turns = ["When was the first round held?", "When was the second round held?"]
    assert after("and the third?", *turns).text == "When was the third round held?"


@pytest.mark.parametrize(("message", "taken"), [("yes", "A?"), ("2", "B?"), ("Yes please!", "A?")])
def test_an_offer_is_taken_up_by_yes_or_by_its_number(message: str, taken: str) -> None:
    assert after(message, "Who is zzyzx?", offers=("A?", "B?")).text == taken


def test_without_anything_before_a_message_stays_as_it_is() -> None:
    assert after("and the second?") == Resolved("and the second?", inherited=False)
