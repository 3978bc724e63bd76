"""The bot in full, on a Bot API server of the tests, for conversations with it."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator

from bot.assistant import Assistant
from bot.journal import open_journal
from bot.settings import Settings
from bot.telegram.channel import Channel
from bot.telegram.serving import serving
from tests.hurry import hurried


@contextlib.asynccontextmanager
async def running(settings: Settings) -> AsyncIterator[Channel]:
    """The bot at work, its pauses short."""
    with open_journal(settings.journal.file, days=settings.journal.days) as journal:
        channel = Channel(Assistant.open(settings), journal, settings)
        async with serving(channel, delivery=hurried()):
            yield channel
