"""What the bot does when an update fails: one line in the log, one sentence to the asker."""

from __future__ import annotations

import logging

from telegram import Update
from telegram.error import Conflict, InvalidToken
from telegram.ext import ContextTypes

from bot.telegram.channel import Channel

CONFLICT = (
    "Another program reads the messages of this bot: stop it, or give this one a token of its own."
)
_LOG = logging.getLogger(__name__)


class Faults:
    """Takes what handlers could not; `failure` is why the bot had to stop, "" while it runs."""

    def __init__(self, channel: Channel) -> None:
        """Nothing has failed yet."""
        self._channel = channel
        self.failure = ""

    async def note(self, update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Note what went wrong; the asker gets one sentence, never a traceback."""
        if isinstance(context.error, Conflict | InvalidToken):
            self.failure = CONFLICT
            context.application.stop_running()
            return
        _LOG.error("An update failed: %r", context.error)
        if isinstance(update, Update):
            await self._channel.say_phrase(update, "trouble")
