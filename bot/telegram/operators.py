"""What only admins may ask: a reload, how the bot is doing, which questions are open."""

from __future__ import annotations

import asyncio

from telegram import Update
from telegram.ext import ContextTypes

from bot.gaps import Gap, gaps_csv, open_gaps
from bot.screens import render_gaps, render_statistics, render_text
from bot.telegram.channel import Channel
from bot.telegram.sending.replies import reply, reply_file

MARK = "\ufeff"  # tells spreadsheets that the file is in UTF-8


class Operators:
    """The admins' commands; each asks first whether it is an admin who gives it."""

    def __init__(self, channel: Channel) -> None:
        """Serve the admins of `channel`."""
        self._channel = channel

    async def reload(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """Read the documents again: progress and report in one message."""
        message = update.message
        if message is None or not await self._channel.admitted(update):
            return
        phrases = self._channel.phrases(update.effective_user)
        sent = await reply(message, render_text(phrases.say("reload_started")))
        if sent:
            self._channel.reloads.tell(self._channel.own(message, sent[-1]), phrases)

    async def stats(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """Show how the bot is doing."""
        if await self._channel.admitted(update):
            phrases = self._channel.phrases(update.effective_user)
            statistics = self._channel.assistant.statistics()
            await self._channel.say(update, render_statistics(statistics, phrases))

    async def gaps(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """Show the open questions, and all of them as a file."""
        message = update.message
        if message is None or not await self._channel.admitted(update):
            return
        gaps = await asyncio.to_thread(self._gaps)
        shown = render_gaps(gaps, self._channel.phrases(update.effective_user))
        await reply(message, shown)
        if gaps:
            await reply_file(message, "gaps.csv", (MARK + gaps_csv(gaps)).encode())

    def _gaps(self) -> tuple[Gap, ...]:
        return open_gaps(self._channel.journal.gaps.rows(), self._channel.assistant)
