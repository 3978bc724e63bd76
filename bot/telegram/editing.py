"""Edited messages: what they ask now is answered in place of what they asked before."""

from __future__ import annotations

import asyncio
import dataclasses
import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from telegram import Message, Update, User
from telegram.ext import ContextTypes

from bot.answer import Answer
from bot.conversation import Said, turn_of
from bot.journal import Asked
from bot.message import Message as Shown
from bot.rendering import render_answer
from bot.telegram.addressing import behind_command, command_of, without_mention
from bot.telegram.asking import ASK, NEW, Asking
from bot.telegram.channel import Channel
from bot.telegram.messages.buttons import Rows, under_answer
from bot.telegram.messages.entities import Piece, pieces
from bot.telegram.messages.fitting import fitting_answer
from bot.telegram.messages.links import token
from bot.telegram.sending.replies import rewrite
from bot.telegram.timelines import TIMELINE, Timelines

EDITABLE = datetime.timedelta(hours=48)  # later Telegram tells of what no one has written


@dataclass(frozen=True, slots=True)
class Reply:
    """What a message gets: its words, and the answer behind them, None behind a timeline."""

    shown: Shown
    answer: Answer | None

    @property
    def visible(self) -> tuple[Shown, tuple[str, ...]]:
        """What people see of it: its words, and what its buttons lead to."""
        quotes = self.answer.quotes if self.answer else ()
        return self.shown, tuple(token(quote.reference) for quote in quotes)

    def standing(self, numbers: Sequence[int]) -> Mapping[int, Piece]:
        """What some messages, which hold it, show without buttons, by their ids.

        Nothing where it was put into fewer messages than it takes.
        """
        parts = pieces(self.shown)
        if len(parts) != len(numbers):
            return {}
        bare = len(parts) if self.answer is None else len(parts) - 1
        return dict(zip(numbers[:bare], parts[:bare], strict=True))


class Editing:
    """Answers edited messages, those too that ask something only now.

    Of an answer in several messages one is made, shortened to fit.
    """

    def __init__(self, channel: Channel, asking: Asking, timelines: Timelines) -> None:
        """Speak through `channel`; conversations go on as `asking` knows them."""
        self._channel = channel
        self._assistant = channel.assistant
        self._questions = channel.journal.questions
        self._asking = asking
        self._timelines = timelines

    async def edited(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Answer an edited message in the place of its earlier answer."""
        message = update.edited_message
        text = _asks(message, context.bot.bot) if message is not None else ""
        if message is None or not text:
            return
        place = (message.chat.id, message.message_id)
        earlier = await asyncio.to_thread(self._questions.asked_in, *place)
        if earlier is None:
            await self._first(Update(update.update_id, message=message), context)
            return
        if earlier.text == text:
            return
        before, now = await self._channel.work_out(self._anew, earlier, text, message.from_user)
        changed = dataclasses.replace(
            earlier,
            text=text,
            searched=now.answer.question.text if now.answer else text,
            answered=now.answer.answered if now.answer else True,
            turn=turn_of(now.answer) if now.answer else None,
            timeline=now.answer is None,
        )
        if before.visible != now.visible or not self._as_told(earlier):
            held = await self._put(message, now, before, earlier)
            changed = dataclasses.replace(changed, first=held[0], middle=held[1:-1], reply=held[-1])
            self._asking.moved(earlier, held[-1])
        self._channel.journal.keep(changed)

    async def _first(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Answer a message that had no answer as it read before: without a question, or unmeant."""
        message = update.message
        if message is None or (message.edit_date or message.date) - message.date > EDITABLE:
            return
        command = command_of(message, context.bot.bot)
        asking = self._asking
        commands = {ASK[1:]: asking.ask, NEW[1:]: asking.new, TIMELINE[1:]: asking.timeline}
        await commands.get(command, asking.text)(update, context)

    def _anew(self, earlier: Asked, text: str, reader: User | None) -> tuple[Reply, Reply]:
        """The replies to a message as it read and as it reads now, in its conversation."""
        turns = self._channel.settings.conversation.turns
        before = (
            self._questions.dialogue(earlier.chat, earlier.parent, turns=turns)
            if earlier.parent is not None
            else ()
        )
        old = self._reply(before, Said(earlier.text, about=earlier.about), reader)
        said = Said(text, about=earlier.about)
        new = self._reply(before, said, reader)
        self._asking.take_up(earlier, (*before, said) if new.answer else before)
        return old, new

    def _reply(self, before: tuple[Said, ...], said: Said, reader: User | None) -> Reply:
        timeline = self._timelines.shown(said.text, reader)
        if timeline is not None:
            return Reply(timeline, None)
        answer = self._assistant.again((*before, said))
        return Reply(render_answer(answer, self._assistant.phrases(answer.language)), answer)

    async def _put(
        self, message: Message, now: Reply, before: Reply, earlier: Asked
    ) -> tuple[int, ...]:
        """Put a reply in the place of an earlier one; the ids of the messages that hold it now."""
        shown, buttons = now.shown, Rows()
        if now.answer is not None:
            phrases = self._assistant.phrases(now.answer.language)
            answer = fitting_answer(now.answer, phrases)
            shown = render_answer(answer, phrases)
            buttons = under_answer(answer, phrases, bot=message.get_bot().username)
        numbers = (*earlier.earlier_parts, earlier.reply)
        return await rewrite(
            [self._channel.own(message, number) for number in numbers],
            shown,
            to=message,
            buttons=buttons,
            standing=before.standing(numbers) if self._as_told(earlier) else {},
        )

    def _as_told(self, earlier: Asked) -> bool:
        """Whether the documents are those that an earlier answer was taken from."""
        return self._assistant.snapshot.built.timestamp() <= earlier.asked


def _asks(message: Message, bot: User) -> str:
    """What an edited message asks: a text, or a timeline by its command; "" for anything else."""
    text = message.text or ""
    if not text.startswith("/"):
        return without_mention(message, bot)
    command, given = f"/{command_of(message, bot)}", behind_command(text)
    if command in {ASK, NEW}:
        return given
    return f"{TIMELINE} {given}" if command == TIMELINE and given else ""
