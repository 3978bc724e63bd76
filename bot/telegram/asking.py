"""Questions, each answered under the message that asks; those of one chat come one by one."""

from __future__ import annotations

import asyncio
import dataclasses
from dataclasses import dataclass

from telegram import Bot, Message, Update, User
from telegram.ext import ContextTypes

from bot.answer import Answer
from bot.conversation import Said
from bot.journal import Asked
from bot.message import Message as Shown
from bot.rendering import render_answer
from bot.screens import render_timeline
from bot.telegram.addressing import addressed, conversation, without_mention
from bot.telegram.buttons import under_answer
from bot.telegram.channel import Channel
from bot.telegram.fitting import fitting_answer
from bot.telegram.links import token
from bot.telegram.recent import Recent
from bot.telegram.sending import replace, reply, withdraw

ASK = "/ask"


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


class Asking:
    """Answers questions; conversations are the journal's, so that they outlive a restart."""

    def __init__(self, channel: Channel) -> None:
        """Speak through `channel`."""
        self._channel = channel
        self._assistant = channel.assistant
        self._questions = channel.journal.questions
        self._last: Recent[str, int] = Recent(channel.settings.conversation.conversations)

    async def ask(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Answer the question behind /ask."""
        message = update.message
        if message is None:
            return
        text = behind_command(message.text or "")
        if text:
            await self._answer(question_of(message, text, context.bot.bot), context.bot)
        else:
            await self._channel.say_phrase(update, "question_missing", example=f"{ASK} …")

    async def text(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Answer a plain message that is meant for the bot."""
        message = update.message
        if message is not None and addressed(message, context.bot.bot):
            text = without_mention(message, context.bot.bot)
            if self._assistant.asks_timeline(text):
                asked = await asyncio.to_thread(self._assistant.timeline_asked, text)
                if asked is not None:
                    await self._channel.say(update, render_timeline(*asked))
                    return
            await self._answer(question_of(message, text, context.bot.bot), context.bot)

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

    async def new(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """Forget the conversation."""
        message = update.message
        if message is not None:
            asker = message.from_user.id if message.from_user else 0
            self._assistant.forget(conversation(message.chat.id, asker))
            self._questions.close(message.chat.id, asker)
            await self._channel.say_phrase(update, "fresh")

    async def edited(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Answer an edited question in the place of its earlier answer."""
        message = update.edited_message
        if message is None or not message.text:
            return
        command = message.text.startswith("/")
        if command and not message.text.startswith(ASK):
            return
        text = behind_command(message.text) if command else ""
        text = text or without_mention(message, context.bot.bot)
        place = (message.chat.id, message.message_id)
        earlier = await asyncio.to_thread(self._questions.asked_in, *place)
        if earlier is None or earlier.text == text:
            return
        before, answer = await asyncio.to_thread(self._ask_anew, earlier, text)
        if self._shown(before) != self._shown(answer):
            await self._put(message, answer, earlier)
            earlier = dataclasses.replace(earlier, first=earlier.reply)
        self._keep(earlier, text, answer)

    async def _answer(self, question: Question, bot: Bot) -> None:
        answer, parent = await asyncio.to_thread(self._ask, question)
        phrases = self._assistant.phrases(answer.language)
        buttons = under_answer(answer, phrases, bot=bot.username)
        shown = render_answer(answer, phrases)
        sent = await reply(question.message, shown, buttons=buttons, quote=question.text)
        if not sent or not sent[-1]:
            return
        chat = question.message.chat.id
        self._last.put(conversation(chat, question.asker), sent[-1])
        self._channel.journal.keep(
            Asked(
                chat=chat,
                reply=sent[-1],
                first=sent[0],
                message=question.number,
                parent=parent,
                asker=question.asker,
                text=question.text,
                about=question.about,
                searched=answer.question.text,
                answered=answer.answered,
                asked=self._channel.journal.now(),
            )
        )

    def _ask(self, question: Question) -> tuple[Answer, int | None]:
        """The answer, and the reply whose conversation the question carries on."""
        chat = question.message.chat.id
        key = conversation(chat, question.asker)
        parent = self._lead_in(key, chat, question)
        answer = self._assistant.ask(question.text, conversation=key, about=question.about)
        return answer, parent

    def _lead_in(self, key: str, chat: int, question: Question) -> int | None:
        """Bring the conversation to where the question takes it up."""
        last = self._last.get(key)
        turns = self._channel.settings.conversation.turns
        taken_up = last if self._assistant.remembers(key) else None
        if question.replies_to:
            earlier = self._questions.answered_by(chat, question.replies_to)
            taken_up = earlier.reply if earlier else taken_up
        elif taken_up is None:
            since = self._channel.journal.now() - self._channel.settings.conversation.minutes * 60
            latest = self._questions.latest(chat, question.asker, since=since)
            taken_up = latest.reply if latest else None
        if taken_up is not None and (taken_up != last or not self._assistant.remembers(key)):
            dialogue = self._questions.dialogue(chat, taken_up, turns=turns)
            self._assistant.resume(key, dialogue)
        return taken_up

    def _ask_anew(self, earlier: Asked, text: str) -> tuple[Answer, Answer]:
        """The answers to a message as it read and as it reads now, in its conversation."""
        turns = self._channel.settings.conversation.turns
        before = (
            self._questions.dialogue(earlier.chat, earlier.parent, turns=turns)
            if earlier.parent is not None
            else ()
        )
        dialogue = (*before, Said(text, about=earlier.about))
        key = conversation(earlier.chat, earlier.asker)
        if self._last.get(key) == earlier.reply:
            self._assistant.resume(key, dialogue)
        read = Said(earlier.text, about=earlier.about)
        return self._assistant.again((*before, read)), self._assistant.again(dialogue)

    def _shown(self, answer: Answer) -> tuple[Shown, tuple[str, ...]]:
        """What people see of an answer: its words, and what its buttons lead to."""
        places = tuple(token(quote.reference) for quote in answer.quotes)
        return render_answer(answer, self._assistant.phrases(answer.language)), places

    def _keep(self, earlier: Asked, text: str, answer: Answer) -> None:
        """Keep what an edited message asks now in place of what it asked before."""
        searched, answered = answer.question.text, answer.answered
        self._channel.journal.keep(
            dataclasses.replace(earlier, text=text, searched=searched, answered=answered)
        )

    async def _put(self, message: Message, answer: Answer, earlier: Asked) -> None:
        """Put an answer in the place of an earlier one, in the message that has the buttons.

        The earlier one may have begun in a message before, which goes.
        """
        phrases = self._assistant.phrases(answer.language)
        answer = fitting_answer(answer, phrases)
        buttons = under_answer(answer, phrases, bot=message.get_bot().username)
        old = self._channel.own(message, earlier.reply)
        await replace(old, render_answer(answer, phrases), buttons=buttons)
        if earlier.first != earlier.reply:
            await withdraw(self._channel.own(message, earlier.first))


def question_of(message: Message, text: str, bot: User) -> Question:
    """What a message asks, once commands and mentions are taken off."""
    replied = message.reply_to_message
    to_bot = (
        replied is not None and replied.from_user is not None and replied.from_user.id == bot.id
    )
    return Question(
        message=message,
        asker=message.from_user.id if message.from_user else 0,
        number=message.message_id,
        text=text,
        replies_to=replied.message_id if replied is not None and to_bot else 0,
        about=message.quote.text.strip() if to_bot and message.quote else "",
    )


def behind_command(text: str) -> str:
    """What stands behind a command."""
    return text.partition(" ")[2].strip() or text.partition("\n")[2].strip()
