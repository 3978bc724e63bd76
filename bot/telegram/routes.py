"""Which handler gets which update; the first that fits gets it, once access lets it through."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from telegram import Update
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    InlineQueryHandler,
    MessageHandler,
    TypeHandler,
    filters,
)

from bot.commands import COMMANDS, Place
from bot.telegram.access import Access
from bot.telegram.apologies import Apologies
from bot.telegram.asking import Asking
from bot.telegram.channel import Channel
from bot.telegram.documents import Documents
from bot.telegram.editing import Editing
from bot.telegram.information import Information
from bot.telegram.inline import Inline
from bot.telegram.operators import Operators
from bot.telegram.pressing import Pressing
from bot.telegram.timelines import Timelines
from bot.telegram.views import Views

FIRST = -1  # the group of handlers before all others
UPDATES = [
    Update.MESSAGE,
    Update.EDITED_MESSAGE,
    Update.CALLBACK_QUERY,
    Update.INLINE_QUERY,
    Update.MY_CHAT_MEMBER,
]


def add_routes(
    application: Application[Any, Any, Any, Any, Any, Any], channel: Channel, apologies: Apologies
) -> None:
    """Give each kind of update to its handler."""
    views, timelines, documents = Views(channel), Timelines(channel), Documents(channel)
    asking = Asking(channel, timelines)
    editing = Editing(channel, asking, timelines)
    information, operators = Information(channel, views), Operators(channel)
    pressing = Pressing(channel, views, asking, documents)
    named = {
        "start": information.start,
        "help": information.help,
        "ask": asking.ask,
        "timeline": asking.timeline,
        "sources": information.sources,
        "new": asking.new,
        "reload": operators.reload,
        "stats": operators.stats,
        "gaps": operators.gaps,
        "add": documents.add,
        "remove": documents.remove,
        "privacy": information.privacy,
        "forget": information.forget,
    }
    application.add_handler(TypeHandler(Update, _entrance(channel, apologies)), group=FIRST)
    fresh = filters.UpdateType.MESSAGE
    plain = fresh & filters.TEXT & ~filters.COMMAND
    application.add_handler(MessageHandler(plain, asking.text))  # nearly all that comes
    for command in COMMANDS:
        if command.name in named:
            where = fresh if Place.GROUP in command.places else fresh & filters.ChatType.PRIVATE
            handler = named[command.name]
            application.add_handler(CommandHandler(command.name, handler, filters=where))
    application.add_handler(MessageHandler(fresh & filters.COMMAND, information.unknown_command))
    application.add_handler(MessageHandler(fresh & filters.Document.ALL, documents.sent))
    edited = filters.UpdateType.EDITED_MESSAGE & filters.TEXT
    application.add_handler(MessageHandler(edited, editing.edited))
    service = filters.StatusUpdate.ALL | filters.SUCCESSFUL_PAYMENT
    application.add_handler(MessageHandler(fresh & ~service, information.no_text))
    application.add_handler(CallbackQueryHandler(pressing.button))
    application.add_handler(InlineQueryHandler(Inline(channel).typed))


def _entrance(
    channel: Channel, apologies: Apologies
) -> Callable[[Update, ContextTypes.DEFAULT_TYPE], Coroutine[Any, Any, None]]:
    """What every update passes: access, and once it is let in the apology it has coming."""
    access = Access(channel)

    async def enter(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        await access.gate(update, context)
        await apologies.make(update)

    return enter
