"""What all handlers share: the assistant, who is an admin, and in whose language to speak."""

from __future__ import annotations

from dataclasses import dataclass

from telegram import Update, User

from bot.assistant import Assistant
from bot.message import Message as Shown
from bot.phrasing import Phrases
from bot.screens import render_text
from bot.telegram.sending import reply


@dataclass(frozen=True, slots=True)
class Channel:
    """The bot's side of every chat; `admins` are user ids."""

    assistant: Assistant
    admins: frozenset[int]

    def phrases(self, user: User | None) -> Phrases:
        """The wording in a person's language, as far as there is one."""
        return self.assistant.phrases(((user.language_code if user else None) or "")[:2])

    def is_admin(self, user: User | None) -> bool:
        """Whether someone may do what only admins may."""
        return user is not None and user.id in self.admins

    async def say(self, update: Update, shown: Shown) -> None:
        """Reply to the message of an update; nothing where there is none."""
        if update.message is not None:
            await reply(update.message, shown)

    async def say_phrase(self, update: Update, name: str, **fields: str | int) -> None:
        """Reply with a phrase in the person's language."""
        phrases = self.phrases(update.effective_user)
        await self.say(update, render_text(phrases.say(name, seed="", **fields)))
