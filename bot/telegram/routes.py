"""Which handler gets which update: the first one that fits, if access lets the update through."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterator
from typing import Any

from telegram import Update
from telegram.ext import (
    Application,
    BaseHandler,
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
FRESH = filters.UpdateType.MESSAGE  # a new message, no edit and no post of a channel
UPDATES = [
    Update.MESSAGE,
    Update.EDITED_MESSAGE,
    Update.CALLBACK_QUERY,
    Update.INLINE_QUERY,
    Update.MY_CHAT_MEMBER,
]
_Handler = BaseHandler[Any, Any, Any]
_Callback = Callable[[Update, ContextTypes.DEFAULT_TYPE], Coroutine[Any, Any, None]]


def add_routes(
    application: Application[Any, Any, Any, Any, Any, Any], channel: Channel, apologies: Apologies
) -> None:
    """Give each kind of update to its handler, once access has let it through."""
    application.add_handler(TypeHandler(Update, _entrance(channel, apologies)), group=FIRST)
    for handler in _handlers(channel):
        application.add_handler(handler)


def _handlers(channel: Channel) -> Iterator[_Handler]:
    """A handler for each kind of update, in the order in which they are tried."""
    views, timelines, documents = Views(channel), Timelines(channel), Documents(channel)
    asking = Asking(channel, timelines)
    editing = Editing(channel, asking, timelines)
    information, operators = Information(channel, views), Operators(channel)
    pressing = Pressing(channel, views, asking, documents)
    plain = FRESH & filters.TEXT & ~filters.COMMAND
    yield MessageHandler(plain, asking.text)  # first, since nearly all that comes is plain text
    named: dict[str, _Callback] = {
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
    for command in COMMANDS:
        if command.name in named:
            where = FRESH if Place.GROUP in command.places else FRESH & filters.ChatType.PRIVATE
            yield CommandHandler(command.name, named[command.name], filters=where)
    yield MessageHandler(FRESH & filters.COMMAND, information.unknown_command)
    yield MessageHandler(FRESH & filters.Document.ALL, documents.sent)
    yield MessageHandler(filters.UpdateType.EDITED_MESSAGE & filters.TEXT, editing.edited)
    service = filters.StatusUpdate.ALL | filters.SUCCESSFUL_PAYMENT
    yield MessageHandler(FRESH & ~service, information.no_text)
    yield CallbackQueryHandler(pressing.button)
    yield InlineQueryHandler(Inline(channel).typed)


def _entrance(channel: Channel, apologies: Apologies) -> _Callback:
    """What every update passes first: access, then the apology that it may have coming."""
    access = Access(channel)

    async def enter(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        await access.gate(update, context)
        await apologies.make(update)

    return enter
