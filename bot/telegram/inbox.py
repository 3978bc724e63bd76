"""Updates are noted in the journal before Telegram may forget them, until they are handled."""

from __future__ import annotations

import asyncio
import hashlib
import json
from collections.abc import Sequence

from telegram import Bot, Update

from bot.journal import Arrival, Journal
from bot.telegram.recent import Recent

REMEMBERED = 20_000  # updates that are known not to be new


class Inbox:
    """Tells new updates from those that came before, also before the last start."""

    def __init__(self, journal: Journal) -> None:
        """Note updates in `journal`."""
        self._journal = journal
        self._known: Recent[int, str] = Recent(REMEMBERED)

    async def keep(self, updates: Sequence[Update]) -> list[Update]:
        """Note updates; those that were not noted before."""
        new, arrivals = [], []
        for update in updates:
            arrival = _arrival(update)
            if self._known.get(arrival.number) != arrival.digest:
                self._known.put(arrival.number, arrival.digest)
                new.append(update)
                arrivals.append(arrival)
        if new:
            await asyncio.to_thread(self._note, arrivals)
        return new

    def done(self, number: int) -> None:
        """Cross out an update: it is handled."""
        self._journal.arrivals.done(number)

    def confirmed(self, number: int) -> None:
        """Telegram will not bring updates below a number again."""
        self._journal.arrivals.confirmed(number)

    async def left(self, bot: Bot) -> list[Update]:
        """Updates that an earlier run noted and did not handle, oldest first."""
        arrivals = await asyncio.to_thread(self._journal.arrivals.all)
        for arrival in arrivals:
            self._known.put(arrival.number, arrival.digest)
        bodies = [arrival.body for arrival in arrivals if arrival.body]
        return [Update.de_json(json.loads(body), bot) for body in bodies]

    def _note(self, arrivals: Sequence[Arrival]) -> None:
        self._journal.sweep()
        self._journal.arrivals.keep(arrivals, at=self._journal.now())


def _arrival(update: Update) -> Arrival:
    body = update.to_json()
    digest = hashlib.blake2b(body.encode(), digest_size=8).hexdigest()
    return Arrival(number=update.update_id, digest=digest, body=body)
