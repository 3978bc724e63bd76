"""Dates as they are written, and the languages of texts."""

from __future__ import annotations

import datetime

import pytest

from retrieval.language import language_of
from retrieval.times.dating import date_of


@pytest.mark.parametrize(
    "text",
    [
        *("12 April 2019", "April 12, 2019", "2019-04-12", "12.04.2019", "12 апреля 2019"),
        *("Fri, 12 April 2019 14:05", "12 de abril de 2019", "12. April 2019", "12 avril 2019"),
    ],
)
def test_a_date_is_read_in_many_forms(text: str) -> None:
    assert date_of(text) == datetime.date(2019, 4, 12)


@pytest.mark.parametrize("text", ["", "April", "31 February 2019", "14:05", "room 12, floor 4"])
def test_what_is_no_date_is_none(text: str) -> None:
    assert date_of(text) is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The lamp of the tower is lit in the evening."),
        ("es", "La lámpara de la torre se enciende por la noche."),
        ("de", "Die Lampe des Turmes wird am Abend angezündet."),
        ("fr", "La lampe de la tour est allumée dans la soirée."),
        ("ru", "Лампу маяка зажигают каждый вечер."),
        ("ar", "تضاء مصابيح البرج في كل مساء"),
        ("zh", "灯塔的灯每天晚上都会点亮。"),
        ("th", "ประภาคารเปิดไฟทุกเย็น"),
        ("el", "Ο φάρος ανάβει κάθε βράδυ."),
    ],
)
def test_the_language_of_a_sentence_is_told(language: str, text: str) -> None:
    assert language_of(text) == language


def test_a_number_has_no_language() -> None:
    assert language_of("1874 -- 31") == ""


def test_a_list_of_figures_and_codes_is_in_no_foreign_language() -> None:
    parts = [
        f"## Pump L{n}\n- Dimensions: {n} cm x 10 cm\n- Connectivity: L{n}, D{n}\n- Weight: {n} kg"
        for n in range(1, 6)
    ]
    assert language_of("\n".join(["# Pump Specifications", *parts])) == "en"
    assert language_of("La pompe L1 est dans la cave de la maison") == "fr"
