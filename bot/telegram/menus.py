"""The menus of commands, for each kind of chat and each language."""

from __future__ import annotations

import logging

from telegram import (
    Bot,
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
)
from telegram.error import TelegramError

from bot.commands import Place, available
from bot.telegram.channel import Channel

_LOG = logging.getLogger(__name__)


async def set_menus(bot: Bot, channel: Channel) -> None:
    """Show everyone the commands of the place; admins, in their own chats, theirs too.

    What is shown protects nothing: every command asks for itself who gives it.
    """
    scopes: list[tuple[BotCommandScope, Place, bool]] = [
        (BotCommandScopeAllPrivateChats(), Place.PRIVATE, False),
        (BotCommandScopeAllGroupChats(), Place.GROUP, False),
        *((BotCommandScopeChat(admin), Place.PRIVATE, True) for admin in sorted(channel.admins)),
    ]
    for language in ("", *channel.assistant.spoken):
        phrases = channel.assistant.phrases(language)
        for scope, place, admin in scopes:
            menu = [
                BotCommand(command.name, phrases.commands[command.name])
                for command in available(place, admin=admin)
            ]
            try:
                await bot.set_my_commands(menu, scope=scope, language_code=language or None)
            except TelegramError as error:
                _LOG.warning("A menu can't be set (%s): %s", scope.type, error.message)
