"""Every call to Telegram until it is done: in its turn, again after trouble, never for nothing.

| what comes back | what happens |
|---|---|
| 429 with `retry_after` | that chat waits as long, edits too; the others go on |
| no connection | again, with longer and longer pauses, until the network is back |
| 5xx | again, for `BUSY` seconds at the most |
| sent, but no answer | again, `UNANSWERED` times at the most: it may have been carried out |
| the token is not valid any more | waits to the end: what is noted is for the next start |
| half an answer with status 200 | done: the message stands, only its id is unknown |
| the group has become another | again, to that one, under no message |
| "not modified" | done: the message shows it already |
| "too old", "not found" after no answer | done: the first try was carried out |
| a change to what a message shows already | not made: a button was pressed twice |
| blocked, chat gone, refused | raised: trying again is of no use |
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import random
import time
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Any

from telegram.error import BadRequest, ChatMigrated, InvalidToken, NetworkError, RetryAfter
from telegram.ext import BaseRateLimiter

from bot.telegram.sending.network import BusyError, CarriedOutError, UnansweredError, UnsentError
from bot.telegram.sending.pacing import Pacing
from bot.telegram.sending.shown import Shown

FIRST_PAUSE, LONGEST_PAUSE = 0.5, 15.0  # seconds, doubled at each try
BUSY = 600.0  # seconds
UNAUTHORIZED = "Unauthorized"  # of a token; "Not Found" is a method that the server doesn't know
UNANSWERED = 12  # tries after the first, over about two minutes
MARGIN = 0.1  # seconds beyond what Telegram asks for
SHOWN = "not modified"
REPEATED = ("query is too old", "message to delete not found")
_LOG = logging.getLogger(__name__)
Sleep = Callable[[float], Awaitable[object]]
Answer = bool | dict[str, Any] | list[dict[str, Any]]


@dataclass(slots=True)
class _Tries:
    """What a call has been through."""

    started: float
    failed: int = 0
    unanswered: int = 0


class Delivery(BaseRateLimiter[int]):
    """Carries out calls; `persistent` ones outlast a loss of the network, others fail soon."""

    def __init__(
        self,
        pacing: Pacing,
        *,
        sleep: Sleep = asyncio.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Keep the limits of `pacing`; `sleep` and `clock` count in seconds.

        A call that waits for its chat alone does so `aside`, where it holds up no other. `revoked`
        is set where Telegram doesn't know the token any more.
        """
        self._pacing = pacing
        self.sleep = sleep
        self._clock = clock
        self.persistent = False
        self.revoked = asyncio.Event()
        self.aside: Callable[[], AbstractAsyncContextManager[None]] = contextlib.nullcontext
        self.waiting = 0
        self._away = False
        self._shown = Shown()

    async def initialize(self) -> None:
        """Nothing to do."""

    async def shutdown(self) -> None:
        """Nothing to do."""

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Answer]],
        args: Any,  # noqa: ANN401 - the library's own signature
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: int | None,  # noqa: ARG002
    ) -> Answer:
        """Carry out one call; raises what the library raises once trying is of no more use."""
        if self._shown.has(endpoint, data):
            return True
        answer = await self._carried_out(lambda: callback(*args, **kwargs), endpoint, data)
        self._shown.note(endpoint, data)
        return answer

    async def _carried_out(
        self, made: Callable[[], Awaitable[Answer]], endpoint: str, data: dict[str, Any]
    ) -> Answer:
        """What one call brings, tried until it is done."""
        tries = _Tries(started=self._clock())
        self.waiting += 1
        try:
            while True:
                await self._turn(endpoint, data)
                try:
                    answer = await self._tried(made())
                    self._reached()
                    return answer
                except ChatMigrated as error:
                    data["chat_id"] = error.new_chat_id
                    data.pop("reply_parameters", None)  # messages have other ids there
                except CarriedOutError as error:
                    if not endpoint.startswith("get"):
                        return _stands(endpoint, data)
                    await self._again(UnsentError(error.message), tries)
                except BadRequest as error:
                    if not _done(error, tries):
                        raise
                    return True
                except RetryAfter as error:
                    await self._patience(data, error)
                except NetworkError as error:
                    await self._again(error, tries)
        finally:
            self.waiting -= 1

    async def _tried(self, made: Awaitable[Answer]) -> Answer:
        """What a try brings; with a token that is not valid any more it waits to the end."""
        try:
            return await made
        except InvalidToken as error:
            if self.persistent and error.message == UNAUTHORIZED:
                self.revoked.set()
                await asyncio.Event().wait()
            raise

    async def _turn(self, endpoint: str, data: dict[str, Any]) -> None:
        """Wait until the limits let a message go to its chat, or Telegram an edit."""
        chat = data.get("chat_id")
        if not isinstance(chat, int):
            return
        due = self._pacing.reserve if _brings_message(endpoint) else self._pacing.paused
        while wait := due(chat):
            async with self.aside() if self._pacing.holds_up(chat) else contextlib.nullcontext():
                await self.sleep(wait)

    async def _patience(self, data: dict[str, Any], error: RetryAfter) -> None:
        seconds = seconds_of(error) + MARGIN
        chat = data.get("chat_id")
        if isinstance(chat, int):
            self._pacing.pause(chat, seconds)
        else:
            async with self.aside():
                await self.sleep(seconds)

    async def _again(self, error: NetworkError, tries: _Tries) -> None:
        """Pause before the next try; raises the error where there is none."""
        tries.failed += 1
        tries.unanswered += isinstance(error, UnansweredError)
        spent = self._clock() - tries.started
        if (
            not isinstance(error, UnsentError | BusyError | UnansweredError)
            or (isinstance(error, UnansweredError) and tries.unanswered > UNANSWERED)
            or (isinstance(error, BusyError) and spent > BUSY)
            or (not self.persistent and tries.failed > 3)
        ):
            raise error
        if tries.failed > 2 and self.persistent and not self._away:
            self._away = True
            _LOG.warning("Telegram can't be reached (%s); replies wait for it.", error.message)
        pause = min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** min(tries.failed - 1, 10))
        await self.sleep(pause * random.uniform(0.5, 1.0))  # noqa: S311 - spreads tries only

    def _reached(self) -> None:
        if self._away:
            self._away = False
            _LOG.info("Telegram is reached again; %d calls waited for it.", self.waiting)


def _done(error: BadRequest, tries: _Tries) -> bool:
    """Whether Telegram refuses a call since what it asks for is so already."""
    repeated = tries.unanswered and any(words in error.message for words in REPEATED)
    return SHOWN in error.message or bool(repeated)


def _brings_message(endpoint: str) -> bool:
    return endpoint.startswith("send") and endpoint != "sendChatAction"


def _stands(endpoint: str, data: dict[str, Any]) -> Answer:
    """What can be said of a call that was carried out without telling its result."""
    if not _brings_message(endpoint):
        return True
    chat = {"id": data["chat_id"], "type": "private" if int(data["chat_id"]) > 0 else "group"}
    return {"message_id": 0, "date": int(time.time()), "chat": chat}


def seconds_of(error: RetryAfter) -> float:
    """How long Telegram asks to wait, in seconds."""
    after = error.retry_after
    return float(after if isinstance(after, int) else after.total_seconds())
