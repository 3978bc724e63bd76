"""What anyone may look up: the greeting, the commands, the documents."""

from __future__ import annotations

import asyncio

from telegram import Update
from telegram.constants import ChatType
from telegram.ext import ContextTypes

from bot.commands import Place, available
from bot.screens import render_help, render_sources, render_start
from bot.telegram.channel import Channel


class Information:
    """Screens that need no question."""

    def __init__(self, channel: Channel) -> None:
        """Speak through `channel`."""
        self._channel = channel

    async def start(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """Greet, and offer questions that have answers."""
        assistant = self._channel.assistant
        offers = await asyncio.to_thread(assistant.suggestions)
        phrases = self._channel.phrases(update.effective_user)
        await self._channel.say(update, render_start(len(assistant.sources()), offers, phrases))

    async def help(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """Show the commands of this place."""
        chat, user = update.effective_chat, update.effective_user
        place = Place.PRIVATE if chat and chat.type == ChatType.PRIVATE else Place.GROUP
        commands = available(place, admin=self._channel.is_admin(user))
        await self._channel.say(update, render_help(commands, self._channel.phrases(user)))

    async def sources(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """List the documents, or those about a topic."""
        topic = " ".join(context.args or [])
        found = await asyncio.to_thread(self._channel.assistant.sources, topic)
        phrases = self._channel.phrases(update.effective_user)
        await self._channel.say(update, render_sources(found, phrases, topic=topic))

    async def unknown_command(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """Say so in private; in groups the command may be another bot's."""
        message = update.message
        if message is not None and message.chat.type == ChatType.PRIVATE:
            name = (message.text or "").split()[0][:64]
            await self._channel.say_phrase(update, "unknown_command", command=name)

    async def no_text(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """Say in private that only text is read; in groups keep silent."""
        message = update.message
        if message is not None and message.chat.type == ChatType.PRIVATE:
            await self._channel.say_phrase(update, "only_text")
