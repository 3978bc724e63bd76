"""What anyone may look up: the greeting, the commands, the documents, what is kept of them."""

from __future__ import annotations

import asyncio

from telegram import Update
from telegram.constants import ChatType
from telegram.ext import ContextTypes

from bot.commands import Place, available
from bot.screens import (
    render_help,
    render_privacy,
    render_sources,
    render_start,
)
from bot.telegram.addressing import writer
from bot.telegram.channel import Channel
from bot.telegram.menus import set_admin_menu
from bot.telegram.messages.buttons import under_greeting
from bot.telegram.messages.links import PREFIX
from bot.telegram.recent import Recent
from bot.telegram.sending.replies import reply
from bot.telegram.views import Views

ALBUMS = 100  # whose pictures may still come in, each as a message of its own


class Information:
    """Screens that need no question."""

    def __init__(self, channel: Channel, views: Views) -> None:
        """Speak through `channel`; what a link opens is one of `views`."""
        self._channel = channel
        self._views = views
        self._albums: Recent[str, bool] = Recent(ALBUMS)

    async def start(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Open the quote that a link leads to, or greet and offer questions with answers."""
        assistant, message = self._channel.assistant, update.message
        phrases = self._channel.phrases(update.effective_user)
        payload = (context.args or [""])[0]
        if message is not None and payload.startswith(PREFIX):
            place = payload.removeprefix(PREFIX)
            view = await self._channel.work_out(self._views.opened, place, phrases)
            await reply(message, view.shown, buttons=view.buttons)
            return
        offers = await self._channel.work_out(assistant.suggestions)
        documents = len(assistant.snapshot.collection.documents)
        if message is not None:
            shown = render_start(documents, offers, phrases)
            await reply(message, shown, buttons=under_greeting(offers))
        user = update.effective_user
        if user is not None and self._channel.is_admin(user):
            await set_admin_menu(context.bot, self._channel, user.id)

    async def help(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """Show the commands of this place."""
        chat, user = update.effective_chat, update.effective_user
        place = Place.PRIVATE if chat and chat.type == ChatType.PRIVATE else Place.GROUP
        commands = available(place, admin=self._channel.is_admin(user))
        await self._channel.say(update, render_help(commands, self._channel.phrases(user)))

    async def sources(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """List the documents, or those about a topic."""
        topic = " ".join(context.args or [])
        found = await self._channel.work_out(self._channel.assistant.sources, topic)
        phrases = self._channel.phrases(update.effective_user)
        await self._channel.say(update, render_sources(found, phrases, topic=topic))

    async def privacy(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """Tell a person what is kept of them."""
        if update.message is not None:
            person = writer(update.message)
            kept = await asyncio.to_thread(self._channel.journal.kept_of, person)
            days = self._channel.settings.journal.days
            phrases = self._channel.phrases(update.effective_user)
            await self._channel.say(update, render_privacy(kept, days, phrases))

    async def forget(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """Delete all that is kept of a person."""
        message = update.message
        if message is not None:
            person = writer(message)
            done = await asyncio.to_thread(self._channel.forget, person, message.chat.id)
            await self._channel.say_phrase(update, "forgotten" if done else "forget_failed")

    async def unknown_command(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """Say so in private; in groups the command may be another bot's."""
        message = update.message
        if message is not None and message.chat.type == ChatType.PRIVATE:
            name = (message.text or "").split()[0][:64]
            await self._channel.say_phrase(update, "unknown_command", command=name)

    async def no_text(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """Say in private that only text is read, once of an album; in groups keep silent."""
        message = update.message
        if message is None or message.chat.type != ChatType.PRIVATE:
            return
        album = message.media_group_id
        if not album or self._albums.get(album) is None:
            await self._channel.say_phrase(update, "only_text")
        if album:
            self._albums.put(album, True)
