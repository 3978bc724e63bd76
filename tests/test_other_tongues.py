"""Spanish and Russian: reasons, roles, times, and yes or no."""

from __future__ import annotations

import pytest

from bot.answering.first_line.by_form import given_away
from bot.answering.people.apposition import role_told
from bot.answering.yes_no import yes_or_no
from retrieval.question import parse_question


@pytest.mark.parametrize(
    ("language", "question", "text", "yes"),
    [
        ("es", "¿Se admiten perros?", "No se admiten perros.", False),
        ("es", "¿Es gratuita la entrada?", "La entrada es gratuita.", True),
        ("es", "¿Está abierto el molino?", "El molino está cerrado.", False),
        ("es", "¿Se puede nadar en el lago?", "El lago es grande.", None),
        ("ru", "Можно ли с собаками?", "С собаками вход запрещён.", False),
        ("ru", "Открыта ли мельница в среду?", "Мельница открыта ежедневно, кроме среды.", False),
        ("ru", "Открыта ли мельница?", "Мельница открыта.", True),
        ("ru", "Будет ли сбор?", "Сбор составляет 40 крон.", None),
        ("ru", "Закрылась ли мельница?", "Мельница не закрылась.", False),
        ("de", "Sind Hunde erlaubt?", "Hunde sind nicht erlaubt.", None),
    ],
)
def test_yes_or_no(language: str, question: str, text: str, yes: bool | None) -> None:
    decided = yes_or_no(parse_question(question, language=language), text)
    assert (None if decided is None else decided.yes) is yes


@pytest.mark.parametrize(
    ("language", "question", "text", "role"),
    [
        ("es", "¿Quién es Inés Robledo?", "La molinera, Inés Robledo, habló.", "molinera"),
        ("es", "¿Quién es Inés Robledo?", "Lo vio el panadero Inés Robledo ayer.", "panadero"),
        (
            "ru",
            "Кто такая Анна Белова?",
            "Директор мельницы Анна Белова ушла.",
            "Директор мельницы",
        ),
        ("ru", "Кто такая Анна Белова?", "Вчера Анна Белова ушла.", None),
    ],
)
def test_who_somebody_is(language: str, question: str, text: str, role: str | None) -> None:
    span = role_told(parse_question(question, language=language), text)
    assert (None if span is None else text[span.start : span.end]) == role


@pytest.mark.parametrize(
    ("language", "question", "text", "told"),
    [
        (
            "es",
            "¿Por qué cerró el molino?",
            "El molino cerró en 2020 porque faltaba agua.",
            "porque faltaba agua",
        ),
        ("es", "¿En qué año cerró?", "El molino cerró en 2020 por la sequía.", "2020"),
        ("es", "¿A qué hora abre el molino?", "El molino abre de 9:00 a 17:30.", "9:00"),
        ("ru", "Почему закрылась мельница?", "Она закрылась из-за засухи.", "из-за засухи"),
        ("ru", "В каком году её построили?", "Её построил в 1923 году купец.", "1923"),
        ("ru", "Во сколько закрывается мельница?", "Она открыта с 9:00 до 17:30.", "17:30"),
    ],
)
def test_reasons_and_times(language: str, question: str, text: str, told: str) -> None:
    found = given_away(parse_question(question, language=language), [text])
    assert found is not None
    assert text[found[1].start : found[1].end] == told
