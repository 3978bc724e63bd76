"""Updates are noted in the journal before Telegram may forget them, until they are handled."""

from __future__ import annotations

import asyncio
import hashlib
import json
import logging
from collections.abc import Sequence
from typing import Any, TypeAlias

from telegram import Bot, Update

from bot.journal import Arrival, Journal
from bot.telegram.addressing import command_first
from bot.telegram.recent import Recent

REMEMBERED = 1_000  # updates that are known not to be new; Telegram repeats the last ones only
MESSAGES = (Update.MESSAGE, Update.EDITED_MESSAGE)
UNREADABLE = (ValueError, TypeError, KeyError, AttributeError)
REPLIED = "reply_to_message"
# What a message is read by when something else in it has changed with Telegram.
PLAIN = frozenset(
    {
        *("message_id", "date", "edit_date", "chat", "from", "sender_chat", "is_automatic_forward"),
        *("text", "entities", "quote", "via_bot", "media_group_id"),
        *("message_thread_id", "is_topic_message"),
    }
)
Written: TypeAlias = dict[str, Any]  # an update as Telegram writes it
_LOG = logging.getLogger(__name__)


class Inbox:
    """Tells new updates from those that came before, also before the last start."""

    def __init__(self, journal: Journal, bot: Bot) -> None:
        """Note updates of `bot` in `journal`."""
        self._journal = journal
        self._bot = bot
        self._known: Recent[int, str] = Recent(REMEMBERED)

    async def keep(self, updates: Sequence[Written]) -> list[Update]:
        """Note updates; those that were not noted before."""
        new, arrivals = [], []
        for written in updates:
            arrival = _arrival(written)
            if self._known.get(arrival.number) != arrival.digest:
                self._known.put(arrival.number, arrival.digest)
                new.append(written)
                arrivals.append(arrival)
        if new:
            self._journal.sweep()
            await asyncio.wrap_future(self._journal.arrivals.keep(arrivals, at=self._journal.now()))
        return self._read(new)

    def done(self, number: int) -> None:
        """Cross out an update: it is handled."""
        self._journal.arrivals.done(number)

    def confirmed(self, number: int) -> None:
        """Telegram will not bring updates below a number again."""
        self._journal.arrivals.confirmed(number)

    async def left(self) -> list[Update]:
        """Updates that an earlier run noted and did not handle, oldest first."""
        arrivals = await asyncio.to_thread(self._journal.arrivals.all)
        for arrival in arrivals:
            self._known.put(arrival.number, arrival.digest)
        return self._read([json.loads(arrival.body) for arrival in arrivals if arrival.body])

    def _read(self, updates: Sequence[Written]) -> list[Update]:
        """The updates that can be read; others are crossed out, since they never will be."""
        found = []
        for written in updates:
            try:
                found.append(self._made(written))
            except UNREADABLE as error:
                _LOG.warning("An update of Telegram's can't be read: %r", error)
                self.done(written["update_id"])
        return found

    def _made(self, written: Written) -> Update:
        """An update as an object; of a message with something that the library can't read the rest.

        Raises one of `UNREADABLE` where there is none.
        """
        try:
            return Update.de_json(self._plainly(written), self._bot)
        except UNREADABLE:
            rest = {
                kind: _rest(message) if kind in MESSAGES else message
                for kind, message in written.items()
            }
            return Update.de_json(self._plainly(rest), self._bot)

    def _plainly(self, written: Written) -> Written:
        """An update whose message, if it brings one, gives its command at once."""
        messages = {
            kind: command_first(written[kind], self._bot.username)
            for kind in MESSAGES
            if kind in written
        }
        return {**written, **messages}


def _arrival(written: Written) -> Arrival:
    body = json.dumps(written, separators=(",", ":"))
    digest = hashlib.blake2b(body.encode(), digest_size=8).hexdigest()
    return Arrival(number=written["update_id"], digest=digest, body=body)


def _rest(message: Written) -> Written:
    """What there is plain in a message, and in the one that it replies to."""
    plain = {name: value for name, value in message.items() if name in PLAIN}
    return {**plain, REPLIED: _rest(message[REPLIED])} if REPLIED in message else plain
