"""Reloads beside all chats: one message tells how far a reload is, and then what it found."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import threading
from collections.abc import AsyncIterator, Coroutine

from telegram import Message

from bot.answer import ReloadReport
from bot.assistant import Assistant
from bot.errors import QuothError, ReloadStoppedError
from bot.message import Message as Shown
from bot.phrasing import Phrases
from bot.screens import render_reload, render_text
from bot.telegram.sending.replies import replace

PAUSE = 2.0  # seconds between two changes of the message
_LOG = logging.getLogger(__name__)


class Reloads:
    """Reads the documents again when told to; no chat waits for that, nor does the bot's end."""

    def __init__(self, assistant: Assistant) -> None:
        """Reload `assistant`."""
        self._assistant = assistant
        self._stopped = threading.Event()
        self._tasks: set[asyncio.Task[None]] = set()

    def tell(self, place: Message, phrases: Phrases) -> None:
        """Read the documents again, and tell it in a message of the bot."""
        self._begin(self._told(place, phrases))

    def log(self) -> None:
        """Read the documents again, and tell the log what was found."""
        self._begin(self._logged())

    async def finish(self, seconds: float) -> None:
        """End what is under way and tell so, within so many seconds."""
        self._stopped.set()
        tasks = tuple(self._tasks)
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(asyncio.gather(*tasks, return_exceptions=True), seconds)

    def _begin(self, reload: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(reload)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _told(self, place: Message, phrases: Phrases) -> None:
        done: list[tuple[int, int]] = []
        async with _telling(place, done, phrases):
            report = await self._report(phrases, done)
        await replace(place, report)

    async def _logged(self) -> None:
        try:
            _LOG.info("%s", render_reload(await self._read([]), self._assistant.phrases()).text)
        except QuothError as error:
            _LOG.warning("%s", error)

    async def _report(self, phrases: Phrases, done: list[tuple[int, int]]) -> Shown:
        try:
            return render_reload(await self._read(done), phrases)
        except ReloadStoppedError:
            return render_text(phrases.say("reload_stopped"))
        except QuothError as error:
            return render_text(str(error))

    async def _read(self, done: list[tuple[int, int]]) -> ReloadReport:
        """Reload; `done` holds how far it is."""

        def note(number: int, total: int) -> None:
            if self._stopped.is_set():
                raise ReloadStoppedError(self._assistant.phrases().say("reload_stopped"))
            done[:] = [(number, total)]

        return await asyncio.to_thread(self._assistant.reload, progress=note)


@contextlib.asynccontextmanager
async def _telling(
    place: Message, done: list[tuple[int, int]], phrases: Phrases
) -> AsyncIterator[None]:
    """Tell from time to time how far it is, until it is done."""

    async def tell() -> None:
        told: list[tuple[int, int]] = []
        while True:
            await asyncio.sleep(PAUSE)
            if done and done != told:
                told = list(done)
                number, total = told[0]
                text = phrases.say("reload_progress", done=number, total=total)
                await replace(place, render_text(text))

    task = asyncio.create_task(tell())
    try:
        yield
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task
