"""Which handler gets which update; the first that fits gets it."""

from __future__ import annotations

from typing import Any

from telegram import Update
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    CommandHandler,
    MessageHandler,
    filters,
)

from bot.telegram.asking import Asking
from bot.telegram.channel import Channel
from bot.telegram.information import Information
from bot.telegram.operators import Operators

UPDATES = [Update.MESSAGE, Update.EDITED_MESSAGE, Update.CALLBACK_QUERY]


def add_routes(application: Application[Any, Any, Any, Any, Any, Any], channel: Channel) -> None:
    """Give each kind of update to its handler."""
    asking, information = Asking(channel), Information(channel)
    operators = Operators(channel)
    named = {
        "start": information.start,
        "help": information.help,
        "ask": asking.ask,
        "sources": information.sources,
        "new": asking.new,
        "reload": operators.reload,
        "stats": operators.stats,
    }
    fresh = filters.UpdateType.MESSAGE
    for name, handler in named.items():
        application.add_handler(CommandHandler(name, handler, filters=fresh))
    application.add_handler(MessageHandler(fresh & filters.COMMAND, information.unknown_command))
    application.add_handler(MessageHandler(fresh & filters.TEXT, asking.text))
    edited = filters.UpdateType.EDITED_MESSAGE & filters.TEXT
    application.add_handler(MessageHandler(edited, asking.edited))
    service = filters.StatusUpdate.ALL
    application.add_handler(MessageHandler(fresh & ~service, information.no_text))
    application.add_handler(CallbackQueryHandler(asking.button))
