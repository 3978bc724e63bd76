"""The bot in full, on a Bot API server of the tests, for conversations with it."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Iterator

from bot.assistant import Assistant
from bot.journal import open_journal
from bot.settings import Settings
from bot.telegram.channel import Channel
from bot.telegram.serving import serving
from tests.hurry import hurried

STICKER = {
    "file_id": "a",
    "file_unique_id": "b",
    "type": "regular",
    "width": 9,
    "height": 9,
    "is_animated": False,
    "is_video": False,
}


@contextlib.asynccontextmanager
async def running(
    settings: Settings, assistant: type[Assistant] = Assistant
) -> AsyncIterator[Channel]:
    """The bot at work, its pauses short."""
    with _channel(settings, assistant) as channel:
        async with serving(channel, delivery=hurried()):
            yield channel


@contextlib.asynccontextmanager
async def at_work(settings: Settings) -> AsyncIterator[asyncio.Task[None]]:
    """The task of the bot that ends when it can't go on."""
    with _channel(settings, Assistant) as channel:
        async with serving(channel, delivery=hurried()) as taking:
            yield taking


@contextlib.contextmanager
def _channel(settings: Settings, assistant: type[Assistant]) -> Iterator[Channel]:
    with open_journal(settings.journal.file, days=settings.journal.days) as journal:
        yield Channel(assistant.open(settings), journal, settings)
