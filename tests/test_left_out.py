"""What a follow-up leaves out: what is counted, of what a price is, which race was won."""

from __future__ import annotations

import pytest

from tests.leaning import after, readings


@pytest.mark.parametrize(
    ("message", "earlier", "whole"),
    [
        (
            "and how many were rescued?",
            "How many hikers went missing?",
            "how many hikers were rescued?",
        ),
        ("how many are there", "where do the otters sleep", "how many otters are there"),
        (
            "how many sold their land?",
            "How many farmers signed?",
            "how many farmers sold their land?",
        ),
    ],
)
def test_how_many_counts_what_was_spoken_of(message: str, earlier: str, whole: str) -> None:
    assert after(message, earlier).text == whole


@pytest.mark.parametrize(
    ("message", "earlier"),
    [
        ("how many goats does the farm keep?", "where do the otters sleep"),
        ("how many did the team win?", "How many matches were there?"),
        ("how many can stay overnight?", "What does it cost for groups?"),
    ],
)
def test_what_counts_something_itself_takes_over_no_noun(message: str, earlier: str) -> None:
    assert after(message, earlier).text == message


@pytest.mark.parametrize(
    ("message", "earlier", "whole"),
    [
        ("and the price?", "Who sews the saddle?", "what is the price of the saddle?"),
        ("and the width?", "where is the old canal", "what is the width of the old canal?"),
        ("and the depth?", "What is the width of the canal?", "What is the depth of the canal?"),
        ("and the miller?", "Who sews the saddle?", "Who sews the miller?"),
    ],
)
def test_what_tells_something_of_a_thing_is_asked_of_the_thing(
    message: str, earlier: str, whole: str
) -> None:
    assert after(message, earlier).text == whole


def test_what_belongs_to_a_thing_is_asked_by_itself() -> None:
    found = after("and its width?", "What is the depth of the canal?")
    assert found.text == "what is the canal's width?"


@pytest.mark.parametrize(
    ("message", "earlier", "whole"),
    [
        ("and the women?", "Who won the regatta?", "Who won the women's regatta?"),
        ("I meant the juniors", "who wins the school cup", "who wins the juniors' school cup"),
        ("and in the women's?", "Who came last in the men's relay?", "women's relay"),
    ],
)
def test_a_contest_is_that_of_whoever_is_named(message: str, earlier: str, whole: str) -> None:
    found = after(message, earlier).text
    assert found.endswith((whole, f"{whole}?"))
    assert "in in" not in found


@pytest.mark.parametrize(
    ("message", "earlier", "whole"),
    [
        ("how long is the first one", "which tunnels are there", "how long is the first tunnels"),
        ("how high was the second?", "Who built the first mast?", "how high was the second mast?"),
    ],
)
def test_a_numbered_one_is_measured_whatever_was_asked_before(
    message: str, earlier: str, whole: str
) -> None:
    assert after(message, earlier).text == whole


@pytest.mark.parametrize(
    ("message", "whole"),
    [
        ("the gorge walk, how long?", "how long is the gorge walk?"),
        ("and the gorge walk, how long", "how long is the gorge walk?"),
        ("the market, when?", "when is the market?"),
    ],
)
def test_what_is_named_before_a_bare_wh_word_is_asked_about(message: str, whole: str) -> None:
    assert after(message, "How high is the dam?").text == whole


@pytest.mark.parametrize(
    ("message", "earlier", "whole"),
    [
        ("what for?", "When was the dam raised?", "why was the dam raised?"),
        ("per night?", "How much is a tent pitch?", "How much is a tent pitch per night?"),
        (
            "and the family one?",
            "How much is the single plan a month?",
            "How much is the family plan a month?",
        ),
        (
            "why so slow",
            "How fast was the train going?",
            "why so slow, why was the train going?",
        ),
    ],
)
def test_few_words_lean_on_the_question_before(message: str, earlier: str, whole: str) -> None:
    assert after(message, earlier).text == whole


def test_what_is_named_after_a_bare_price_is_what_has_it() -> None:
    found = after("the canoe club", "what is the fee?")
    assert found.text == "what is the fee of the canoe club?"


@pytest.mark.parametrize("message", ["and the fine?", "in winter", "and in 2019?"])
def test_what_is_no_thing_has_no_price(message: str) -> None:
    assert " fee of" not in after(message, "what is the fee?").text


def test_towns_that_people_came_from_are_not_counted_in_their_place() -> None:
    found = after("from how many towns?", "how many skaters took part", short="90 skaters")
    assert found.text == "from how many towns did 90 skaters take part?"
    assert after("how many fell?", found.text).text == "how many skaters fell?"


def test_adjectives_have_the_noun_of_the_ones_before() -> None:
    found = after("and big ones?", "How much is a kite?")
    assert found.text == "How much is big kite?"


def test_a_thing_asked_about_for_yes_or_no_takes_its_time() -> None:
    found = after("how long does it take?", "is the upper path ok for prams?")
    assert found.text == "how long does the upper path take?"


def test_an_amount_is_no_they() -> None:
    found = after(
        "when are they open?",
        "how much is the chart",
        short="8 crowns",
        passage="The chandler in Dock Street sells a chart for 8 crowns.",
    )
    assert "8 crowns" not in found.text


@pytest.mark.parametrize(
    ("message", "earlier", "whole"),
    [
        ("and a kayak", "what is the fine for a lost oar", "what is the fine for a kayak"),
        ("and a tent?", "How much is the hut for a night?", "How much is a tent for a night?"),
        (
            "how much?",
            "how long does it take to reach Oslo",
            "how much does it cost to reach Oslo?",
        ),
        ("how many were there?", "who marched to the dam", "how many marched to the dam?"),
    ],
)
def test_a_few_words_take_the_place_of_their_like(message: str, earlier: str, whole: str) -> None:
    assert after(message, earlier).text == whole


def test_why_it_happened_is_asked_of_what_happened() -> None:
    found = readings("why did it happen?", "what happened at the quarry")
    assert found[0] == "why did it happen at the quarry?"


@pytest.mark.parametrize(
    ("message", "earlier", "whole"),
    [
        ("when did it start", "why did the dockers strike", "when did the dockers strike?"),
        ("how did it end", "why did the dockers strike", "how did it end"),
        ("when did it start", "Where is the regatta?", "when did the regatta start"),
    ],
)
def test_what_people_did_began_when_they_did_it(message: str, earlier: str, whole: str) -> None:
    assert after(message, earlier).text == whole


def test_why_it_was_late_is_asked_of_the_thing() -> None:
    assert after("why was it late?", "When was the canal opened?").text == "why was the canal late?"


def test_another_room_takes_the_place_of_the_room_and_not_of_the_people() -> None:
    found = readings("and the attic?", "how many people may be in the cellar")
    assert found[0] == "how many people may be in the attic"


def test_the_other_one_is_the_thing_asked_about_before() -> None:
    found = after("and the other one?", "how long is the upper path", "is the lower path icy")
    assert found.text == "is the upper path icy"


def test_the_other_one_of_nothing_else_is_left_as_it_is() -> None:
    found = after("and the other one?", "who keeps the kiosk", "is the lower path icy")
    assert "kiosk" not in found.text


@pytest.mark.parametrize(
    ("message", "whole"),
    [
        ("since when?", "since when is the sluice closed now?"),
        ("why?", "why is the sluice closed now?"),
        ("why not?", "why is the sluice not open now?"),
    ],
)
def test_what_was_denied_is_asked_about_as_the_passage_says_it(message: str, whole: str) -> None:
    passage = "The sluice has been closed since the ice broke its gate."
    assert after(message, "is the sluice open now?", short="No.", passage=passage).text == whole
