"""Questions: answered under the message that asks, one after another in each chat."""

from __future__ import annotations

import asyncio
from collections import defaultdict

from telegram import CallbackQuery, Message, Update
from telegram.ext import ContextTypes

from bot.answer import Answer
from bot.message import Message as Shown
from bot.phrasing import Phrases
from bot.rendering import render_answer
from bot.screens import render_context, render_explanation
from bot.telegram.addressing import addressed, conversation, without_mention
from bot.telegram.buttons import ANSWER, CONTEXT, Press, back, press_of, under_answer
from bot.telegram.channel import Channel
from bot.telegram.memory import Given, Recent
from bot.telegram.sending import persist, replace, reply

REMEMBERED = 5_000  # answers whose buttons and edits are understood


class Asking:
    """Answers questions, and what the buttons under the answers ask for."""

    def __init__(self, channel: Channel) -> None:
        """Speak through `channel`."""
        self._channel = channel
        self._assistant = channel.assistant
        self._given: Recent[tuple[int, int], Given] = Recent(REMEMBERED)
        self._turns: defaultdict[int, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def ask(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Answer the question behind /ask."""
        message = update.message
        question = " ".join(context.args or [])
        if message is None:
            return
        if not question:
            await self._channel.say_phrase(update, "question_missing", example="/ask …")
            return
        await self._answer(message, question)

    async def new(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """Forget the conversation."""
        if update.message is not None:
            self._assistant.forget(conversation(update.message))
            await self._channel.say_phrase(update, "fresh")

    async def text(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Answer a plain message that is meant for the bot."""
        message = update.message
        if message is not None and addressed(message, context.bot.bot):
            await self._answer(message, without_mention(message, context.bot.bot))

    async def edited(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Answer an edited question in the place of its earlier answer."""
        message = update.edited_message
        if message is None or not message.text or not addressed(message, context.bot.bot):
            return
        earlier = self._given.get((message.chat.id, message.message_id))
        if earlier is None or not earlier.replies:
            return
        question = without_mention(message, context.bot.bot)
        question = question.removeprefix("/ask").strip() or question
        async with self._turns[message.chat.id]:
            answer = await self._ask(message, question)
            await self._put(message, answer, earlier.replies[-1], context)
        self._remember(message, answer, earlier.replies)

    async def button(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """Show what a button asks for in the place of the answer it stands under."""
        query = update.callback_query
        if query is None:
            return
        phrases = self._channel.phrases(query.from_user)
        press = press_of(query.data or "")
        message = query.message if isinstance(query.message, Message) else None
        given = self._given.get((message.chat.id, press.message_id)) if message and press else None
        shown = self._pressed(press, given.answer, phrases) if press and given else None
        if message is None or press is None or given is None or shown is None:
            await _acknowledge(query, phrases.say("context_gone"))
            return
        await _acknowledge(query, "")
        if press.action == ANSWER:
            buttons = under_answer(given.answer, press.message_id, phrases)
        else:
            buttons = back(press.message_id, phrases)
        await replace(message, shown, buttons=buttons)

    async def _answer(self, message: Message, question: str) -> None:
        async with self._turns[message.chat.id]:
            answer = await self._ask(message, question)
            phrases = self._assistant.phrases(answer.language)
            buttons = under_answer(answer, message.message_id, phrases)
            sent = await reply(message, render_answer(answer, phrases), buttons=buttons)
        self._remember(message, answer, sent)

    async def _ask(self, message: Message, question: str) -> Answer:
        key = conversation(message)
        return await asyncio.to_thread(self._assistant.ask, question, conversation=key)

    async def _put(
        self, message: Message, answer: Answer, place: int, context: ContextTypes.DEFAULT_TYPE
    ) -> None:
        """Put an answer in the place of an earlier one."""
        phrases = self._assistant.phrases(answer.language)
        old = Message(message_id=place, date=message.date, chat=message.chat)
        old.set_bot(context.bot)
        buttons = under_answer(answer, message.message_id, phrases)
        await replace(old, render_answer(answer, phrases), buttons=buttons)

    def _remember(self, message: Message, answer: Answer, sent: tuple[int, ...]) -> None:
        self._given.put((message.chat.id, message.message_id), Given(answer, sent))

    def _pressed(self, press: Press, answer: Answer, phrases: Phrases) -> Shown | None:
        """What a press shows; None where its source has changed since."""
        if press.action == ANSWER:
            return render_answer(answer, phrases)
        if press.quote >= len(answer.quotes):
            return None
        if press.action == CONTEXT:
            reference = answer.quotes[press.quote].reference
            context = self._assistant.context(reference, before=2, after=2)
            return render_context(context) if context else None
        explanation = self._assistant.explain(answer, quote=press.quote)
        return render_explanation(explanation, phrases) if explanation else None


async def _acknowledge(query: CallbackQuery, text: str) -> None:
    await persist(lambda: query.answer(text=text or None))
