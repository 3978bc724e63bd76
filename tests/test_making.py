"""Who made something is told by a word for that, by "by" or by whose it is."""

from __future__ import annotations

import pytest

from bot.answering.needs.absence import absent
from bot.answering.needs.lack import Absence
from retrieval.question import parse_question


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Who wrote the hymn?", "The hymn was written by the keeper's daughter, Ida Holm."),
        ("Who wrote the hymn?", "Ida Holm is the author of the hymn."),
        ("Who wrote the hymn?", "The choir sang Ida Holm's hymn."),
        ("Who wrote the hymn?", "A hymn by Ida Holm was sung."),
        ("Who wrote the hymn?", "By Ida Holm"),
        ("Who built the pier?", "The pier was put up in 1911; the contractor was Nils Berg."),
        ("Who painted the ceiling?", "The artist Nils Berg worked on the ceiling for a year."),
        ("Who invented the lamp?", "Nils Berg devised the lamp in 1874."),
    ],
)
def test_who_made_a_thing_may_be_told(question: str, text: str) -> None:
    assert absent(parse_question(question), [text]) is None


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Who wrote the hymn?", "Ida Holm sang the hymn in May."),
        ("Who wrote the charter?", "Ida Holm read the charter of Norway's oldest port aloud."),
        ("Who built the pier?", "Nils Berg sold the pier in 1911."),
        ("Who painted the ceiling?", "Nils Berg repaired the ceiling after the fire."),
        ("Who invented the telephone?", "Press contact: Nils Berg, telephone 0555 2187."),
        ("Who composed the march?", "The march was played by Nils Berg and the town band."),
    ],
)
def test_a_name_beside_the_thing_does_not_tell_who_made_it(question: str, text: str) -> None:
    assert absent(parse_question(question), [text]) is Absence.PERSON
