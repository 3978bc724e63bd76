""" "When was it?" after a question about people asks of what happened to them."""

from __future__ import annotations

import pytest

from tests.leaning import after, readings


@pytest.mark.parametrize(
    ("message", "earlier", "whole"),
    [
        ("when was it?", "How many were hurt in the tram accident?", "when was the tram accident?"),
        (
            "when was that?",
            "how many people saw the opera festival?",
            "when was the opera festival?",
        ),
        ("what caused it?", "list the victims", "what caused it?"),
        ("why did it happen?", "who are the dead?", "why did it happen?"),
        ("and when was it?", "who are the dead of the mine fire?", "when was the mine fire?"),
    ],
)
def test_it_is_what_happened_to_those_asked_about(message: str, earlier: str, whole: str) -> None:
    assert after(message, earlier).text.casefold() == whole


def test_of_people_hurt_it_is_asked_when_that_happened() -> None:
    found = readings("when was that?", "how many were hurt?", short="Twelve")
    assert found[:2] == ["when were twelve hurt?", "when did it happen?"]


@pytest.mark.parametrize(
    ("message", "earlier", "whole"),
    [
        (
            "when was it?",
            "who repaired the organ after the fire?",
            "when did they repair the organ",
        ),
        ("when was it built?", "how many people work at the mill?", "when was the mill built?"),
        ("when was that?", "how many bells were cast?", "when were the bells cast?"),
        (
            "when will that be?",
            "will anybody repair the organ after the fire?",
            "when will anybody repair the organ",
        ),
    ],
)
def test_it_is_a_deed_where_one_was_asked_about(message: str, earlier: str, whole: str) -> None:
    assert after(message, earlier).text.casefold().startswith(whole)


@pytest.mark.parametrize(
    ("message", "earlier", "whole"),
    [
        ("where were they taken?", "how many people were hurt?", "those who were hurt"),
        ("where were they taken?", "was anyone injured?", "those who were injured"),
        ("where were they housed?", "how many miners were saved?", "the miners"),
    ],
)
def test_those_who_were_counted_are_meant_by_they(message: str, earlier: str, whole: str) -> None:
    assert whole in after(message, earlier).text


def test_nobody_is_asked_for_who_did_the_same_twice() -> None:
    assert after("when did they come?", "how many people came?").text != (
        "when did those who came come?"
    )


@pytest.mark.parametrize(
    ("message", "earlier", "whole"),
    [
        (
            "how long did it take?",
            "who repaired the organ?",
            "how long did it take to repair the organ?",
        ),
        (
            "how long will it take?",
            "where will the organ be repaired?",
            "how long will the organ be repaired?",
        ),
        (
            "how long will it take?",
            "when does the train to Oslo leave?",
            "how long will the train take?",
        ),
        ("how much is it?", "when does the train leave?", "how much is the train?"),
        ("how much are they?", "who gives riding lessons?", "how much are riding lessons?"),
        ("how much was it?", "how much did they pay?", "how much did they pay?"),
        ("anyone else?", "who sang at the fair?", "who else sang at the fair?"),
        ("and adults?", "how much is the pool for pupils?", "how much is the pool for adults?"),
        ("and the apples?", "how much is the bread?", "how much are the apples?"),
        ("and secretary?", "who is the treasurer?", "who is the secretary?"),
    ],
)
def test_it_is_asked_of_the_thing_or_of_the_deed(message: str, earlier: str, whole: str) -> None:
    assert whole in readings(message, earlier)[:2]
