"""Phrases in three languages: complete, of one shape, and chosen by the asker's language."""

from __future__ import annotations

import datetime
import string
from dataclasses import replace
from pathlib import Path

import pytest

from bot.answer import Verdict
from bot.assistant import Assistant
from bot.errors import PhrasesError
from bot.phrasing import Phrases, load_phrases, say_moment
from bot.settings import PROJECT_FILES
from retrieval.times.moments import Moment, Precision
from tests.helpers import assistant_on

FOLDER = PROJECT_FILES / "config" / "phrases"
FARO = """# El faro de Punta Roja

El faro de Punta Roja fue construido en 1874 por la ingeniera Inés Duarte. El último farero, Tomás
Rey, dejó la isla en 1986. El faro de Cabo Gris fue construido en 1901.

En 2015 visitaron el faro 1200 personas. En 2016 visitaron el faro 1500 personas.
"""
MAYAK = """# Маяк на Красном мысу

Маяк на Красном мысу построила в 1874 году инженер Анна Орлова.

В 2015 году маяк посетили 1200 человек. В 2016 году маяк посетили 1500 человек.
"""


@pytest.fixture(scope="module")
def phrases() -> dict[str, Phrases]:
    return load_phrases(FOLDER)


def fields(wordings: tuple[str, ...]) -> set[str]:
    return {
        field
        for wording in wordings
        for _, field, _, _ in string.Formatter().parse(wording)
        if field
    }


@pytest.mark.parametrize("language", ["es", "ru"])
def test_each_language_says_all_that_english_says(
    phrases: dict[str, Phrases], language: str
) -> None:
    english, other = phrases["en"], phrases[language]
    assert other.wordings.keys() == english.wordings.keys()
    assert other.commands.keys() == english.commands.keys()
    assert other.reasons.keys() == english.reasons.keys()
    assert other.small_talk.keys() == english.small_talk.keys()
    assert other.languages.keys() == english.languages.keys()
    for name, wordings in english.wordings.items():
        assert fields(other.wordings[name]) == fields(wordings), name


def test_a_language_with_a_gap_is_refused_with_its_name(tmp_path: Path) -> None:
    text = (FOLDER / "es.toml").read_text(encoding="utf-8")
    (tmp_path / "es.toml").write_text(text.replace("also = ", "alzo = "), encoding="utf-8")
    with pytest.raises(PhrasesError, match=r"es\.toml: replies\.also is missing"):
        load_phrases(tmp_path)


@pytest.mark.parametrize(
    ("message", "part"),
    [
        ("¿Quién construyó el faro de Skarvoy?", "en inglés"),
        ("Кто построил маяк Скарвой?", "английский"),
        ("Gracias", "De nada."),
        ("как дела", "Всё в порядке"),
        ("hola", "¡Hola!"),
    ],
)
def test_an_english_collection_answers_askers_in_their_language(
    assistant: Assistant, message: str, part: str
) -> None:
    assert part in assistant.ask(message).lead


@pytest.mark.parametrize(
    ("text", "turns"),
    [
        (
            FARO,
            [
                ("¿Cuándo fue construido el faro de Punta Roja?", "1874"),
                ("¿y el de Cabo Gris?", "1901"),
                ("¿Cuántas personas visitaron el faro en 2015?", "1200"),
                ("¿y en 2016?", "1500"),
            ],
        ),
        (
            MAYAK,
            [
                ("Сколько человек посетили маяк в 2015 году?", "1200"),
                ("а в 2016?", "1500"),
            ],
        ),
    ],
)
def test_follow_ups_work_in_other_languages(
    tmp_path: Path, text: str, turns: list[tuple[str, str]]
) -> None:
    assistant = assistant_on({"lighthouse.md": text}, tmp_path)
    for message, part in turns:
        answer = assistant.ask(message, conversation="a")
        assert answer.verdict in {Verdict.FOUND, Verdict.TENTATIVE}
        assert part in answer.quotes[0].text, message


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("language", "first", "last", "precision", "told"),
    [
        ("en", "2019-06-08", "2019-06-08", Precision.DAY, "8 June 2019"),
        ("en", "2019-06-08", "2019-06-10", Precision.DAY, "8–10 June 2019"),
        ("es", "2019-06-08", "2019-06-10", Precision.DAY, "8–10 de junio de 2019"),
        ("ru", "2019-06-08", "2019-06-10", Precision.DAY, "8–10 июня 2019 г."),
        ("en", "2019-06-30", "2019-07-02", Precision.DAY, "30 June – 2 July 2019"),
        ("es", "2019-06-30", "2019-07-02", Precision.DAY, "30 de junio – 2 de julio de 2019"),
        ("ru", "2019-06-30", "2019-07-02", Precision.DAY, "30 июня – 2 июля 2019 г."),
        ("en", "2018-06-08", "2019-06-10", Precision.DAY, "8 June 2018 – 10 June 2019"),
        ("ru", "2018-12-30", "2019-01-02", Precision.DAY, "30 декабря 2018 г. – 2 января 2019 г."),
        ("en", "2019-06-01", "2019-06-30", Precision.MONTH, "June 2019"),
        ("en", "2019-06-01", "2019-08-31", Precision.MONTH, "June–August 2019"),
        ("es", "2019-06-01", "2019-08-31", Precision.MONTH, "junio–agosto de 2019"),
        ("ru", "2019-06-01", "2019-08-31", Precision.MONTH, "июнь–август 2019 г."),
        ("en", "2018-11-01", "2019-02-28", Precision.MONTH, "November 2018 – February 2019"),
        ("en", "2018-01-01", "2019-12-31", Precision.YEAR, "2018–2019"),
    ],
)
def test_a_stretch_of_time_names_what_its_ends_share_once(
    phrases: dict[str, Phrases],
    language: str,
    first: str,
    last: str,
    precision: Precision,
    told: str,
) -> None:
    assert say_moment(Moment(day(first), day(last), precision), phrases[language]) == told


def test_a_year_that_stands_first_is_said_with_both_ends(phrases: dict[str, Phrases]) -> None:
    words = replace(phrases["en"], date_pattern="{year}, {month} {day}")
    moment = Moment(day("2019-06-30"), day("2019-07-02"), Precision.DAY)
    assert say_moment(moment, words) == "2019, June 30 – 2019, July 2"
