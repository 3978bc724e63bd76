"""A reload that is told in one message: how far it is, then what it found."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator

from telegram import Message

from bot.errors import QuothError
from bot.message import Message as Shown
from bot.phrasing import Phrases
from bot.screens import render_reload, render_text
from bot.telegram.channel import Channel
from bot.telegram.sending import replace

PAUSE = 2.0  # seconds between two changes of the message


async def tell_reload(channel: Channel, place: Message, phrases: Phrases) -> None:
    """Read the documents again, and tell it in a message of the bot."""
    await replace(place, await _report(channel, place, phrases))


async def _report(channel: Channel, place: Message, phrases: Phrases) -> Shown:
    done: list[tuple[int, int]] = []

    def note(number: int, total: int) -> None:
        done[:] = [(number, total)]

    try:
        async with _telling(place, done, phrases):
            report = await asyncio.to_thread(channel.assistant.reload, progress=note)
    except QuothError as error:
        return render_text(str(error))
    return render_reload(report, phrases)


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
