"""Long polling: asks Telegram for updates, and says when another program does the same."""

from __future__ import annotations

import asyncio
import datetime
import logging
import time
from collections.abc import Sequence
from typing import Any

from telegram import Bot
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.errors import QuothError
from bot.telegram.receiving.backlog import this_second, written_at
from bot.telegram.receiving.health import Health
from bot.telegram.receiving.inbox import Written
from bot.telegram.receiving.reception import Reception
from bot.telegram.sending.delivery import Sleep, seconds_of
from bot.telegram.sending.network import READ, Fields, Network, UnansweredError

WAIT = 25  # seconds that Telegram holds a poll open
BATCH = 100  # updates of one poll, the most that Telegram gives
AWAY = 60.0  # seconds without Telegram after which updates count as having waited
FIRST_PAUSE, LONGEST_PAUSE = 0.5, 15.0  # seconds after trouble, doubled at each try
CONFLICTS = 3  # in a row, from which on a bot that ran well gives way
RIVAL_PAUSE = 2.0  # seconds
ECHO = WAIT + READ  # seconds for which a poll of our own that was not answered may still stand
FAREWELL = 1.0  # seconds for telling Telegram what has been taken
CONFLICT = (
    "Another program reads the messages of this bot: stop it, or give this one a token of its own."
)
REVOKED = "Telegram doesn't know this token any more: ask BotFather for a new one."
_LOG = logging.getLogger(__name__)


class Polling:
    """Takes updates from Telegram in its order, those that waited for the bot apart."""

    def __init__(
        self,
        bot: Bot,
        network: Network,
        kinds: Sequence[str],
        *,
        reception: Reception,
        health: Health,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        """Give updates of some kinds to `reception`; `health` hears of successes and failures.

        `network` carries nothing else. `sleep` pauses for so many seconds.
        """
        self._sleep = sleep
        self._bot = bot
        self._network = network
        self._reception = reception
        self._kinds = tuple(kinds)
        self._health = health
        self._next: int | None = None
        self._confirmed = 0
        self._polled = False
        self._conflicts = self._failed = 0
        self._ours_until = 0.0  # of the monotonic clock

    async def run(self) -> None:
        """Give every update to the reception, until cancelled.

        Raises QuothError where another program reads the same bot, or the token is revoked.
        """
        away, since = True, this_second()
        webhook = True  # one may be left from an earlier run; with it Telegram refuses to be asked
        while True:
            try:
                if webhook:
                    await self._bot.delete_webhook()
                    webhook = False
                updates = await self._poll(0 if away else WAIT)
            except TelegramError as error:
                await self._trouble(error)
                continue
            if not away and self._health.silence > AWAY + WAIT:
                away, since = True, this_second()
            self._health.heard()
            self._confirm()
            self._polled = True
            self._conflicts = self._failed = 0
            if away:
                away = len(updates) == BATCH and not _reaches(since, updates[-1])
                await self._reception.waited(updates, since=since, more=away)
            elif updates:
                await self._reception.fresh(updates)
            if updates:
                self._next = int(updates[-1]["update_id"]) + 1

    async def farewell(self) -> None:
        """Tell Telegram what was taken, so that nobody gets it again."""
        if self._next is None:
            return
        for _ in range(3):  # the poll that was broken off may still count for a moment
            try:
                async with asyncio.timeout(FAREWELL):
                    await self._poll(0, most=1)
            except (TelegramError, TimeoutError):
                await asyncio.sleep(FAREWELL / 5)
            else:
                self._confirm()
                return

    def _confirm(self) -> None:
        """A poll was answered: Telegram has forgotten what came before the one it asked for."""
        if self._next is not None and self._next > self._confirmed:
            self._confirmed = self._next
            self._reception.confirmed(self._next)

    async def _poll(self, wait: int, *, most: int = BATCH) -> list[Written]:
        """Ask for updates, as Telegram writes them: so they can be noted as they are."""
        asked: Written = {"limit": most, "timeout": wait, "allowed_updates": self._kinds}
        if self._next is not None:
            asked["offset"] = self._next
        address = f"{self._bot.base_url}/getUpdates"
        answer: Any = await self._network.post(address, Fields(asked), read_timeout=READ + wait)
        return list(answer)

    async def _trouble(self, error: TelegramError) -> None:
        """Pause before the next poll; raises QuothError where there must be none."""
        if isinstance(error, InvalidToken):
            raise QuothError(REVOKED) from None
        if isinstance(error, Conflict):
            self._rival()
            await self._sleep(RIVAL_PAUSE)
        elif isinstance(error, RetryAfter):
            await self._sleep(seconds_of(error))
        else:
            self._health.lost(error.message)
            self._failed += 1
            if isinstance(error, UnansweredError):
                self._ours_until = time.monotonic() + ECHO
            await self._sleep(min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** min(self._failed - 1, 10)))

    def _rival(self) -> None:
        """Another poll stands; raises QuothError where that is not one of our own."""
        if time.monotonic() < self._ours_until:
            return
        self._conflicts += 1
        if not self._polled or self._conflicts >= CONFLICTS:
            raise QuothError(CONFLICT) from None
        _LOG.warning("%s Trying again.", CONFLICT)


def _reaches(moment: datetime.datetime, update: Written) -> bool:
    """Whether an update is from then or later, so that none behind it is from before."""
    date = written_at(update)
    return date is not None and date >= moment.timestamp()
