"""Messages that ask of the last answer alone: its proof once more, and more of what was found."""

from __future__ import annotations

import pytest

from bot.answer import Verdict
from bot.assistant import Assistant
from bot.rendering import render_answer
from tests.helpers import assistant_on, replies

WELL = "The well is 40 metres deep, according to the Water Office. It was dug in 1780.\n"
WELLS = {
    f"{name}.txt": f"{name}\n\nThe well of {name} is {depth} metres deep. It is covered by a lid.\n"
    for name, depth in (("Aldam", 31), ("Birkby", 12), ("Corran", 55), ("Dalby", 8), ("Esk", 20))
}


@pytest.fixture(scope="module")
def well(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return assistant_on({"well.md": WELL, **WELLS}, tmp_path_factory.mktemp("well"))


@pytest.mark.parametrize(
    "message",
    [
        "source?",
        "are you sure?",
        "and how do you know that?",
        "Where’s that from?",
        "is that true",
        "is that still so?",
        "¿De verdad?",
        "откуда это?",
    ],
)
def test_the_proof_of_an_answer_is_given_once_more(well: Assistant, message: str) -> None:
    first, again = replies(well, "How deep is the well of Corran?", message)
    assert again.lead == first.lead == "55 metres"
    assert again.quotes == first.quotes


def test_a_refusal_is_repeated_when_it_is_doubted(well: Assistant) -> None:
    (_, again) = replies(well, "Who painted the bandstand?", "are you sure?")
    assert again.verdict is Verdict.NOT_FOUND


def test_without_an_answer_before_there_is_nothing_to_prove(well: Assistant) -> None:
    (answer,) = replies(well, "are you sure?")
    assert not answer.short


@pytest.mark.parametrize("message", ["more", "Tell me more!", "and anything else?", "ещё", "más"])
def test_more_shows_what_was_not_quoted(well: Assistant, message: str) -> None:
    first, more = replies(well, "How deep is the well of Corran?", message)
    assert not more.short
    assert set(more.quotes).isdisjoint(first.quotes)
    assert more.quotes[0].passage == first.further[0].passage
    phrases = well.phrases(more.language)
    assert phrases.say("further", seed="") in render_answer(more, phrases).text


def test_every_more_goes_on_until_nothing_is_left(well: Assistant) -> None:
    found = replies(well, "How deep is the well of Corran?", *["more"] * 6)
    shown = [quote.passage.number for answer in found for quote in answer.quotes]
    assert len(shown) == len(set(shown)) == len(found[0].hits)
    assert found[-1].lead == "Nothing else was found for this question."


def test_more_does_not_hinder_a_follow_up(well: Assistant) -> None:
    *_, answer = replies(well, "How deep is the well of Corran?", "more", "and the well of Dalby?")
    assert answer.lead == "8 metres"


def test_there_is_no_more_of_a_refusal(well: Assistant) -> None:
    *_, more = replies(well, "Who painted the bandstand?", "tell me more")
    assert not more.quotes


@pytest.mark.parametrize(
    "message", ["can you explain", "translate that please", "не понимаю", "en breve"]
)
def test_what_only_a_person_can_do_is_not_looked_for(well: Assistant, message: str) -> None:
    *_, answer = replies(well, "How deep is the well of Corran?", message)
    assert answer.verdict is Verdict.SMALL_TALK


def test_more_after_a_question_without_an_answer_is_more_of_the_answer_before_it(
    well: Assistant,
) -> None:
    first, _, more = replies(
        well, "How deep is the well?", "What is the recipe for marmalade?", "tell me more"
    )
    assert more.quotes[0].passage == first.further[0].passage
