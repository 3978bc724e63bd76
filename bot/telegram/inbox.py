"""Updates are noted in the journal before Telegram may forget them, until they are handled."""

from __future__ import annotations

import asyncio
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
        self._known: Recent[int, bool] = Recent(REMEMBERED)

    async def keep(self, updates: Sequence[Update]) -> list[Update]:
        """Note updates; those that were not noted before."""
        new = [update for update in updates if not self._known.get(update.update_id)]
        for update in new:
            self._known.put(update.update_id, True)
        if new:
            await asyncio.to_thread(self._note, new)
        return new

    def done(self, number: int) -> None:
        """Cross out an update: it is handled."""
        self._journal.arrivals.done(number)

    async def left(self, bot: Bot) -> list[Update]:
        """Updates that an earlier run noted and did not handle, oldest first."""
        arrivals = await asyncio.to_thread(self._journal.arrivals.all)
        for arrival in arrivals:
            self._known.put(arrival.number, True)
        bodies = [arrival.body for arrival in arrivals if arrival.body]
        return [Update.de_json(json.loads(body), bot) for body in bodies]

    def _note(self, updates: Sequence[Update]) -> None:
        arrivals = [Arrival(update.update_id, update.to_json()) for update in updates]
        self._journal.sweep()
        self._journal.arrivals.keep(arrivals, at=self._journal.now())
