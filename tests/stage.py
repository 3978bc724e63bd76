"""The bot in full, on a Bot API server of the tests, for conversations with it."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator

from bot.assistant import Assistant
from bot.journal import open_journal
from bot.settings import Settings
from bot.telegram.application import Bot, build
from bot.telegram.channel import Channel
from bot.telegram.faults import Faults


@contextlib.asynccontextmanager
async def running(settings: Settings) -> AsyncIterator[Bot]:
    """The bot while it polls."""
    with open_journal(settings.journal.file, days=settings.journal.days) as journal:
        channel = Channel(Assistant.open(settings), journal, settings)
        application = build(channel, Faults(channel))
        async with application:
            if application.post_init:
                await application.post_init(application)
            assert application.updater is not None
            await application.start()
            await application.updater.start_polling(poll_interval=0.0, timeout=1)
            try:
                yield application
            finally:
                await application.updater.stop()
                await application.stop()
