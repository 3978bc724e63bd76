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
from telegram.error import BadRequest, TelegramError

from bot.commands import Place, available
from bot.telegram.channel import Channel

_LOG = logging.getLogger(__name__)


async def set_menus(bot: Bot, channel: Channel) -> None:
    """Show everyone the commands of the place; admins, in their own chats, theirs too.

    What is shown protects nothing: every command asks for itself who gives it.
    """
    await _set(bot, channel, BotCommandScopeAllPrivateChats(), Place.PRIVATE, admin=False)
    await _set(bot, channel, BotCommandScopeAllGroupChats(), Place.GROUP, admin=False)
    for admin in sorted(channel.admins):
        await set_admin_menu(bot, channel, admin)


async def set_admin_menu(bot: Bot, channel: Channel, admin: int) -> None:
    """Show an admin all commands; that fails, and is no matter, until they have met the bot."""
    await _set(bot, channel, BotCommandScopeChat(admin), Place.PRIVATE, admin=True)


async def _set(
    bot: Bot, channel: Channel, scope: BotCommandScope, place: Place, *, admin: bool
) -> None:
    """Set the menu of one scope, in every language that there are phrases in."""
    for language in ("", *channel.assistant.spoken):
        phrases = channel.assistant.phrases(language)
        menu = [
            BotCommand(command.name, phrases.commands[command.name])
            for command in available(place, admin=admin)
        ]
        try:
            await bot.set_my_commands(menu, scope=scope, language_code=language or None)
        except BadRequest as error:
            _LOG.info("A menu can't be set (%s): %s.", scope.type, error.message)
            return
        except TelegramError as error:
            _LOG.warning("A menu can't be set (%s): %s.", scope.type, error.message)
            return
