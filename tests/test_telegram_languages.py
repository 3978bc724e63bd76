"""People who speak another language than the documents, or one of several that these are in."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.telegram.channel import Channel
from tests.bot_api import BotApi, Person
from tests.helpers import DOCUMENTS, write_documents

BRIDGE = "El puente de Valmora se inauguró el 3 de mayo de 1931. Lo diseñó Carmen Ruiz.\n"
MILL = "Мельницу в деревне Озёрная построили в 1908 году. Мельником был Пётр Лапин.\n"


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    tongues = {"puente.txt": BRIDGE, "melnitsa.txt": MILL}
    return write_documents(tmp_path / "documents", {**DOCUMENTS, **tongues})


@pytest.mark.parametrize(
    ("language", "question", "lead"),
    [
        ("es", "¿Cuándo se inauguró el puente de Valmora?", "1931"),
        ("ru", "Когда построили мельницу в Озёрной?", "1908"),
        ("en", "When was the lighthouse of Skarvoy built?", "1874"),
    ],
)
async def test_a_question_is_answered_from_the_documents_in_its_language(
    api: BotApi, ada: Person, language: str, question: str, lead: str
) -> None:
    asker = api.person(id=601, language=language)
    answer = await asker.ask(question)
    assert lead in answer.lead
    assert lead in answer.slices("blockquote")[0]


@pytest.mark.parametrize(
    ("language", "greeting", "unknown", "refusal", "button"),
    [
        ("es", "Pregúnteme", "No existe el comando", "administrador", "Contexto"),
        ("ru", "Спрашивайте", "Команды /nonsense нет", "администратор", "Контекст"),
        ("tr", "Ask me anything", "There is no", "administrator", "Context"),
    ],
)
async def test_what_the_bot_says_itself_is_in_the_askers_language_or_the_default_one(
    api: BotApi, ada: Person, language: str, greeting: str, unknown: str, refusal: str, button: str
) -> None:
    asker = api.person(id=601, language=language)
    assert greeting in (await asker.ask("/start")).text
    assert unknown in (await asker.ask("/nonsense")).text
    assert refusal in (await asker.ask("/stats")).text


async def test_help_names_what_a_command_takes_in_the_readers_language_and_where_it_takes_it(
    api: BotApi, bot: Channel, admin: Person
) -> None:
    told = (await api.person(id=502, language="es").ask("/help")).text
    assert "/timeline TEMA [PÁGINA]: " in told
    assert "QUESTION" not in told
    assert "/gaps: " in (await admin.ask("/help")).text
