"""What all handlers share: the assistant, the journal, who is an admin, and how to speak."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TypeVar

from telegram import Message, Update, User
from telegram.constants import ChatID

from bot.assistant import Assistant
from bot.journal import Journal
from bot.message import Message as Shown
from bot.phrasing import Phrases
from bot.screens import render_text
from bot.settings import Settings
from bot.telegram.addressing import conversation
from bot.telegram.messages.links import Links
from bot.telegram.reloading import Reloads
from bot.telegram.sending.replies import reply

# The users under whom all show that write in the name of a group or a channel.
SHARED = frozenset({ChatID.ANONYMOUS_ADMIN, ChatID.FAKE_CHANNEL, ChatID.SERVICE_CHAT})
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Channel:
    """The bot's side of every chat.

    Answers are worked out in `thread`: several would only wait for each other, since Python runs
    one at a time.
    """

    assistant: Assistant
    journal: Journal
    settings: Settings
    thread: Executor = field(default_factory=lambda: ThreadPoolExecutor(1, "answers"))
    links: Links = field(init=False)
    reloads: Reloads = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "links", Links(self.assistant))
        object.__setattr__(self, "reloads", Reloads(self.assistant))

    @property
    def admins(self) -> frozenset[int]:
        """The user ids of the admins."""
        return self.settings.telegram.admins

    def phrases(self, user: User | None) -> Phrases:
        """The wording in a person's language, as far as there is one."""
        return self.assistant.phrases(((user.language_code if user else None) or "")[:2])

    def is_admin(self, user: User | None) -> bool:
        """Whether someone may do what only admins may; nobody under an id that many share."""
        return user is not None and user.id in self.admins and user.id not in SHARED

    async def work_out(self, answer: Callable[..., Result], *given: object) -> Result:
        """What takes the assistant its time, aside of the event loop, in the order of asking."""
        return await asyncio.get_running_loop().run_in_executor(self.thread, answer, *given)

    def forget(self, user: int, chat: int) -> bool:
        """Delete all that is kept of a person; False where the journal refuses."""
        for place, topic in {(chat, 0), *self.journal.questions.places_of(user)}:
            self.assistant.forget(conversation(place, user, topic))
        return self.journal.forget(user)

    async def admitted(self, update: Update) -> bool:
        """Whether an admin asks; anyone else is told that only they may."""
        user = update.effective_user
        if self.is_admin(user):
            return True
        if user is None or user.id in SHARED:
            await self.say_phrase(update, "admin_anonymous")
        else:
            await self.say_phrase(update, "admin_only", user=user.id)
        return False

    def own(self, near: Message, number: int) -> Message:
        """The bot's own message with an id, in the chat of the message `near`."""
        message = Message(message_id=number, date=near.date, chat=near.chat)
        message.set_bot(near.get_bot())
        return message

    async def say(self, update: Update, shown: Shown) -> None:
        """Reply to the message of an update; nothing where there is none."""
        if update.message is not None:
            await reply(update.message, shown)

    async def say_phrase(self, update: Update, name: str, **fields: str | int) -> None:
        """Reply with a phrase in the person's language."""
        phrases = self.phrases(update.effective_user)
        await self.say(update, render_text(phrases.say(name, seed="", **fields)))
