"""How old somebody is stands with the name, in one of a few forms."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answering.people.ages import age_told
from tests.helpers import assistant_on
from tests.lines import told_by


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("Ms Holm, 51, lost her seat on the council last month.", "51"),
        ("Ms Holm, who is also 51, made the announcement on Thursday.", "51"),
        ("The 51-year-old baker Ida Holm has run the shop since 2004.", "51"),
        ("Ida Holm, a 51-year-old baker, has run the shop since 2004.", "51"),
        ("Holm was 51 years old and had two sons.", "51"),
        ("Ida Holm (aged 51) was not hurt.", "51"),
        ("The baker, Ida Holm, is a woman of 51 with a loud voice.", "51"),
        ("Ida Holm, a retired baker of 51, collected the names.", "51"),
        ("Ida Holm, who will be 51 in May, left the island.", "51"),
        ("Ida Holm, a member of 12 boards, spoke last.", None),
        ("The 20-year-old son of Ida Holm was not hurt.", None),
        ("Holm and her 20-year-old son were not hurt.", None),
        ("Lie (27) and Holm (44) scored for the guests.", None),
        ("Holm was 51 metres ahead of the others.", None),
        ("Holm was one of the first, 51 others followed.", None),
        ("The friends of Holm, 51 of them, came to the fair.", None),
    ],
)
def test_an_age_stands_beside_its_name(text: str, age: str | None) -> None:
    assert told_by(age_told, "How old is Ida Holm?", text) == age
    assert told_by(age_told, "How old was Holm when she became a baker?", text) is None


def test_an_age_is_that_of_whose_kin_is_asked_for() -> None:
    assert (
        told_by(
            age_told, "How old is Holm's mother?", "Holm had lunch with her 86-year-old mother."
        )
        == "86"
    )
    assert (
        told_by(age_told, "How old is Holm's mother?", "A 30-year-old mother ran after the bus.")
        is None
    )
    assert told_by(age_told, "How old is the driver?", "The driver, 44, was not hurt.") == "44"


def test_nobody_is_as_old_as_their_kin(tmp_path: Path) -> None:
    text = "Holm flew home to Lunde for a day to have lunch with her 86-year-old mother.\n"
    assistant = assistant_on({"lunch.txt": text}, tmp_path)
    assert assistant.ask("How old is Holm?").lead != "86"
    assert assistant.ask("How old is Holm's mother?").lead == "86"


def test_an_age_comes_before_what_shares_only_a_word(tmp_path: Path) -> None:
    text = (
        "Ida Holm spoke to senior officers of the fire brigade.\n\nHolm thanked the senior staff "
        "of the bakery.\n\nThe brigade was at the bakery of Holm for three hours.\n\nMs Holm, 51, "
        "lost two ovens but wants to open again in May.\n"
    )
    reply = assistant_on({"fire.txt": text}, tmp_path).ask("How old is Holm?")
    assert reply.short
    assert reply.lead == "51"


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("A boy of eleven fell from the wall.", "eleven"),
        ("The boy of 11 was not hurt.", "11"),
        ("The boy of six brothers was not hurt.", None),
    ],
)
def test_somebody_is_of_an_age(text: str, age: str | None) -> None:
    assert told_by(age_told, "How old is the boy who fell from the wall?", text) == age


def test_an_age_beside_the_name_is_sure(tmp_path: Path) -> None:
    text = "Ida Holm, a retired baker of 71, led it.\n\nHer shop had been shut in May.\n"
    assistant = assistant_on({"shop.txt": text}, tmp_path)
    assert assistant.ask("How old is Ida Holm?").lead == "71"
    assert assistant.ask("How old is Ida?").lead == "71"
