"""Sentences end where people end them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.splitting import LONGEST, sentences


def split(text: str, language: str = "en") -> list[str]:
    return [text[span.start : span.end] for span in sentences(text, language=language)]


@pytest.mark.parametrize(
    "text",
    [
        "Dr. Holm met Prof. Berg at 5 p.m. on St. Olav's day.",
        "The U.S. delegation left. ",
        "It weighs 3.5 tonnes and costs 1,200.50 crowns.",
        "J. R. Berg and A. Holm wrote it.",
        '"We are done," he said.',
        "The No. 7 lamp, cf. the list on p. 12, is broken.",
        "The lamp\nis lit\nevery evening.",
        "Its markets were (1) the east, (2) the south (3) the north and (4) the rim.",
        "It struck at 3:40 p.m. PT Sunday, 110 miles east of Ostra.",
        "It struck at 5 p.m. Sunday in the hills.",
        "He was raised in Bay City, Mich. and works there.",
    ],
)
def test_no_sentence_is_cut_short(text: str) -> None:
    assert split(text) == [text.strip()]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("The lamp is lit. The sea is calm.", ["The lamp is lit.", "The sea is calm."]),
        ("Is it lit? It is! Good.", ["Is it lit?", "It is!", "Good."]),
        (
            'He said: "It is lit." Then he left.',
            ['He said: "It is lit."', "Then he left."],
        ),
        ("He left in 1986. 20 people stayed.", ["He left in 1986.", "20 people stayed."]),
        ("It shut at 5 p.m. Visitors left.", ["It shut at 5 p.m.", "Visitors left."]),
        ("Any help counts.The board met.", ["Any help counts.", "The board met."]),
        (
            "She leaves a son in Lunde, Calif. Carla was born in May.",
            ["She leaves a son in Lunde, Calif.", "Carla was born in May."],
        ),
    ],
)
def test_two_sentences_are_told_apart(text: str, parts: list[str]) -> None:
    assert split(text) == parts


def test_other_scripts_have_their_own_ends() -> None:
    assert len(split("灯塔建于1874年。守塔人离开了。", "zh")) == 2
    assert len(split("दीपक जल रहा है। समुद्र शांत है।", "hi")) == 2


@given(st.text(st.characters(codec="utf-8"), max_size=400), st.sampled_from(["en", "ru", "th"]))
def test_sentences_are_slices_in_order_that_leave_out_nothing_but_blanks(
    text: str, language: str
) -> None:
    found = sentences(text, language=language)
    end = 0
    for span in found:
        assert end <= span.start < span.end <= len(text)
        assert not text[end : span.start].strip()
        end = span.end
    assert not text[end:].strip()


def test_an_endless_sentence_is_parted() -> None:
    text = "the lamp and the sea, " * 400
    assert all(len(part) <= LONGEST for part in split(text))
