"""Timelines, asked for by command or in a sentence; nothing leans on them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from telegram import Message, User

from bot.commands import topic_and_page
from bot.journal import Asked
from bot.message import Message as Shown
from bot.screens import render_timeline
from bot.telegram.addressing import behind_command, topic_of, writer
from bot.telegram.channel import Channel
from bot.telegram.sending.replies import reply

TIMELINE = "/timeline"


class Timelines:
    """Shows timelines, and keeps where they stand, so that an edit changes them in their place."""

    def __init__(self, channel: Channel) -> None:
        """Speak through `channel`."""
        self._channel = channel

    async def told(
        self, message: Message, text: str, *, parent: Callable[[], Awaitable[int | None]]
    ) -> bool:
        """Answer a text that asks for a timeline; False for any other.

        `parent` finds the reply that the conversation stands at meanwhile.
        """
        if not self._asks(text):
            return False
        shown = await self._channel.work_out(self.shown, text, message.from_user)
        if shown is None:
            return False
        sent = await reply(message, shown)
        if sent:
            asked = Asked(
                chat=message.chat.id,
                reply=sent[-1],
                first=sent[0],
                middle=sent[1:-1],
                message=message.message_id,
                parent=await parent(),
                asker=writer(message),
                text=text,
                about="",
                searched=text,
                answered=True,
                asked=self._channel.journal.now(),
                timeline=True,
                topic=topic_of(message),
            )
            self._channel.journal.keep(asked)
        return True

    def shown(self, text: str, reader: User | None) -> Shown | None:
        """The timeline that a text asks for; None where it asks for none, or a sentence for one of
        which nothing is dated.
        """
        assistant = self._channel.assistant
        if text.startswith(TIMELINE):
            topic, page = topic_and_page(behind_command(text))
            return render_timeline(
                assistant.timeline(topic, page=page), self._channel.phrases(reader)
            )
        asked = assistant.timeline_asked(text)
        return render_timeline(*asked) if asked is not None else None

    def _asks(self, text: str) -> bool:
        return text.startswith(TIMELINE) or self._channel.assistant.asks_timeline(text)
