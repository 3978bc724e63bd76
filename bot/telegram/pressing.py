"""What the buttons under answers do, in the place of the answer they stand under."""

from __future__ import annotations

import asyncio

from telegram import CallbackQuery, Message, Update
from telegram.ext import ContextTypes

from bot.telegram.asking import Asking
from bot.telegram.channel import Channel
from bot.telegram.documents import Documents
from bot.telegram.messages.buttons import Action, Press, press_of, suggested, under_answer
from bot.telegram.sending.replies import acknowledge, recast, replace
from bot.telegram.views import Views


class Pressing:
    """Answers every press: with what it asks for, or with a sentence why that can't be."""

    def __init__(
        self, channel: Channel, views: Views, asking: Asking, documents: Documents
    ) -> None:
        """Speak through `channel`; offered questions and confirmations go to their own."""
        self._channel = channel
        self._views = views
        self._asking = asking
        self._documents = documents

    async def button(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """Do what a button says."""
        query = update.callback_query
        if query is None:
            return
        press = press_of(query.data or "")
        message = query.message if isinstance(query.message, Message) else None
        if press is None or message is None:
            await self._gone(query)
        elif press.action in {Action.CONFIRM, Action.CANCEL}:
            await self._documents.confirmed(query, message, go_on=press.action is Action.CONFIRM)
        elif press.action in {Action.HELPFUL, Action.UNHELPFUL}:
            await self._vote(query, message, helpful=press.action is Action.HELPFUL)
        elif press.action is Action.OFFER:
            await self._offer(query, message, press.number(0))
        elif press.action is Action.SUGGESTION:
            await self._suggest(query, message, press)
        else:
            await self._show(query, message, press)

    async def _show(self, query: CallbackQuery, message: Message, press: Press) -> None:
        """Show in the place of an answer what a press under it asks for."""
        phrases = self._channel.phrases(query.from_user)
        view = await self._channel.work_out(self._views.pressed, message, press, phrases)
        if view is not None:
            await acknowledge(query)
            last = press.action is Action.ANSWER  # buttons stand under the last piece of an answer
            await replace(message, view.shown, buttons=view.buttons, last=last)
        else:
            await self._gone(query)

    async def _vote(self, query: CallbackQuery, message: Message, *, helpful: bool) -> None:
        """Count a vote, and show the new counts on the buttons of the answer."""
        chat, phrases = message.chat.id, self._channel.phrases(query.from_user)
        given = await self._channel.work_out(self._views.given, message)
        if given is None:
            await self._gone(query)
            return
        asked, answer = given
        before = await asyncio.to_thread(self._channel.journal.votes.count, chat, asked.reply)
        votes = await asyncio.to_thread(
            self._channel.journal.votes.cast,
            *(chat, asked.reply, query.from_user.id),
            helpful=helpful,
            at=self._channel.journal.now(),
        )
        more = votes.helpful + votes.unhelpful >= before.helpful + before.unhelpful
        await acknowledge(query, phrases.say("voted" if more else "vote_taken_back"))
        if not _stands_under(message, query.data):
            return
        wording = self._channel.assistant.phrases(answer.language)
        bot = message.get_bot().username
        await recast(message, under_answer(answer, wording, bot=bot, votes=votes))

    async def _offer(self, query: CallbackQuery, message: Message, number: int) -> None:
        given = await self._channel.work_out(self._views.given, message)
        if given is None or not 0 <= number < len(given[1].offers):
            await self._gone(query)
            return
        await acknowledge(query)
        offer = given[1].offers[number]
        await self._asking.offered(message, query.from_user, offer, message.get_bot())

    async def _suggest(self, query: CallbackQuery, message: Message, press: Press) -> None:
        """Answer a suggestion of the greeting, unless the documents suggest another by now."""
        suggestions = await self._channel.work_out(self._channel.assistant.suggestions)
        number = press.number(0)
        suggestion = suggestions[number] if 0 <= number < len(suggestions) else ""
        if not suggestion or press != suggested(number, suggestion):
            await self._gone(query)
            return
        await acknowledge(query)
        await self._asking.offered(message, query.from_user, suggestion, message.get_bot())

    async def _gone(self, query: CallbackQuery) -> None:
        await acknowledge(query, self._channel.phrases(query.from_user).say("context_gone"))


def _stands_under(message: Message, data: str | None) -> bool:
    """Whether a button stands under a message still, as far as Telegram tells; somebody else may
    have opened a page in its place meanwhile.
    """
    rows = message.reply_markup.inline_keyboard if message.reply_markup else ()
    return not rows or any(button.callback_data == data for row in rows for button in row)
