"""Where updates come in: each is noted, waits for its turn, and is crossed out once handled."""

from __future__ import annotations

import asyncio
import datetime
import logging
from collections.abc import Awaitable, Callable, Sequence

from telegram import Update

from bot.telegram.receiving.backlog import Turn, arrange, message_of
from bot.telegram.receiving.inbox import Inbox, Written
from bot.telegram.receiving.turns import Bounds, Turns

# As many are under way as there are connections, half as many wait here, all others at Telegram.
BOUNDS = Bounds(room=150, under_way=100, each=30, in_all=4_000)
LATE, PASSED_OVER = "late", "passed_over"  # the phrases of apologies
BACKLOG = 20_000  # updates of some 3 kB that waited, of which the newest of each chat goes first
_LOG = logging.getLogger(__name__)


class Reception:
    """Takes updates from polling or a webhook; each is handled once, whatever happens between."""

    def __init__(
        self,
        inbox: Inbox,
        *,
        handle: Callable[[Update], Awaitable[None]],
        apologise: Callable[[Update, str], None],
        meant: Callable[[Update], bool],
        patience: datetime.timedelta,
    ) -> None:
        """Let `handle` answer an update.

        `apologise` is told of the phrase that has to come before the answer, where an update is
        older than `patience` or the first after others that were passed over; `meant` tells what
        is for the bot from what people say to each other.
        """
        self._inbox = inbox
        self._handle = handle
        self._apologise = apologise
        self._meant = meant
        self._patience = patience
        self._turns: Turns[Turn] = Turns(self._take_turn, BOUNDS, rank=self._rank)
        self.aside = self._turns.aside
        self._sorry: dict[tuple[str, int], bool] = {}  # whom too much was of; whether they know
        self._gathered: list[Update] = []
        self._confirmed = 0

    @property
    def waiting(self) -> int:
        """How many updates wait or are under way."""
        return self._turns.waiting + len(self._gathered)

    @property
    def full(self) -> bool:
        """Whether there is no room for one more."""
        return self._turns.full or len(self._gathered) >= BACKLOG

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
            await self._put(turn)

    async def fresh(self, updates: Sequence[Written]) -> None:
        """Updates that have just arrived."""
        for update in await self._inbox.keep(updates):
            await self._put(Turn(update))

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

    async def _put(self, turn: Turn) -> None:
        """Let an update wait for its turn; where its chat has too many, the oldest gives way."""
        key = _key(turn.update)
        given_up = await self._turns.put(key, turn)
        if given_up is None:
            return
        self._inbox.done(given_up.update.update_id)
        if self._asks(given_up.update) and key not in self._sorry:
            self._sorry[key] = False
            _LOG.warning("One chat sends more than can be answered: its newest messages count.")

    def _rank(self, turn: Turn) -> tuple[int, int]:
        """Talk gives way before questions, these before presses of buttons, older before newer."""
        update = turn.update
        kind = 2 if message_of(update) is None else int(self._meant(update))
        return kind, update.update_id

    def _asks(self, update: Update) -> bool:
        return message_of(update) is not None and self._meant(update)

    async def _take_turn(self, turn: Turn) -> None:
        """Handle an update, after the apology that it may need, and cross it out."""
        key = _key(turn.update)
        try:
            if turn.late and self._asks(turn.update):
                self._apologise(turn.update, LATE)
            elif self._sorry.get(key) is False and self._asks(turn.update):
                self._sorry[key] = True
                self._apologise(turn.update, PASSED_OVER)
            await self._handle(turn.update)
        except asyncio.CancelledError:
            raise
        except Exception:  # whatever a handler missed must not end its chat's line
            _LOG.exception("An update was not handled.")
        self._inbox.done(turn.update.update_id)
        if self._sorry.get(key) and not self._turns.behind(key):
            del self._sorry[key]


def _key(update: Update) -> tuple[str, int]:
    """What must not overtake: a chat's updates, or a person's inline queries."""
    if update.effective_chat is not None:
        return ("chat", update.effective_chat.id)
    return ("user", update.effective_user.id if update.effective_user else 0)
