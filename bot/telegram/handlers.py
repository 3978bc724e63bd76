"""What the bot does with each kind of update; every rule about answers is the assistant's."""

from __future__ import annotations

import asyncio
import logging
from collections import defaultdict

from telegram import CallbackQuery, Message, Update, User
from telegram.constants import ChatType
from telegram.error import Conflict, InvalidToken
from telegram.ext import ContextTypes

from bot.answer import Answer
from bot.assistant import Assistant
from bot.commands import Place, available
from bot.errors import QuothError
from bot.message import Message as Shown
from bot.phrasing import Phrases
from bot.rendering import render_answer
from bot.screens import (
    render_context,
    render_explanation,
    render_help,
    render_reload,
    render_sources,
    render_start,
    render_statistics,
    render_text,
)
from bot.telegram.addressing import addressed, conversation, without_mention
from bot.telegram.buttons import ANSWER, CONTEXT, Press, back, press_of, under_answer
from bot.telegram.memory import Given, Recent
from bot.telegram.sending import persist, replace, reply

REMEMBERED = 5_000  # answers whose buttons and edits are understood
CONFLICT = (
    "Another program reads the messages of this bot: stop it, or give this one a token of its own."
)
_LOG = logging.getLogger(__name__)


class Handlers:
    """The bot's behaviour; messages of one chat are answered one after another."""

    def __init__(self, assistant: Assistant, *, admins: frozenset[int]) -> None:
        """Answer with `assistant`; only `admins`, by user id, may reload and see figures."""
        self._assistant = assistant
        self._admins = admins
        self._given: Recent[tuple[int, int], Given] = Recent(REMEMBERED)
        self._turns: defaultdict[int, asyncio.Lock] = defaultdict(asyncio.Lock)
        self.failure: str = ""

    async def start(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """Greet, and offer questions that have answers."""
        documents = len(self._assistant.sources())
        phrases = self._phrases(update)
        await self._say(update, render_start(documents, self._assistant.suggestions(), phrases))

    async def help(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """Show the commands of this place."""
        chat = update.effective_chat
        place = Place.PRIVATE if chat and chat.type == ChatType.PRIVATE else Place.GROUP
        commands = available(place, admin=self._is_admin(update))
        await self._say(update, render_help(commands, self._phrases(update)))

    async def ask(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Answer the question behind /ask."""
        message = update.message
        question = " ".join(context.args or [])
        if message is None:
            return
        if not question:
            phrases = self._phrases(update)
            await self._say(update, render_text(phrases.say("question_missing", example="/ask …")))
            return
        await self._answer(message, question)

    async def sources(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """List the documents, or those about a topic."""
        topic = " ".join(context.args or [])
        found = await asyncio.to_thread(self._assistant.sources, topic)
        await self._say(update, render_sources(found, self._phrases(update), topic=topic))

    async def new(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """Forget the conversation."""
        if update.message is not None:
            self._assistant.forget(conversation(update.message))
            await self._say(update, render_text(self._phrases(update).say("fresh")))

    async def reload(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """Read the documents again, for admins: progress and report in one message."""
        phrases = self._phrases(update)
        message = update.message
        if message is None or not await self._admitted(update):
            return
        started = await persist(lambda: message.reply_text(phrases.say("reload_started")))
        try:
            shown = render_reload(await asyncio.to_thread(self._assistant.reload), phrases)
        except QuothError as error:
            shown = render_text(str(error))
        if started is None:
            await self._say(update, shown)
        else:
            await replace(started, shown)

    async def stats(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """Show how the bot is doing, to admins."""
        if await self._admitted(update):
            statistics = self._assistant.statistics()
            await self._say(update, render_statistics(statistics, self._phrases(update)))

    async def unknown_command(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """Say so in private; in groups the command may be another bot's."""
        message = update.message
        if message is not None and message.chat.type == ChatType.PRIVATE:
            name = (message.text or "").split()[0][:64]
            text = self._phrases(update).say("unknown_command", command=name)
            await self._say(update, render_text(text))

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

    async def other(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """Say in private that only text is read; in groups keep silent."""
        message = update.message
        if message is not None and message.chat.type == ChatType.PRIVATE:
            await self._say(update, render_text(self._phrases(update).say("only_text")))

    async def button(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """Show what a button asks for in the place of the answer it stands under."""
        query = update.callback_query
        if query is None:
            return
        phrases = self._phrases(update)
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

    async def error(self, update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Note what went wrong; the asker gets one sentence, never a traceback."""
        if isinstance(context.error, Conflict | InvalidToken):
            self.failure = CONFLICT
            context.application.stop_running()
            return
        _LOG.error("An update failed: %r", context.error)
        if isinstance(update, Update) and update.message is not None:
            await self._say(update, render_text(self._phrases(update).say("trouble")))

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

    async def _admitted(self, update: Update) -> bool:
        """Whether an admin asks; anyone else is told that only they may."""
        if self._is_admin(update):
            return True
        await self._say(update, render_text(self._phrases(update).say("admin_only")))
        return False

    def _is_admin(self, update: Update) -> bool:
        user = update.effective_user
        return user is not None and user.id in self._admins

    def _phrases(self, update: Update) -> Phrases:
        user: User | None = update.effective_user
        return self._assistant.phrases((user.language_code or "")[:2] if user else "")

    async def _say(self, update: Update, shown: Shown) -> None:
        if update.message is not None:
            await reply(update.message, shown)


async def _acknowledge(query: CallbackQuery, text: str) -> None:
    await persist(lambda: query.answer(text=text or None))
