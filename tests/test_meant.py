"""What a pronoun can mean: nothing that only seems a noun, and nobody's mind in a thing."""

from __future__ import annotations

import pytest

from tests.leaning import after


@pytest.mark.parametrize(
    ("message", "earlier", "whole"),
    [
        ("what is it made of?", "How heavy is the anchor of the Petrel?", "what is the anchor"),
        ("what was it carrying?", "Why did the ship run aground?", "what was the ship"),
        ("has it been mended?", "What was the tank lined with?", "has the tank been"),
        ("what does it cost?", "When should I ring the eye clinic?", "what does the eye clinic"),
        ("what is it?", "Can I claim back the fare?", "what is the fare"),
        ("what is it?", "Who deals with the complaint first?", "what is the complaint?"),
    ],
)
def test_verbs_adverbs_and_adjectives_are_no_things(message: str, earlier: str, whole: str) -> None:
    assert after(message, earlier).text.startswith(whole)


def test_how_heavy_it_is_names_no_thing_to_go_on_about() -> None:
    assert after("where is it made?", "how heavy is it?").text == "where is it made?"


@pytest.mark.parametrize(
    "passage",
    ["It reached 120 metres.", "They were 12 kg heavier, or two miles farther."],
)
def test_an_amount_is_nothing_to_go_on_about(passage: str) -> None:
    assert after("are they sold?", "Is it far?", passage=passage).text == "are they sold?"


def test_the_labels_of_a_row_are_not_spoken_of() -> None:
    row = "Outlook: 2022 | The Callout: 93 | The Death: 3"
    assert after("when is it due?", "How many were there?", passage=row).text == "when is it due?"


@pytest.mark.parametrize(
    ("message", "earlier", "whole"),
    [
        (
            "where did they sit down to decide?",
            "What is known about the meeting of the jury?",
            "where did the jury sit down to decide?",
        ),
        (
            "why did they refuse?",
            "Which lamps did the rangers test?",
            "why did the rangers refuse?",
        ),
        (
            "what did they advise?",
            "When was the council's report on the floods printed?",
            "what did the council advise?",
        ),
        (
            "how much do they get?",
            "Who is the lawyer of the passengers?",
            "how much do the passengers get?",
        ),
    ],
)
def test_they_who_decide_are_people_or_a_body(message: str, earlier: str, whole: str) -> None:
    found = after(message, earlier, passage="In the hut telephones don't work.")
    assert found.text == whole


def test_no_thing_that_was_only_quoted_has_a_mind() -> None:
    passage = "In the hut telephones don't work."
    found = after("why did they refuse?", "What is in the hut?", passage=passage)
    assert found.text == "why did they refuse?"


@pytest.mark.parametrize(
    ("message", "earlier", "whole"),
    [
        (
            "who got them out?",
            "Who saw the father and his sons in the mud?",
            "who got the father and his sons out?",
        ),
        (
            "who paid for them?",
            "Are there buses after midnight on New Year's Eve?",
            "who paid for buses after midnight on New Year's Eve?",
        ),
        (
            "when was it built?",
            "What is the name of the hut by the lake?",
            "when was the hut built?",
        ),
        (
            "until when can I use those?",
            "How many leave days can be carried over?",
            "until when can I use the leave days?",
        ),
        (
            "has it been mended?",
            "Which of the finds was dropped?",
            "has the find that was dropped been mended?",
        ),
        (
            "when is it due?",
            "When did Ann Lee order the stretcher?",
            "when is the stretcher due?",
        ),
    ],
)
def test_what_was_spoken_of_is_meant_whole(message: str, earlier: str, whole: str) -> None:
    assert after(message, earlier).text == whole


def test_what_somebody_did_is_no_thing() -> None:
    earlier = "What may nobody photograph in the museum?"
    message = "what happened to the tourists who did it?"
    assert after(message, earlier).text == message


@pytest.mark.parametrize(
    ("message", "earlier", "short", "whole"),
    [
        (
            "what was he jailed for?",
            "how long is Joss Kavel serving?",
            "a year",
            "what was Joss Kavel",
        ),
        (
            "what were they called?",
            "Was there anybody on board Petrel-1?",
            "Yes.",
            "what were those on",
        ),
        (
            "who leads it?",
            "Who paid for them?",
            "the parish council",
            "who leads the parish council",
        ),
    ],
)
def test_who_and_what_may_be_told_in_the_question_or_the_answer(
    message: str, earlier: str, short: str, whole: str
) -> None:
    assert after(message, earlier, short=short).text.startswith(whole)


def test_where_something_was_is_nobody() -> None:
    passage = "As for Old Farrow, please don't go."
    message = "what did she use to get out?"
    assert after(message, "Who was saved at Old Farrow?", passage=passage).text == message
