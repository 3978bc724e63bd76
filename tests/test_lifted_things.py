"""What something is, where it is and which ones there are, in the first line."""

from __future__ import annotations

import pytest

from bot.answering.first_line.trimming import trimmed
from bot.answering.forms.abbreviations import stands_for
from bot.answering.grammar.sentence import read_sentence
from bot.answering.lists.whole import whole_enumeration
from retrieval.question import parse_question
from tests.lines import lifted, line_of, made_by, may_answer


def test_what_is_denied_is_listed_from_passages_that_deny() -> None:
    told = lifted(
        "Which books do you not accept?",
        ("We accept novels and poems in bags.", 0.5),
        ("Atlases and textbooks are not accepted.", 0.3),
    )
    assert told is not None
    assert told.line == "Atlases and textbooks"


def test_where_something_is_kept_is_not_whom_it_is_from() -> None:
    asked, text = (
        "Where is the archive?",
        "Its archive, with letters from Elgar, is kept in the mill.",
    )
    assert "Elgar" not in line_of(asked, text)


@pytest.mark.parametrize(
    "asked", ["What does the blue light mean?", "What happens if the blue light flashes?"]
)
def test_what_follows_from_a_case_is_the_clause_behind_it(asked: str) -> None:
    assert (
        line_of(asked, "If the blue light flashes, the mill has stopped.") == "the mill has stopped"
    )


def test_a_thing_is_defined_by_a_sentence_that_begins_with_it() -> None:
    assert line_of("What is Friday in the mill?", "Friday is the baking day.") == "the baking day"


@pytest.mark.parametrize(
    ("asked", "text", "line"),
    [
        (
            "What is a quern?",
            "A quern, we may add for visitors from town, is a stone that is turned by hand.",
            "a stone that is turned by hand",
        ),
        (
            "What is a grist day?",
            'By "grist day" we mean any day on which the mill takes corn from guests.',
            "any day on which the mill takes corn from guests",
        ),
    ],
)
def test_a_thing_is_defined_past_what_is_told_aside(asked: str, text: str, line: str) -> None:
    assert line_of(asked, text) == line


@pytest.mark.parametrize(
    ("asked", "several"),
    [
        ("What must visitors wear?", "boots, gloves and a helmet"),
        ("Which things must visitors wear?", "boots, gloves and a helmet"),
        ("What things must visitors wear ?", "boots, gloves and a helmet"),
    ],
)
def test_what_may_be_several_things(asked: str, several: str) -> None:
    text = "Visitors must wear boots, gloves and a helmet in the mill."
    assert line_of(asked, text, certainty=0.99) == several


def test_a_phrase_is_not_broken_off_before_its_noun() -> None:
    text = "He said so on the Russian television channel NTV."
    whole = made_by(trimmed, "On which channel did he say so?", text, "the Russian")
    assert whole == "the Russian television channel NTV"


@pytest.mark.parametrize(
    ("question", "text", "part", "whole"),
    [
        (
            "Who held talks?",
            "The envoys Ida Holm, Nils Lund and Olav Lie held talks.",
            "Nils Lund and Olav Lie",
            "Ida Holm, Nils Lund and Olav Lie",
        ),
        (
            "When did it burn?",
            "It burnt in the spring of 2014, in April 2016 and this past July.",
            "spring of 2014",
            "the spring of 2014, in April 2016 and this past July",
        ),
        (
            "Who lays the tiles?",
            "The builder, Holm & Lund, lays them.",
            "Holm & Lund",
            "Holm & Lund",
        ),
    ],
)
def test_several_items_are_told_with_the_others(
    question: str, text: str, part: str, whole: str
) -> None:
    assert made_by(whole_enumeration, question, text, part) == whole


@pytest.mark.parametrize(
    ("question", "text", "told"),
    [
        (
            "What does LWB stand for?",
            "It is run by the Lunde Water Board (LWB), which owns it.",
            "Lunde Water Board",
        ),
        (
            "What does the abbreviation MAID mean?",
            "It was led by the Millers Authority on Inland Dams (Maid) of Ostra.",
            "Millers Authority on Inland Dams",
        ),
        ("What is the AAM?", "The Allied Apple Millers (AAM) left.", "Allied Apple Millers"),
        ("What is the LWB?", "It is run by the Lunde Water Board (LWB).", "Lunde Water Board"),
    ],
)
def test_what_letters_stand_for_is_told_before_them(question: str, text: str, told: str) -> None:
    assert line_of(question, text).removeprefix("the ") == told


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("What does LWB stand for?", "Nils Lund of Moss (LWB) spoke first."),
        ("What does Ida stand for?", "The woman from Lunde (Ida) stands for the green party."),
        ("What does the keeper mean?", "Lund Water Board (LWB) is what he says."),
    ],
)
def test_other_words_before_brackets_tell_no_meaning_of_letters(question: str, text: str) -> None:
    assert stands_for(parse_question(question), read_sentence(text)) is None


def test_a_place_is_told_without_the_persons_beside_it() -> None:
    text, asked = (
        "The court sat in Lunde, and Judge Ida Holm read it out.",
        "Where did the court sit?",
    )
    assert made_by(whole_enumeration, asked, text, "Lunde") == "Lunde"


def test_where_several_come_from_is_told_of_all() -> None:
    assert (
        line_of("Where do the fiddlers come from?", "Fiddlers came from Norway, Ireland and Hald.")
        == "Norway, Ireland and Hald"
    )


@pytest.mark.parametrize(
    ("text", "words", "fit"),
    [
        ("A hold is an account where members can save.", "account", False),
        ("The hold is sometimes called ballast.", "called", False),
        ("The hold cost 14 euros.", "14 euros", False),
        ("The hold is a room below the deck.", "room below the deck", True),
    ],
)
def test_what_something_is_is_told_by_a_whole_noun(text: str, words: str, fit: bool) -> None:
    assert may_answer("What is a hold?", text, words) is fit


def test_a_list_behind_its_label_is_whole_with_its_brackets() -> None:
    text = "Present: Ida Holm (chair), Nils Berg, Ruth Lee"
    told = made_by(whole_enumeration, "who came to the meeting in May?", text, "Nils Berg")
    assert told == "Ida Holm (chair), Nils Berg, Ruth Lee"


def test_the_cell_that_tells_the_row_is_no_place() -> None:
    row = "Teacher: Liv (Mia) Moen | Hours: Mondays 10-11 in 22 Holm Hall"
    assert "Moen" not in line_of("Where is Mia's office?", row)
