"""The bot as a program: built from the settings, polling until it is told to stop."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

from telegram import (
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    Update,
)
from telegram.error import InvalidToken, NetworkError, TelegramError
from telegram.ext import (
    AIORateLimiter,
    Application,
    CallbackQueryHandler,
    CommandHandler,
    MessageHandler,
    filters,
)

from bot.assistant import Assistant
from bot.commands import Place, available
from bot.errors import QuothError, SettingsError
from bot.settings import Settings, TelegramSettings
from bot.telegram.handlers import Handlers
from bot.telegram.logs import start_log

CONCURRENT = 32  # updates handled at a time
POOL = 16  # connections
RETRIES = 5  # after a "too many requests", each as long after as Telegram asks for
UPDATES = [Update.MESSAGE, Update.EDITED_MESSAGE, Update.CALLBACK_QUERY]
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
    assistant = Assistant.open(settings)
    handlers = Handlers(assistant, admins=settings.telegram.admins)
    application = build(settings.telegram, assistant, handlers)
    try:
        application.run_polling(allowed_updates=UPDATES, bootstrap_retries=3)
    except InvalidToken:
        raise QuothError(
            "Telegram doesn't know this token: copy it from BotFather again."
        ) from None
    except NetworkError as error:
        raise QuothError(f"Telegram can't be reached: {error.message}.") from None
    if handlers.failure:
        raise QuothError(handlers.failure)
    return 0


def build(settings: TelegramSettings, assistant: Assistant, handlers: Handlers) -> Bot:
    """The application, not started yet."""
    builder = (
        Application.builder()
        .token(settings.token.get_secret_value())
        .concurrent_updates(CONCURRENT)
        .connection_pool_size(POOL)
        .rate_limiter(AIORateLimiter(max_retries=RETRIES))
    )
    if settings.server:
        builder = builder.base_url(f"{settings.server}/bot")

    async def prepare(application: Bot) -> None:
        await _prepare(application, assistant, settings.admins)

    application = builder.post_init(prepare).build()
    _add(application, handlers)
    return application


def _add(application: Bot, handlers: Handlers) -> None:
    """Give each kind of update to its handler; the first that fits gets it."""
    named = {
        "start": handlers.start,
        "help": handlers.help,
        "ask": handlers.ask,
        "sources": handlers.sources,
        "new": handlers.new,
        "reload": handlers.reload,
        "stats": handlers.stats,
    }
    fresh = filters.UpdateType.MESSAGE
    for name, handler in named.items():
        application.add_handler(CommandHandler(name, handler, filters=fresh))
    application.add_handler(MessageHandler(fresh & filters.COMMAND, handlers.unknown_command))
    application.add_handler(MessageHandler(fresh & filters.TEXT, handlers.text))
    edited = filters.UpdateType.EDITED_MESSAGE & filters.TEXT
    application.add_handler(MessageHandler(edited, handlers.edited))
    service = filters.StatusUpdate.ALL
    application.add_handler(MessageHandler(fresh & ~service, handlers.other))
    application.add_handler(CallbackQueryHandler(handlers.button))
    application.add_error_handler(handlers.error)


async def _prepare(application: Bot, assistant: Assistant, admins: frozenset[int]) -> None:
    """Set the menus, and tell the operator what the bot may see in groups."""
    await asyncio.to_thread(assistant.warm)
    me = application.bot.bot
    _LOG.info("Answering as @%s.", me.username)
    if not me.can_read_all_group_messages:
        _LOG.info("In groups only commands, mentions and replies reach the bot (privacy mode).")
    scopes: list[tuple[BotCommandScope, Place, bool]] = [
        (BotCommandScopeAllPrivateChats(), Place.PRIVATE, False),
        (BotCommandScopeAllGroupChats(), Place.GROUP, False),
        *((BotCommandScopeChat(admin), Place.PRIVATE, True) for admin in sorted(admins)),
    ]
    for scope, place, admin in scopes:
        phrases = assistant.phrases()
        menu = [
            BotCommand(command.name, phrases.commands[command.name])
            for command in available(place, admin=admin)
        ]
        try:
            await application.bot.set_my_commands(menu, scope=scope)
        except TelegramError as error:
            _LOG.warning("A menu can't be set (%s): %s", type(scope).__name__, error.message)
