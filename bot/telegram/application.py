"""The bot as a program: built from the settings, polling until it is told to stop."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

from telegram.error import InvalidToken, NetworkError
from telegram.ext import AIORateLimiter, Application

from bot.assistant import Assistant
from bot.errors import QuothError, SettingsError
from bot.journal import open_journal
from bot.settings import Settings
from bot.telegram.channel import Channel
from bot.telegram.faults import Faults
from bot.telegram.logs import start_log
from bot.telegram.menus import set_menus
from bot.telegram.routes import UPDATES, add_routes

CONCURRENT = 32  # updates handled at a time
POOL = 16  # connections
RETRIES = 5  # after a "too many requests", each as long after as Telegram asks for
NOT_SET_UP = (
    "There is no Telegram token: set QUOTH_TELEGRAM_TOKEN, or telegram.token_file in the settings."
)
_LOG = logging.getLogger(__name__)
Bot = Application[Any, Any, Any, Any, Any, Any]  # with the library's own contexts and data


def run(settings: Settings) -> int:
    """Answer on Telegram until told to stop; the exit status.

    Raises SettingsError without a token, QuothError where Telegram refuses the bot.
    """
    if not settings.telegram.token.get_secret_value():
        raise SettingsError(NOT_SET_UP)
    start_log(settings.telegram.token.get_secret_value())
    with open_journal(settings.journal.file, days=settings.journal.days) as journal:
        if journal.fault:
            _LOG.error("%s", journal.fault)
        return _serve(Channel(Assistant.open(settings), journal, settings))


def _serve(channel: Channel) -> int:
    faults = Faults(channel)
    application = build(channel, faults)
    try:
        application.run_polling(allowed_updates=UPDATES, bootstrap_retries=3)
    except InvalidToken:
        raise QuothError(
            "Telegram doesn't know this token: copy it from BotFather again."
        ) from None
    except NetworkError as error:
        raise QuothError(f"Telegram can't be reached: {error.message}.") from None
    if faults.failure:
        raise QuothError(faults.failure)
    return 0


def build(channel: Channel, faults: Faults) -> Bot:
    """The application, not started yet."""
    settings = channel.settings.telegram
    builder = (
        Application.builder()
        .token(settings.token.get_secret_value())
        .concurrent_updates(CONCURRENT)
        .connection_pool_size(POOL)
        .rate_limiter(AIORateLimiter(max_retries=RETRIES))
    )
    if settings.server:
        builder = builder.base_url(f"{settings.server}/bot")
        builder = builder.base_file_url(f"{settings.server}/file/bot")

    async def prepare(application: Bot) -> None:
        await _prepare(application, channel)

    application = builder.post_init(prepare).build()
    add_routes(application, channel)
    application.add_error_handler(faults.note)
    return application


async def _prepare(application: Bot, channel: Channel) -> None:
    """Set the menus, and tell the operator what the bot may see in groups."""
    await asyncio.to_thread(channel.assistant.warm)
    me = application.bot.bot
    _LOG.info("Answering as @%s.", me.username)
    if not me.can_read_all_group_messages:
        _LOG.info("In groups only commands, mentions and replies reach the bot (privacy mode).")
    await set_menus(application.bot, channel)
