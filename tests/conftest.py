"""What many tests start from: a small collection, settings on it, an assistant."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import hypothesis
import pytest

from bot.assistant import Assistant
from bot.settings import Settings
from bot.telegram.channel import Channel
from tests.bot_api import BotApi, Person
from tests.helpers import ADMIN, TOKEN, settings_for, write_documents
from tests.stage import running

# A busy machine is no fault: timings decide no test.
hypothesis.settings.register_profile("quoth", deadline=None)
hypothesis.settings.load_profile("quoth")


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    """A folder with two documents."""
    return write_documents(tmp_path / "documents")


@pytest.fixture
def settings(documents: Path, tmp_path: Path) -> Settings:
    """Settings on that folder, the index beside it."""
    return settings_for(documents, tmp_path)


@pytest.fixture
def assistant(settings: Settings) -> Assistant:
    """An assistant on that folder."""
    return Assistant.open(settings)


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    """A Bot API server; at the end no call was one that Telegram would refuse."""
    async with BotApi(token=TOKEN) as server:
        yield server
    assert server.problems == []


@pytest.fixture
def extra() -> str:
    """Sections of the bot's settings; tests have their own."""
    return ""


@pytest.fixture
def admins() -> list[int]:
    """The user ids of the bot's admins."""
    return [ADMIN]


@pytest.fixture
def telegram_settings(
    api: BotApi, documents: Path, tmp_path: Path, admins: list[int], extra: str
) -> Settings:
    """Settings of a bot on that server."""
    server = f'[telegram]\nserver = "{api.address}"\nadmins = {admins}\n'
    return settings_for(documents, tmp_path, server + extra)


@pytest.fixture
async def bot(telegram_settings: Settings) -> AsyncIterator[Channel]:
    """The bot, answering."""
    async with running(telegram_settings) as channel:
        yield channel


@pytest.fixture
def ada(api: BotApi, bot: Channel) -> Person:
    """Someone who writes to the bot in private."""
    return api.person()


@pytest.fixture
def admin(api: BotApi, bot: Channel) -> Person:
    """The bot's admin, in private."""
    return api.person(id=ADMIN)


@pytest.fixture
def member(api: BotApi, bot: Channel) -> Person:
    """The same person as `ada` in a group."""
    return api.person(group=-400)
