"""Documents that admins add by sending a file and remove by name, each confirmed with a button.

What waits for its button stands in the journal: only the admin who asked may press it, once, in the
same chat.
"""

from __future__ import annotations

import asyncio
from pathlib import Path, PurePosixPath

from telegram import CallbackQuery, Document, Message, Update
from telegram.constants import ChatType
from telegram.error import TelegramError
from telegram.ext import ContextTypes

from bot.answer import SourceLine
from bot.deposit import fault_of, is_own, put, safe_name, take_out
from bot.errors import DepositError
from bot.journal import Pending
from bot.phrasing import Phrases
from bot.screens import render_text
from bot.telegram.addressing import behind_command
from bot.telegram.channel import Channel
from bot.telegram.messages.buttons import to_confirm
from bot.telegram.sending.replies import acknowledge, replace, reply
from retrieval.reading import FORMATS, format_of

LARGEST = 20_000_000  # bytes that Telegram lets a bot fetch
SUFFIXES = ", ".join(form.suffixes[0] for form in FORMATS)
ADD, REMOVE = "add", "remove"


class Documents:
    """The admins' way to change the collection from a chat."""

    def __init__(self, channel: Channel) -> None:
        """Serve the admins of `channel`."""
        self._channel = channel
        self._folder = channel.settings.documents.folder
        self._pending = channel.journal.pending

    async def add(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """Tell how a document is added."""
        if await self._channel.admitted(update):
            await self._channel.say_phrase(update, "add_how", formats=SUFFIXES)

    async def sent(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """Ask an admin who sends a file whether to add it; for others it is no text."""
        message = update.message
        if message is None or message.document is None or message.chat.type != ChatType.PRIVATE:
            return
        if not self._channel.is_admin(message.from_user):
            await self._channel.say_phrase(update, "only_text")
            return
        phrases = self._channel.phrases(message.from_user)
        fault = self._fault(message.document, phrases)
        if fault:
            await reply(message, render_text(fault))
            return
        name = safe_name(message.document.file_name or "")
        replaces = await asyncio.to_thread(self._exists, name)
        size = max(1, round((message.document.file_size or 0) / 1000))
        question = phrases.say("add_replace" if replaces else "add_confirm", file=name, size=size)
        label = phrases.say("button_replace" if replaces else "button_add")
        await self._ask(message, question, label, ADD, name, message.document.file_id, replaces)

    async def remove(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """Ask an admin whether to remove the document behind the command."""
        message = update.message
        if message is None or not await self._channel.admitted(update):
            return
        named = behind_command(message.text or "")
        if not named:
            await self._channel.say_phrase(update, "remove_how")
            return
        found = self._named(named)
        if found is None:
            await self._channel.say_phrase(update, "remove_none", file=named[:100])
        elif not is_own(self._folder):
            await self._channel.say_phrase(update, "add_folder")
        else:
            phrases = self._channel.phrases(message.from_user)
            question = phrases.say("remove_confirm", file=found.id, title=found.title)
            label = phrases.say("button_remove")
            await self._ask(message, question, label, REMOVE, found.id, "", replaces=False)

    async def confirmed(self, query: CallbackQuery, message: Message, *, go_on: bool) -> None:
        """Do what waits under a message, or leave it, if it is the admin who asked that presses."""
        phrases = self._channel.phrases(query.from_user)
        if not self._channel.is_admin(query.from_user):
            await acknowledge(query, phrases.say("admin_only", user=query.from_user.id))
            return
        pending = await asyncio.to_thread(
            self._pending.take, message.chat.id, message.message_id, query.from_user.id
        )
        if pending is None:
            await acknowledge(query, phrases.say("expired"))
            return
        await acknowledge(query)
        if not go_on:
            await replace(message, render_text(phrases.say("cancelled")))
            return
        fault = await self._carry_out(pending, message, phrases)
        if fault:
            await replace(message, render_text(fault))
            return
        done = phrases.say("added" if pending.action == ADD else "removed", file=pending.document)
        await replace(message, render_text(done))
        place = await reply(message, render_text(phrases.say("reload_started")))
        if place:
            self._channel.reloads.tell(self._channel.own(message, place[-1]), phrases)

    async def _ask(
        self,
        message: Message,
        question: str,
        label: str,
        action: str,
        document: str,
        file: str,
        replaces: bool,
    ) -> None:
        """Ask whether to go on, and wait for the button."""
        phrases = self._channel.phrases(message.from_user)
        sent = await reply(message, render_text(question), buttons=to_confirm(label, phrases))
        if sent and message.from_user is not None:
            pending = Pending(
                chat=message.chat.id,
                reply=sent[-1],
                operator=message.from_user.id,
                action=action,
                document=document,
                file=file,
                replaces=replaces,
            )
            self._pending.keep(pending, at=self._channel.journal.now())

    def _fault(self, document: Document, phrases: Phrases) -> str:
        """Why a file can't be added, before it is fetched; "" if nothing speaks against it."""
        name = safe_name(document.file_name or "")
        if not is_own(self._folder):
            return phrases.say("add_folder")
        if format_of(PurePosixPath(name).suffix) is None:
            return phrases.say("add_type", file=name, formats=SUFFIXES)
        limit = min(LARGEST, self._channel.settings.documents.max_file_bytes)
        if (document.file_size or 0) > limit:
            return phrases.say("add_size", file=name, limit=f"{limit / 1_000_000:g}")
        return ""

    async def _carry_out(self, pending: Pending, message: Message, phrases: Phrases) -> str:
        """Add or remove a document; what went wrong in a sentence, "" if nothing did."""
        name = pending.document
        if pending.action == REMOVE:
            try:
                await asyncio.to_thread(take_out, self._folder, name)
            except DepositError as error:
                return phrases.say("remove_failed", file=name, reason=error)
            return ""
        try:
            file = await message.get_bot().get_file(pending.file)
            data = bytes(await file.download_as_bytearray())
        except TelegramError as error:
            return phrases.say("add_failed", file=name, reason=error.message)
        return await asyncio.to_thread(self._write, pending, data, phrases)

    def _write(self, pending: Pending, data: bytes, phrases: Phrases) -> str:
        name = pending.document
        fault = fault_of(name, data, max_bytes=self._channel.settings.documents.max_file_bytes)
        if fault:
            return phrases.say("add_unreadable", file=name, reason=fault)
        try:
            put(self._folder, name, data, replace=pending.replaces)
        except FileExistsError:
            return phrases.say("add_changed", file=name)
        except DepositError as error:
            return phrases.say("add_failed", file=name, reason=error)
        return ""

    def _exists(self, name: str) -> bool:
        path = Path(self._folder) / name
        return path.exists() or path.is_symlink()

    def _named(self, named: str) -> SourceLine | None:
        """The document with a number or a file name, as /sources lists them."""
        sources = self._channel.assistant.sources()
        if named.isdecimal() and 0 < int(named) <= len(sources):
            return sources[int(named) - 1]
        return next((source for source in sources if source.id == named), None)
