"""What a follow-up takes over is taken over whole, and nothing that it has itself."""

from __future__ import annotations

import pytest

from bot.follow_up.parts.reading import read
from tests.leaning import after, readings


@pytest.mark.parametrize(
    ("message", "earlier", "whole"),
    [
        (
            "who paid for it?",
            "When did the team buy a new all-terrain vehicle?",
            "who paid for the new all-terrain vehicle?",
        ),
        ("how long is it?", "Who led the sing-along?", "how long is the sing-along?"),
        ("and check-out?", "What time is check-in?", "What time is check-out?"),
        ("how big is it?", "Who uses the walk-in freezer?", "how big is the walk-in freezer?"),
    ],
)
def test_words_tied_by_hyphens_are_one_noun(message: str, earlier: str, whole: str) -> None:
    assert whole in readings(message, earlier)


def test_what_is_done_again_is_a_verb_for_all_its_hyphen() -> None:
    found = after("why?", "When was the mayor re-elected?")
    assert found.text == "why was the mayor re-elected?"


@pytest.mark.parametrize(
    ("message", "earlier", "whole"),
    [
        (
            "what does it cost?",
            "How long is the beginners' course?",
            "what does the beginners' course cost?",
        ),
        ("how big is it?", "Who runs the farmers' market?", "how big is the farmers' market?"),
    ],
)
def test_what_belongs_to_several_is_told_with_them(message: str, earlier: str, whole: str) -> None:
    assert after(message, earlier).text == whole


@pytest.mark.parametrize(
    ("message", "earlier", "whole"),
    [
        ("and the women's?", "Who won the men's race?", "Who won the women's race?"),
        ("and the girls'?", "When is the boys' final?", "When is the girls' final?"),
        ("and Ann's?", "How long is Birgit's boat?", "How long is Ann's boat?"),
        ("what about the king's?", "How old was her horse?", "How old was the king's horse?"),
    ],
)
def test_an_owner_takes_the_place_of_another(message: str, earlier: str, whole: str) -> None:
    assert after(message, earlier).text == whole


@pytest.mark.parametrize(
    ("message", "earlier", "whole"),
    [
        ("is it limited?", "What does parking cost?", "is parking limited?"),
        ("when did it sink?", "How many were on board the ferry?", "when did the ferry sink?"),
    ],
)
def test_a_phrase_begins_behind_what_leads_it_in(message: str, earlier: str, whole: str) -> None:
    assert after(message, earlier).text == whole


def test_what_one_can_do_is_no_name() -> None:
    asked = read("Until when can I cancel?", language="en", is_name={"cancel"}.__contains__)
    assert not asked.slots


@pytest.mark.parametrize(
    ("message", "earlier", "short", "whole"),
    [
        (
            "when do they take place?",
            "What do the guided tours cost?",
            "6 euros",
            "when do the guided tours take place?",
        ),
        (
            "when does it take place?",
            "What does the fair cost?",
            "6 euros",
            "when does the fair take place?",
        ),
        (
            "when did it take place?",
            "Who opened the bridge?",
            "Ann Lee",
            "when did Ann Lee open the bridge?",
        ),
    ],
)
def test_what_has_a_price_takes_place_itself(
    message: str, earlier: str, short: str, whole: str
) -> None:
    assert after(message, earlier, short=short).text == whole


def test_a_question_with_a_place_of_its_own_takes_no_other_over() -> None:
    found = readings("how long do people wait at the ferry?", "How long is the wait in Oslo?")
    assert found == ["how long do people wait at the ferry?"]
