"""What only admins may do: read the documents again, see how the bot is doing."""

from __future__ import annotations

import asyncio

from telegram import Update
from telegram.ext import ContextTypes

from bot.errors import QuothError
from bot.screens import render_reload, render_statistics, render_text
from bot.telegram.channel import Channel
from bot.telegram.sending import persist, replace


class Operators:
    """The admins' commands; each asks first whether it is an admin who gives it."""

    def __init__(self, channel: Channel) -> None:
        """Serve the admins of `channel`."""
        self._channel = channel

    async def reload(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """Read the documents again: progress and report in one message."""
        message = update.message
        if message is None or not await self._admitted(update):
            return
        phrases = self._channel.phrases(update.effective_user)
        started = await persist(lambda: message.reply_text(phrases.say("reload_started")))
        try:
            report = await asyncio.to_thread(self._channel.assistant.reload)
            shown = render_reload(report, phrases)
        except QuothError as error:
            shown = render_text(str(error))
        if started is None:
            await self._channel.say(update, shown)
        else:
            await replace(started, shown)

    async def stats(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """Show how the bot is doing."""
        if await self._admitted(update):
            phrases = self._channel.phrases(update.effective_user)
            statistics = self._channel.assistant.statistics()
            await self._channel.say(update, render_statistics(statistics, phrases))

    async def _admitted(self, update: Update) -> bool:
        """Whether an admin asks; anyone else is told that only they may."""
        if self._channel.is_admin(update.effective_user):
            return True
        await self._channel.say_phrase(update, "admin_only")
        return False
