"""What happens when handling an update fails: one line in the log, one sentence to the asker."""

from __future__ import annotations

import logging

from telegram import Update
from telegram.ext import ContextTypes

from bot.telegram.channel import Channel

_LOG = logging.getLogger(__name__)


class Faults:
    """Takes what handlers could not."""

    def __init__(self, channel: Channel) -> None:
        """Speak to askers through `channel`."""
        self._channel = channel

    async def note(self, update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Note what went wrong; the asker gets one sentence, never a traceback."""
        _LOG.error("An update failed: %r", context.error)
        if isinstance(update, Update):
            await self._channel.say_phrase(update, "trouble")
