"""What a message leans on: what was just brought up, not what cannot be meant."""

from __future__ import annotations

import pytest

from bot.answer import Reference
from bot.conversation import Turn
from bot.follow_up import resolve
from tests.leaning import WORDS, after, background, readings


@pytest.mark.parametrize(
    "message",
    [
        "and is breakfast included?",
        "And was there a band?",
        "and can I pay by card",
        "and do pupils have to pay too",
    ],
)
def test_an_opened_question_in_its_own_order_is_no_fragment(message: str) -> None:
    assert after(message, "How much is the double room per night?").text == message


def test_an_opened_question_in_its_own_order_has_its_pronouns_filled() -> None:
    found = after("and does he have a boat?", "Who keeps the light?", short="Nils Berg")
    assert found.text == "does Nils Berg have a boat?"


@pytest.mark.parametrize(
    ("message", "earlier", "whole"),
    [
        ("and for a pupil?", "How much does a teacher earn?", "How much does a pupil earn?"),
        ("and for children?", "What do adults pay?", "What do children pay?"),
        ("and for a dog?", "What do adults pay?", "What do adults pay for a dog?"),
        ("and an inside cabin?", "How much is a deck chair?", "How much is an inside cabin?"),
    ],
)
def test_what_is_asked_for_one_is_asked_for_another(message: str, earlier: str, whole: str) -> None:
    assert after(message, earlier).text == whole


@pytest.mark.parametrize(
    ("message", "earlier", "whole"),
    [
        ("and the varnish?", "Is the paint toxic?", "Is the varnish toxic?"),
        ("and the goats?", "are the sheep ok?", "are the goats ok?"),
        ("and the choir loft?", "was the organ intact?", "was the choir loft intact?"),
    ],
)
def test_what_is_said_of_one_is_asked_of_another(message: str, earlier: str, whole: str) -> None:
    assert after(message, earlier).text == whole


def test_what_happens_is_no_thing_that_may_be_meant() -> None:
    found = readings("who do i write to", "what happens if it rains?")
    assert not any("happens" in text for text in found)


def test_a_preposition_at_the_end_of_a_message_needs_no_other() -> None:
    found = readings("who voted against", "What is paid for a second boat?")
    assert "who voted against a second boat?" in found
    assert not any("against for" in text for text in found)


def test_the_other_one_is_not_the_one_that_was_quoted() -> None:
    found = after("what is the other bell for?", "Which bell of the tower is rung at noon?")
    assert (found.text, found.further) == ("what is the other bell for?", True)
    more = readings("what is the other pair for?", "Which pair of oars is the longer?")
    assert "what is the other pair of oars for?" in more


@pytest.mark.parametrize(
    ("message", "earlier", "short", "whole"),
    [
        ("when was it sold?", "Does the school own a boat?", "Yes.", "when was the boat sold?"),
        (
            "where can i buy them?",
            "How much are tickets to Bergen?",
            "12 euros",
            "where can i buy tickets?",
        ),
        (
            "how much will it cost?",
            "How long will the tunnel be?",
            "1.3 kilometres long",
            "how much will the tunnel cost?",
        ),
        ("how old is she?", "who is bergen", "captain", "how old is bergen?"),
        (
            "what does that mean?",
            "Who rings the old bell?",
            "Ann Lee",
            "what does the old bell mean?",
        ),
    ],
)
def test_a_pronoun_points_to_what_was_brought_up(
    message: str, earlier: str, short: str, whole: str
) -> None:
    assert after(message, earlier, short=short).text == whole


@pytest.mark.parametrize(
    ("message", "whole"),
    [
        ("who took part?", "who took part in the second round of the cup?"),
        ("who attended?", "who attended the second round of the cup?"),
        ("how many boats came?", "how many boats came of the second round of the cup?"),
    ],
)
def test_what_bounds_a_question_is_put_as_its_verb_wants_it(message: str, whole: str) -> None:
    assert whole in readings(message, "When was the second round of the cup held?")


@pytest.mark.parametrize("message", ["who took part?", "who attended?", "what was decided?"])
def test_a_bare_verb_asks_of_the_one_that_was_spoken_of(message: str) -> None:
    first, *others = readings(message, "When was the second round of the cup held?")
    assert "the second round" in first
    assert message in others
    assert readings(message, "Who is the cook?")[0] == message


def test_whom_something_is_told_to_is_not_who_said_it() -> None:
    found = after("who does it report to?", "Who founded the joint council?", short="Ida Holm")
    assert "said" not in found.text


def test_what_somebody_said_is_no_thing_that_was_brought_up() -> None:
    found = after("when did he say that?", "What did bergen say of the boat?", short="a wreck")
    assert found.text == "when did bergen say that?"


def test_a_name_written_small_keeps_the_word_that_leads_it() -> None:
    found = after("what did he say of it?", "who is de bergen?", short="captain")
    assert found.text == "what did de bergen say of it?"


@pytest.mark.parametrize("message", ["tell me about the goats", "list the members of the choir"])
def test_a_request_leans_on_nothing(message: str) -> None:
    assert after(message, "Who is the cook?").text == message


@pytest.mark.parametrize(
    ("message", "whole"),
    [
        ("when is it fed?", "when is the goat fed?"),
        ("what's it called", "what is the goat called"),
        ("is it still ill?", "is the goat still ill?"),
        ("is it true that goats climb?", "is it true that goats climb?"),
        ("is it possible to see a lamb?", "is it possible to see a lamb?"),
    ],
)
def test_it_points_back_unless_it_stands_for_a_clause(message: str, whole: str) -> None:
    assert after(message, "What does the goat eat?").text == whole


def test_a_list_is_not_one_thing() -> None:
    earlier = "Which languages does the old guide speak?"
    assert "Danish" not in after("is it hard?", earlier, short="Danish, Dutch").text


def test_what_was_asked_about_before_goes_before_what_was_only_quoted() -> None:
    turns = ("When does the old mill open?", "How long does a guided tour take?")
    passage = "A guided tour takes an hour and ends in the new bakery."
    known = background(
        *[Turn(turn, "en", quoted=Reference("a.txt", 0, 1, "f")) for turn in turns],
        passage=passage,
    )
    found = resolve("is it open on Mondays?", known, words=WORDS, language="en")
    texts = [reading.text for reading in found]
    assert texts.index("is the old mill open on Mondays?") == 1


def test_the_verb_behind_several_is_no_part_of_their_name() -> None:
    found = after("does it pay well?", "How many people work in the dairy?")
    assert found.text == "does the dairy pay well?"


def test_asides_do_not_keep_a_list_of_names_from_being_several() -> None:
    short = "Ida Holm (chair), Nils Lund (clerk)"
    found = after("what did they decide?", "Who was present at the meeting?", short=short)
    assert found.text == "what did Ida Holm and Nils Lund decide?"


def test_nobody_is_a_place() -> None:
    found = after("how long has she worked there?", "who is bergen", short="a nurse")
    assert found.text == "how long has bergen worked there?"


def test_to_last_is_no_place_in_a_row() -> None:
    found = after("and how long does the Great Parade last?", "What does the small parade cost?")
    assert "small" not in found.text


@pytest.mark.parametrize(
    ("message", "earlier", "whole"),
    [
        (
            "when did it come out?",
            "what is the harbour atlas",
            "when did the harbour atlas come out?",
        ),
        ("what can i do against it?", "Why won't the lid close?", "what can i do against the lid?"),
        (
            "how long do i have to stay?",
            "What must I know about a knee operation?",
            "how long do i have to stay about a knee operation?",
        ),
        (
            "and how many boats do you get?",
            "How long does the long tour last?",
            "and how many boats do you get of the long tour?",
        ),
    ],
)
def test_what_a_message_leaves_out_is_a_whole_thing(message: str, earlier: str, whole: str) -> None:
    assert whole.removeprefix("and ") in readings(message, earlier)


def test_what_is_it_asks_of_the_thing_spoken_of() -> None:
    earlier, passage = "How many engines has the line?", "There are two, Hansel and Gretel."
    found = after("and what are they exactly", earlier, passage=passage)
    assert found.text == "what are the engines"


@pytest.mark.parametrize(
    ("message", "earlier", "short"),
    [
        ("do they sell maps", "How many oars are in the shed?", "40 oars"),
        ("do they deliver to farms", "How long is the warranty on pumps?", "2 years"),
        ("do they repair boots", "How do I wash the gloves?", "30 degrees"),
    ],
)
def test_what_keepers_of_shops_do_no_thing_does(message: str, earlier: str, short: str) -> None:
    assert after(message, earlier, short=short).text == message


def test_somebody_who_was_named_may_sell() -> None:
    assert "farmers" in after("what do they sell?", "Where do the farmers meet?").text


def test_an_order_is_nothing_to_go_on_about() -> None:
    quoted = "Bring proof of your age and a towel."
    assert after("do they have a sauna", "Can I come alone?", passage=quoted).text == (
        "do they have a sauna"
    )
