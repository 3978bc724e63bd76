"""Where updates come in: each is noted, gets its turn, and is crossed out once it is handled."""

from __future__ import annotations

import asyncio
import datetime
import logging
from collections.abc import Awaitable, Callable, Sequence

from telegram import Update

from bot.telegram.backlog import Turn, arrange
from bot.telegram.inbox import Inbox, Written
from bot.telegram.turns import Turns

ROOM = 500  # updates that wait or are under way at a time; the others wait at Telegram
AT_ONCE = 100  # updates under way, as many as there are connections
BACKLOG = 2_000  # updates that waited for the bot, of which the newest of each chat goes first
_LOG = logging.getLogger(__name__)


class Reception:
    """Takes updates from polling or a webhook; each is handled once, whatever happens between."""

    def __init__(
        self,
        inbox: Inbox,
        *,
        handle: Callable[[Update], Awaitable[None]],
        apologise: Callable[[Update], Awaitable[None]],
        patience: datetime.timedelta,
    ) -> None:
        """Let `handle` answer an update; before one older than `patience` comes `apologise`."""
        self._inbox = inbox
        self._handle = handle
        self._apologise = apologise
        self._patience = patience
        self._turns: Turns[Turn] = Turns(self._take_turn, room=ROOM, at_once=AT_ONCE)
        self._gathered: list[Update] = []
        self._confirmed = 0

    @property
    def waiting(self) -> int:
        """How many updates wait or are under way."""
        return self._turns.waiting + len(self._gathered)

    @property
    def full(self) -> bool:
        """Whether there is no room for one more."""
        return self._turns.waiting >= ROOM or len(self._gathered) >= BACKLOG

    async def resume(self) -> None:
        """Take up what was noted and not handled when the bot last stopped."""
        left = await self._inbox.left()
        self._gathered += left
        if self._gathered:
            _LOG.info("%d messages are left from the last run.", len(self._gathered))

    async def waited(
        self, updates: Sequence[Written], *, since: datetime.datetime, more: bool
    ) -> None:
        """Updates that waited for the bot, which came back at `since`; `more` may follow."""
        new = await self._inbox.keep(updates)
        self._gathered += new
        if more and len(self._gathered) < BACKLOG:
            return
        gathered, self._gathered = self._gathered, []
        now = datetime.datetime.now(tz=datetime.UTC)
        arranged = arrange(gathered, since=since, oldest=now - self._patience)
        chosen = {turn.update.update_id for turn in arranged}
        passed_over = [u.update_id for u in gathered if u.update_id not in chosen]
        for number in passed_over:
            self._inbox.done(number)
        if passed_over:
            _LOG.info("%d updates waited; %d are passed over.", len(gathered), len(passed_over))
        for turn in arranged:
            await self._turns.put(_key(turn.update), turn)

    async def fresh(self, updates: Sequence[Written]) -> None:
        """Updates that have just arrived."""
        for update in await self._inbox.keep(updates):
            await self._turns.put(_key(update), Turn(update))

    def confirmed(self, number: int) -> None:
        """Telegram will not bring updates below a number again."""
        self._confirmed = number
        self._inbox.confirmed(number)

    async def finish(self, seconds: float) -> None:
        """Handle what is there, for so many seconds at the most; the rest stays noted."""
        left = await self._turns.finish(seconds)
        self._inbox.confirmed(self._confirmed)
        if left:
            _LOG.warning("%d messages are left for the next start.", left)

    async def _take_turn(self, turn: Turn) -> None:
        try:
            if turn.late:
                await self._apologise(turn.update)
            await self._handle(turn.update)
        except asyncio.CancelledError:
            raise
        except Exception:  # whatever a handler missed must not end its chat's line
            _LOG.exception("An update was not handled.")
        self._inbox.done(turn.update.update_id)


def _key(update: Update) -> tuple[str, int]:
    """What must not overtake: a chat's updates, or a person's inline queries."""
    if update.effective_chat is not None:
        return ("chat", update.effective_chat.id)
    return ("user", update.effective_user.id if update.effective_user else 0)
