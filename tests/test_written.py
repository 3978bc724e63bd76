"""Dates, sums and spans of time as Spanish and Russian write them."""

from __future__ import annotations

import pytest

from bot.answering.first_line.fitting import fits
from bot.answering.first_line.other_languages import as_written
from retrieval.question import parse_question
from retrieval.records import Span


def whole(language: str, asked: str, text: str, words: str) -> str:
    start = text.index(words)
    span = as_written(
        parse_question(asked, language=language), text, Span(start, start + len(words))
    )
    return text[span.start : span.end].strip()


@pytest.mark.parametrize(
    ("language", "asked", "text", "words", "told"),
    [
        (
            "es",
            "¿cuándo es la feria?",
            "La feria será el 4 de mayo a las 18:30 en la plaza.",
            "18:30",
            "4 de mayo a las 18:30",
        ),
        (
            "es",
            "¿cuándo se pesan los barcos?",
            "Los barcos se pesan de martes a viernes de 7:30 a 9:00, en el muelle.",
            "9:00",
            "de martes a viernes de 7:30 a 9:00",
        ),
        (
            "es",
            "¿cuántas cabras hay?",
            "En la isla hay tres burros, catorce cabras y un faro.",
            "tres",
            "catorce cabras",
        ),
        (
            "ru",
            "когда поплывёт паром?",
            "Паромы № 2 и № 7 поплывут снова с 5 мая 2025 года по реке.",
            "7 поплывут снова с 5 мая",
            "с 5 мая 2025 года",
        ),
        (
            "ru",
            "в какой комнате сторож?",
            "Сторож Ида Хольм, комната 14",
            "Сторож Ида",
            "комната 14",
        ),
        ("ru", "кто сторож?", "Сторож Ида Хольм рассказала, что козы спят.",
         "Ида Хольм рассказала", "Ида Хольм"),
        ("ru", "сколько раз в день кормят коз?", "Коз кормят два раза в день, около трёх часов.",
         "трёх", "два раза"),
    ],
)  # fmt: skip
def test_words_are_made_whole(language: str, asked: str, text: str, words: str, told: str) -> None:
    assert whole(language, asked, text, words) == told


@pytest.mark.parametrize(
    ("language", "asked", "text", "words", "does"),
    [
        ("ru", "сколько стоит стрижка?", "Стрижку делают бесплатно в комнате 14.", "14", False),
        ("ru", "сколько стоит стрижка?", "Стрижка стоит 300 рублей.", "300 рублей", True),
        ("ru", "почему закрыли мельницу?", "Мельницу закрыли 5 мая 2020 года.", "5 мая", False),
        ("es", "¿cuánto cuesta el barco?", "El barco sale del muelle 4.", "4", False),
        ("es", "¿cuánto cuesta el barco?", "El barco cuesta 4,50 €.", "4,50 €", True),
    ],
)
def test_what_is_no_sum_is_no_price(
    language: str, asked: str, text: str, words: str, does: bool
) -> None:
    start = text.index(words)
    question = parse_question(asked, language=language)
    assert fits(question, text, Span(start, start + len(words))) is does
