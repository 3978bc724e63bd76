"""What one sentence says to a question that wants yes or no."""

from __future__ import annotations

import pytest

from bot.answering.yes_no import yes_or_no
from retrieval.question import parse_question


def said(question: str, text: str) -> bool | None:
    decided = yes_or_no(parse_question(question), text)
    return None if decided is None else decided.yes


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Did the keeper light the lamp?", "On Monday the keeper lit the lamp."),
        ("Didn't the keeper light the lamp?", "On Monday the keeper lit the lamp."),
        ("Is the bakery open on Sunday?", "The bakery is open on Sunday and Monday."),
        ("Did the library refuse the books?", "The library refused the books."),
        ("Did the boat never leave Bergen?", "The boat never left Bergen."),
        ("Is the bakery separate from the mill?", "The bakery is separate from the mill."),
        ("Did the council refuse to approve the mill?", "The council did not approve the mill."),
        ("Did the council fail to approve the mill?", "The council rejected the mill."),
        ("Is it true that nobody left the boat?", "Nobody left the boat."),
        ("Did the boat set out for Bergen in May?", "The boat left for Bergen in May."),
        ("Can I bring my dog?", "Dogs are allowed on a lead."),
        ("Is the hall closed?", "The hall is not open."),
        ("Is the map free?", "The map and the guide come at no extra charge."),
        ("Do guests have to sign the book?", "Guests must sign the book."),
        ("Is the quay lit?", "Of the three, only the largest, the quay, is lit."),
        ("May dogs swim in the pond?", "Dogs may swim only in the pond."),
        (
            "Did the choir sell the organ?",
            "The choir's plan to sell the organ was approved.",
        ),
        ("Did the choir sell the organ?", "The choir decided to sell the organ."),
        ("Did the rain make the level drop?", "The rain made the level drop."),
        ("Was it arson?", "The fire was clearly arson."),
        ("Is it free?", "The map is always free."),
    ],
)
def test_a_covered_claim_is_a_yes(question: str, text: str) -> None:
    assert said(question, text) is True


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Did the keeper light the lamp?", "The keeper did not light the lamp."),
        ("Did the keeper light the lamp?", "The keeper refused to light the lamp."),
        ("Is the bakery open on Sunday?", "On Sunday the bakery is closed."),
        ("Was anybody on the boat?", "Nobody was on the boat."),
        ("Is the promise binding?", "It cannot force anybody: the promise is not binding."),
        ("Do pupils have to pay?", "Adults pay 2 crowns; pupils pay nothing."),
        ("Did the boat never leave Bergen?", "The boat left Bergen."),
        ("Did the library accept the books?", "The library rejected the books."),
        ("Did the library refuse the books?", "The library accepted the books."),
        ("Did the council fail to approve the mill?", "The council approved the mill."),
        ("Is it true that nobody left the boat?", "Two keepers left the boat."),
        ("Did the boat never leave Bergen?", "In May the boat left Bergen for Moss."),
        ("Has the roof been mended?", "The roof has yet to be mended."),
        ("Did the choir sell its organ?", "The choir's motion to sell the organ was lost."),
        ("Is breakfast served at noon?", "Breakfast is not served at noon, not even on Sunday."),
        ("Is the mill open on Fridays?", "The mill is open daily except Fridays."),
        ("Can I bring my dog?", "Dogs are not allowed."),
        ("Is rain likely?", "Rain was thought unlikely."),
        ("Can we take a holiday in May?", "Holidays in May are not authorised."),
        ("Is there a bus?", "There is no bus."),
    ],
)
def test_a_negation_or_an_opposite_on_one_side_is_a_no(question: str, text: str) -> None:
    assert said(question, text) is False


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Did the keeper light the lamp?", "The keeper painted the lamp room."),
        ("Can I clean it with soap?", "Clean it with water; soap harms the lamp."),
        ("Did the keeper light the third lamp?", "The keeper lit the second lamp."),
        ("Did the keeper light the lamp in 1911?", "The keeper lit the lamp in 1912."),
        ("Did Ingrid Holm light the lamp?", "The keeper lit the lamp."),
        ("Did the keeper light the lamp?", "The keeper might light the lamp."),
        ("Did every keeper light the lamp?", "The keeper lit the lamp."),
        ("Did Bergen defeat Stavanger?", "Stavanger defeated Bergen."),
        ("Did it?", "The keeper lit the lamp."),
        ("Was the bridge finished?", "The choir stops as the bridge halts."),
        ("Can I bring my dog?", "Dogs sleep in the yard."),
        ("Are dogs allowed?", "Dogs are allowed only behind the barn."),
        ("Did everyone vote for the mill?", "Everyone voted for the mill except Ida Holm."),
        ("Did the choir sell the organ?", "The choir wants to sell the organ."),
        ("Can I bring my dog?", "Only guide dogs are allowed."),
        ("May I bring my dog?", "Assistance dogs are admitted; other animals must wait."),
        ("Was it arson?", "A man was arrested on suspicion of arson."),
        ("Can I make tea with it?", "The choir served tea and soup."),
        ("Is parking free?", "The goat was free until noon, in Albany Park."),
        ("Do you have otters?", "The otter house, which we have built, cost 3 million pounds."),
        ("Does Ida Holm have a boat?", "Ida Holm has a boat shed on the quay."),
        ("Is the hall near the station?", "The hall near the station is not heated."),
        ("Did the choir sell the organ?", "The choir was urged by Ida Holm to sell the organ."),
    ],
)
def test_what_the_sentence_does_not_cover_stays_undecided(question: str, text: str) -> None:
    assert said(question, text) is None


def test_what_a_text_is_about_need_not_be_said_again() -> None:
    question = parse_question("Are dogs allowed in the mill?")
    assert yes_or_no(question, "Dogs are not allowed.") is None
    decided = yes_or_no(question, "Dogs are not allowed.", title=frozenset({"mill"}))
    assert decided is not None
    assert not decided.yes
    other = parse_question("Did anyone die in the mill fire?")
    title = frozenset({"mill", "fire"})
    assert yes_or_no(other, "In 1902 a fire killed two bakers.", title=title) is None


def test_what_only_the_title_speaks_of_was_not_sold() -> None:
    question, text = parse_question("Do you sell bikes?"), "In May she sold half of her share."
    assert yes_or_no(question, text, title=frozenset({"bike", "rent"})) is None


def test_what_became_of_a_thing_tells_of_nobody_there() -> None:
    assert said("Was anybody in the building?", "The building had reopened in May.") is None
