"""The bot as a program: what signals do to it, and how it ends."""

from __future__ import annotations

import asyncio
import logging
import signal

from bot.assistant import Assistant
from bot.errors import QuothError, SettingsError
from bot.journal import open_journal
from bot.memory import give_back, look_less_for_cycles, set_aside, share_memory_among_threads
from bot.settings import Settings
from bot.telegram.channel import Channel
from bot.telegram.logs import start_log
from bot.telegram.sending.network import read_small_pieces
from bot.telegram.serving import serving
from bot.watching import watching

NOT_SET_UP = (
    "There is no Telegram token: set QUOTH_TELEGRAM_TOKEN, or telegram.token_file in the settings."
)
JOURNAL_TAKEN = (
    "Another bot keeps its journal in {file}: stop it, or give this one a file of its own with "
    "journal.file."
)
TIDY = 1_000  # questions after which memory is given back
LOOK = 1.0  # seconds
_LOG = logging.getLogger(__name__)


def run(settings: Settings) -> int:
    """Answer on Telegram until told to stop; the exit status.

    SIGTERM and SIGINT stop the bot, SIGHUP makes it read the documents again. Raises SettingsError
    without a token, QuothError where Telegram refuses the bot or another bot holds its journal.
    """
    if not settings.telegram.token.get_secret_value():
        raise SettingsError(NOT_SET_UP)
    start_log(settings.telegram.token.get_secret_value())
    share_memory_among_threads()
    read_small_pieces()
    with open_journal(settings.journal.file, days=settings.journal.days) as journal:
        if journal.fault:
            _LOG.error("%s", journal.fault)
        if not journal.claim():
            raise QuothError(JOURNAL_TAKEN.format(file=settings.journal.file))
        assistant = Assistant.open(settings)
        with watching(assistant, settings.documents):
            asyncio.run(_run(Channel(assistant, journal, settings)))
    return 0


async def _run(channel: Channel) -> None:
    """Serve until a signal ends it."""
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stopped.set)
    loop.add_signal_handler(signal.SIGHUP, channel.reloads.log)
    async with serving(channel) as taking:
        look_less_for_cycles()
        stopping = asyncio.create_task(stopped.wait())
        tidying = asyncio.create_task(_tidy(channel.assistant))
        await asyncio.wait((stopping, taking), return_when=asyncio.FIRST_COMPLETED)
        stopping.cancel()
        tidying.cancel()
        if taking.done():
            taking.result()
        _LOG.info("Told to stop: finishing what is under way.")


async def _tidy(assistant: Assistant) -> None:
    """Give memory back now and then while questions come in, so that none piles up.

    Behind the first of these times a bot is busy enough to hold what it will need.
    """
    answered = 0
    while True:
        await asyncio.sleep(LOOK)
        now = assistant.statistics().questions
        if now - answered >= TIDY:
            give_back()
            if not answered:
                set_aside()
            answered = now
