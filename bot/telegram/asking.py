"""Questions, each answered under the message that asks; those of one chat are answered in order."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from telegram import Bot, Message, Update, User
from telegram.ext import ContextTypes

from bot.answer import Answer
from bot.cache import Cache
from bot.conversation import Said, Turn, turn_of
from bot.journal import Asked, Recalled
from bot.rendering import render_answer
from bot.replying.hearing import KEPT
from bot.telegram.addressing import (
    addressed,
    behind_command,
    conversation,
    replied_to,
    topic_of,
    without_mention,
    writer,
)
from bot.telegram.channel import Channel
from bot.telegram.messages.buttons import Rows, under_answer
from bot.telegram.messages.entities import Piece, pieces
from bot.telegram.recent import Recent
from bot.telegram.sending.replies import reply_pieces
from bot.telegram.timelines import TIMELINE, Timelines

ASK, NEW = "/ask", "/new"


@dataclass(frozen=True, slots=True)
class _Drawn:
    """An answer as it is sent; `answer` itself stays, so that no other has its identity."""

    answer: Answer
    parts: tuple[Piece, ...]
    buttons: Rows


@dataclass(frozen=True, slots=True)
class Question:
    """What someone asks in a chat, and which message of the bot they reply to, if any.

    `message` is the message to answer, `number` its id where it is the person's own, 0 where a
    button asked; `about` the part of the bot's message that is asked about.
    """

    message: Message
    asker: int
    number: int
    text: str
    replies_to: int
    about: str

    @property
    def conversation(self) -> str:
        """The key of the conversation in which it is asked."""
        return conversation(self.message.chat.id, self.asker, topic_of(self.message))


class Asking:
    """Answers questions; conversations are the journal's, so that they outlive a restart."""

    def __init__(self, channel: Channel, timelines: Timelines) -> None:
        """Speak through `channel`."""
        self._channel = channel
        self._timelines = timelines
        self._assistant = channel.assistant
        self._questions = channel.journal.questions
        self._drawn: Cache[_Drawn] = Cache(KEPT)
        self._last: Recent[str, int] = Recent(channel.settings.conversation.conversations)

    async def ask(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Answer the question behind /ask."""
        message = update.message
        if message is None:
            return
        bot = context.bot.bot
        text = behind_command(without_mention(message, bot)) or replied_to(message, bot)
        if text:
            await self._answer(_question_of(message, text, bot), context.bot)
        else:
            await self._channel.say_phrase(update, "question_missing", example=f"{ASK} …")

    async def text(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Answer a plain message that is meant for the bot."""
        message, bot = update.message, context.bot.bot
        if message is not None and addressed(message, bot):
            text = without_mention(message, bot) or replied_to(message, bot)
            question = _question_of(message, text, bot)
            if not await self._timelines.told(message, text, parent=self._parent(question)):
                await self._answer(question, context.bot)

    async def timeline(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Show the timeline of the topic behind the command."""
        message = update.message
        if message is None:
            return
        topic = behind_command(message.text or "")
        if topic:
            question = _question_of(message, f"{TIMELINE} {topic}", context.bot.bot)
            await self._timelines.told(message, question.text, parent=self._parent(question))
        else:
            await self._channel.say_phrase(update, "topic_missing", example=f"{TIMELINE} …")

    async def offered(self, message: Message, user: User, text: str, bot: Bot) -> None:
        """Answer a question that someone has taken up with a button under `message`."""
        await self._answer(
            Question(
                message=message,
                asker=user.id,
                number=0,
                text=text,
                replies_to=message.message_id,
                about="",
            ),
            bot,
        )

    async def new(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Forget the conversation, and answer what stands behind the command, if anything does."""
        message, bot = update.message, context.bot.bot
        if message is None:
            return
        asker, topic = writer(message), topic_of(message)
        self._assistant.forget(conversation(message.chat.id, asker, topic))
        self._questions.close(message.chat.id, asker, topic=topic)
        text = behind_command(without_mention(message, bot))
        if text:
            question = _question_of(message, text, bot)
            await self._answer(replace(question, replies_to=0, about=""), context.bot)
        else:
            await self._channel.say_phrase(update, "fresh")

    def take_up(self, edited: Asked, dialogue: tuple[Said, ...]) -> None:
        """Bring a conversation to where a message leaves it that was edited, if it stands there.

        `dialogue` is what led to it, and itself unless it asks for a timeline now.
        """
        key = conversation(edited.chat, edited.asker, edited.topic)
        if self._last.get(key) == (edited.parent if edited.timeline else edited.reply):
            self._assistant.resume(key, dialogue)
            if dialogue:
                self._last.put(key, edited.reply)

    def moved(self, asked: Asked, reply: int) -> None:
        """The answer to a message ends with another message of the bot from now on."""
        if reply != asked.reply:
            self._questions.move(asked.chat, asked.reply, to=reply)
            key = conversation(asked.chat, asked.asker, asked.topic)
            if self._last.get(key) == asked.reply:
                self._last.put(key, reply)

    def _parent(self, question: Question) -> Callable[[], Awaitable[int | None]]:
        """What finds the reply that a question carries on."""

        async def find() -> int | None:
            return (await self._lead_in(question))[1]

        return find

    async def _answer(self, question: Question, bot: Bot) -> None:
        """Answer a question under its message, and keep both in the journal once they are sent."""
        turns, parent = await self._lead_in(question)
        snapshot = self._assistant.snapshot
        answer = await self._channel.work_out(self._ask, question, turns)
        alone = answer.question.text == question.text and self._assistant.snapshot is snapshot
        drawn = self._drawn_of(answer, bot, keep=alone)
        sent = await reply_pieces(
            question.message, drawn.parts, buttons=drawn.buttons, quote=question.text
        )
        if not sent:
            return
        chat = question.message.chat.id
        self._last.put(question.conversation, sent[-1])
        self._channel.journal.keep(
            Asked(
                chat=chat,
                reply=sent[-1],
                first=sent[0],
                middle=sent[1:-1],
                message=question.number,
                parent=parent,
                asker=question.asker,
                text=question.text,
                about=question.about,
                searched=answer.question.text,
                answered=answer.answered,
                turn=turn_of(answer),
                asked=self._channel.journal.now(),
                topic=topic_of(question.message),
            )
        )

    def _drawn_of(self, answer: Answer, bot: Bot, *, keep: bool) -> _Drawn:
        """An answer as it is sent; one to `keep`, which may be given again, is drawn once."""

        def draw() -> _Drawn:
            phrases = self._assistant.phrases(answer.language)
            buttons = under_answer(answer, phrases, bot=bot.username)
            return _Drawn(answer, pieces(render_answer(answer, phrases)), buttons)

        source = self._assistant.snapshot.retriever
        return self._drawn.get(id(answer), source, draw, keep=keep)

    def _ask(self, question: Question, turns: tuple[Turn, ...]) -> Answer:
        return self._assistant.ask(
            question.text, conversation=question.conversation, about=question.about, after=turns
        )

    async def _lead_in(self, question: Question) -> tuple[tuple[Turn, ...], int | None]:
        """The turns that a question carries on, and the reply behind them, None if there is none.

        The journal is asked where others' conversations have taken the place of this one.
        """
        chat, settings = question.message.chat.id, self._channel.settings.conversation
        key, topic = question.conversation, topic_of(question.message)
        held = self._assistant.turns(key)
        last = self._last.get(key) if held else None
        found: Recalled | None = None
        if question.replies_to and question.replies_to != last:
            stood = self._questions.stood_at(chat, question.replies_to, turns=settings.turns)
            found = await asyncio.wrap_future(stood)
        if found is None and last is None:
            since = self._channel.journal.now() - settings.minutes * 60
            left = self._questions.left_by(
                chat, question.asker, since=since, turns=settings.turns, topic=topic
            )
            found = await asyncio.wrap_future(left)
        if found is None or found.reply == last:
            return held, last
        turns = found.turns
        if turns is None:
            turns = await self._channel.work_out(self._replayed, chat, found.reply)
        return turns, found.reply

    def _replayed(self, chat: int, reply: int) -> tuple[Turn, ...]:
        """The turns that led to a reply, answered once more."""
        turns = self._channel.settings.conversation.turns
        return self._assistant.turns_of(self._questions.dialogue(chat, reply, turns=turns))


def _question_of(message: Message, text: str, bot: User) -> Question:
    """What a message asks, once commands and mentions are taken off."""
    replied = message.reply_to_message
    to_bot = (
        replied is not None and replied.from_user is not None and replied.from_user.id == bot.id
    )
    return Question(
        message=message,
        asker=writer(message),
        number=message.message_id,
        text=text,
        replies_to=replied.message_id if replied is not None and to_bot else 0,
        about=message.quote.text.strip() if to_bot and message.quote else "",
    )
