"""Who, in the first line: whoever is asked for, and nobody else in the sentence."""

from __future__ import annotations

import pytest

from bot.answering.first_line.trimming import trimmed
from tests.lines import lifted, line_of, made_by


def test_who_somebody_is_comes_from_words_beside_the_name_alone() -> None:
    asked = "Who is Lavrov?"
    assert lifted(asked, ('They keep the talks as a "driver", Lavrov said.', 0.9)) is None
    assert line_of(asked, "The minister Sergei Lavrov opened the talks.") == "minister"


def test_words_that_name_what_somebody_is_go_before_what_they_did() -> None:
    told = lifted(
        "Who was Ida Holm?",
        ("Holm, who had seen the flood, wrote a book.", 0.9),
        ("Ida Holm (1871-1948) was a baker in Ostra.", 0.3),
    )
    assert told is not None
    assert told.line == "baker in Ostra"


def test_who_holds_an_office_elsewhere_is_not_named() -> None:
    asked = "Who was the teacher of Ida Holm?"
    assert lifted(asked, ('"We sang," said Judit Mares, a teacher.', 0.9), certainty=1) is None
    assert (
        line_of(asked, '"Ida was quick," said Judit Mares, a teacher.', certainty=1)
        == "Judit Mares"
    )


def test_whoever_is_asked_about_does_not_hold_the_office() -> None:
    asked = "Who was the conductor before Ida Holm?"
    assert (
        line_of(asked, "The conductor is Ida Holm, who succeeded Nils Lund.", certainty=1)
        != "Ida Holm"
    )


def test_a_name_goes_without_the_end_of_the_office_before_it() -> None:
    text = "Norwegian Deputy Minister for Fishing and Harbour Affairs Ingrid Aas Holm met divers."
    cut = made_by(trimmed, "Who met divers?", text, "Affairs Ingrid Aas Holm")
    assert cut == "Ingrid Aas Holm"


def test_who_says_it_is_not_who_does_it() -> None:
    text = "The fair of Ostra is on Friday, its organiser Ida Holm said."
    assert lifted("Who performs at the fair of Ostra?", (text, 0.9)) is None
    assert lifted("Who said when the fair of Ostra is?", (text, 0.9)) is not None


def test_whoever_is_asked_about_is_no_item_of_the_answer() -> None:
    text = "It was formed by the singer Maud Ferrant and the guitarist Idris Cole."
    assert "Idris" not in line_of("Who replaced Idris?", text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("What will the guests do next?", "It was opened before the Lunde, Moss and Ostra guests."),
        (
            "What did the lease include?",
            "The rivals Ida Holm and Nils Lund signed the lease in Lunde.",
        ),
    ],
)
def test_persons_and_guests_are_no_deed_and_no_thing(question: str, text: str) -> None:
    assert ", " not in line_of(question, text)


@pytest.mark.parametrize(
    ("question", "text", "told"),
    [
        (
            "On whose advice was the mill sold?",
            "Ida Holm and Nils Lund sold the mill on the advice of the Lunde bank.",
            "the Lunde bank",
        ),
        (
            "Under whose leadership did the choir grow?",
            "The choir grew under Ida Holm's leadership, said Nils Lund.",
            "Ida Holm",
        ),
    ],
)
def test_whose_something_is_is_told_beside_it(question: str, text: str, told: str) -> None:
    assert line_of(question, text) == told


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Who is the director?", "Give your team a heads-up three weeks in advance."),
        ("Who do I tell when I am late?", "2. Check Lists: Read through the lists of the house."),
        ("Who do I ask about a broken pump?", "First setup runs valve updates and pressure scans."),
    ],
)
def test_nobody_is_named_by_a_command_a_label_or_things_in_a_row(
    question: str, sentence: str
) -> None:
    assert not line_of(question, sentence)


def test_a_name_that_is_a_verb_too_opens_a_sentence() -> None:
    assert line_of("Who lit the lamp?", "Grant Hale lit the lamp at dusk.") == "Grant Hale"


@pytest.mark.parametrize(
    ("question", "sentence", "line"),
    [
        (
            "who was at the spring meeting?",
            "Present were: Ida Holm, Nils Aas",
            "Ida Holm, Nils Aas",
        ),
        ("Who attended?", "Members present: Ida, Tor and Liv", "Ida, Tor and Liv"),
        ("who was not there?", "Apologies: Jon Eide, Odd Ness", "Jon Eide, Odd Ness"),
        ("who was missing at the meeting", "Absent: Jon Eide, Odd Ness", "Jon Eide, Odd Ness"),
    ],
)
def test_a_list_of_those_present_or_absent_tells_who_was_at_a_meeting_or_not(
    question: str, sentence: str, line: str
) -> None:
    assert line_of(question, sentence) == line


def test_those_present_are_not_those_who_were_absent() -> None:
    assert line_of("Who was absent?", "Present: Ida Holm, Nils Aas") != "Ida Holm, Nils Aas"
