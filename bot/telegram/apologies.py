"""The sentence before an answer that comes late, or that other messages had to give way to."""

from __future__ import annotations

from telegram import Update

from bot.telegram.channel import Channel
from bot.telegram.recent import Recent

OWED = 4_000  # as many updates as can be under way


class Apologies:
    """Knows what updates have an apology coming; it is made once access has let them through."""

    def __init__(self, channel: Channel) -> None:
        """Speak through `channel`."""
        self._channel = channel
        self._owed: Recent[int, str] = Recent(OWED)

    def owe(self, update: Update, phrase: str) -> None:
        """Let a phrase come before whatever an update is answered."""
        self._owed.put(update.update_id, phrase)

    async def make(self, update: Update) -> None:
        """Make the apology that an update has coming, if any."""
        phrase = self._owed.take(update.update_id)
        if phrase:
            await self._channel.say_phrase(update, phrase)
