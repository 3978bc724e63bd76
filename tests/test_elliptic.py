"""Questions that leave their verb out, and phrases that take the place of a part of one."""

from __future__ import annotations

import pytest

from bot.conversation import Turn
from bot.follow_up import resolve
from bot.phrasing import load_phrases
from bot.settings import PROJECT_FILES
from tests.leaning import WORDS, after, background, readings


@pytest.mark.parametrize(
    ("message", "earlier", "whole"),
    [
        (
            "and how much before the end of April?",
            "What does a season ticket for the lido cost?",
            "What does a season ticket for the lido cost before the end of April?",
        ),
        (
            "how much for the day?",
            "What does a ticket cost for a pupil?",
            "What does a ticket cost for a pupil for the day?",
        ),
        ("when in winter?", "How often does the ferry run?", "when does the ferry run in winter?"),
        (
            "how many cars in 2016?",
            "How many ships came in 2015?",
            "How many cars came in 2016?",
        ),
        ("and how many cars?", "How many ships came in May?", "How many cars came in May?"),
    ],
)
def test_a_question_without_a_verb_has_that_of_the_one_before(
    message: str, earlier: str, whole: str
) -> None:
    assert after(message, earlier).text == whole


@pytest.mark.parametrize("message", ["how much does it cost for a child?", "how far is it to Oslo"])
def test_a_question_with_a_verb_is_asked_in_its_own_words(message: str) -> None:
    assert after(message, "Where does the ferry stop?").text.startswith(message[:9])


@pytest.mark.parametrize(
    ("message", "earlier", "whole"),
    [
        ("and a bun?", "What is the price of a cake?", "What is the price of a bun?"),
        ("and of a bun?", "What is the price of a cake?", "What is the price of a bun?"),
        ("and the width?", "What is the height of the gate?", "What is the width of the gate?"),
        ("and the gardener?", "Who is the keeper of the lock?", "Who is the gardener?"),
        (
            "and one more lamp?",
            "What is the price of a cake?",
            "What is the price of one more lamp?",
        ),
        (
            "and the stages and the sound?",
            "How much did the artists cost?",
            "How much did the stages and the sound cost?",
        ),
        (
            "and down again?",
            "How long does it take to climb from the hut to the top?",
            "How long does it take to climb from the hut to the top down again?",
        ),
        (
            "and at Oslo?",
            "Which animal was found with the man of Bergen?",
            "Which animal was found at Oslo?",
        ),
    ],
)
def test_a_fragment_takes_the_place_of_its_like_alone(
    message: str, earlier: str, whole: str
) -> None:
    assert after(message, earlier).text == whole


@pytest.mark.parametrize(
    ("message", "earlier", "whole"),
    [
        ("and the year before?", "How many came in 2015?", "How many came in 2014?"),
        ("who won it the year after?", "Who won the cup in 2015?", "who won the cup in 2016?"),
        ("what fell a year later?", "When did the war of 1812 begin?", "what fell in 1813?"),
        ("and in the following year?", "How many came in 2015?", "How many came in 2016?"),
        (
            "how many seals in the winter before that?",
            "How many seals came in the winter of 2020/21?",
            "How many seals came in 2019/20?",
        ),
    ],
)
def test_a_year_beside_the_one_spoken_of_is_told(message: str, earlier: str, whole: str) -> None:
    assert after(message, earlier).text == whole


@pytest.mark.parametrize(
    ("language", "message", "earlier", "year"),
    [
        ("es", "¿y el año anterior?", "¿Cuántos barcos llegaron en 2015?", "2014"),
        ("es", "¿y un año después?", "¿Cuántos barcos llegaron en 2015?", "2016"),
        ("ru", "а годом раньше?", "Сколько судов пришло в 2015 году?", "2014"),
        ("ru", "а на следующий год?", "Сколько судов пришло в 2015 году?", "2016"),
    ],
)
def test_a_year_beside_the_one_spoken_of_is_told_in_other_tongues(
    language: str, message: str, earlier: str, year: str
) -> None:
    words = load_phrases(PROJECT_FILES / "config" / "phrases")[language].follow_up
    known = background(Turn(earlier, language))
    found = resolve(message, known, words=words, language=language)[0]
    assert found.text == earlier.replace("2015", year)


@pytest.mark.parametrize("earlier", ["How many came?", "How many of the 2,015 came?"])
def test_without_a_year_the_year_before_is_left_as_it_is(earlier: str) -> None:
    assert "before" in after("how many left the year before?", earlier).text


@pytest.mark.parametrize(
    ("message", "earlier", "whole"),
    [
        (
            "when does the one after that take place?",
            "When did Dr Tarrant give her lecture on salt?",
            "when does the next lecture take place?",
        ),
        ("where was the one before it?", "Where is the fair?", "where was the previous fair?"),
        (
            "when is that second one done?",
            "What if my other eye needs an operation?",
            "when is that second operation done?",
        ),
    ],
)
def test_the_one_after_that_is_the_next_of_its_kind(message: str, earlier: str, whole: str) -> None:
    assert after(message, earlier).text == whole


@pytest.mark.parametrize(
    ("message", "whole"),
    [
        ("how do I get there?", "how do I get to the museum?"),
        ("what is kept there?", "what is kept in the museum?"),
    ],
)
def test_one_goes_to_a_place_and_is_in_it(message: str, whole: str) -> None:
    assert after(message, "Who leads the museum?").text == whole


@pytest.mark.parametrize(
    ("message", "earlier"),
    [
        ("and what is normal?", "When should I ring the eye clinic?"),
        ("and which delays are not?", "When can I claim back the fare?"),
    ],
)
def test_what_i_do_something_to_is_not_what_a_question_of_its_own_is_about(
    message: str, earlier: str
) -> None:
    found = resolve(message, background(Turn(earlier, "en")), words=WORDS, language="en")
    assert min(found, key=lambda reading: reading.doubt).text == message


def test_texts_may_say_the_year_before_too() -> None:
    found = readings("and why the loss in the year before?", "What did the firm make in 2035?")
    assert found == ["why the loss in 2034?", "and why the loss in the year before?"]
