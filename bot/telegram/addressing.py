"""Whether a message is meant for the bot, and what it says without the bot's name."""

from __future__ import annotations

import re
from typing import Any

from telegram import Message, MessageEntity, Update, User
from telegram.constants import ChatType, MessageEntityType

from bot.telegram.messages.entities import units


def addressed(message: Message, bot: User) -> bool:
    """Whether a message speaks to the bot: in private always, in groups by mention or reply.

    A reply to the bot that begins with somebody else's name speaks to them.
    """
    if _is_brought(message, bot):
        return False
    if message.chat.type == ChatType.PRIVATE:
        return True
    names = message.parse_entities([MessageEntityType.MENTION, MessageEntityType.TEXT_MENTION])
    if any(_is_bot(entity, text, bot) for entity, text in names.items()):
        return True
    replied = message.reply_to_message
    to_bot = (
        replied is not None and replied.from_user is not None and replied.from_user.id == bot.id
    )
    return to_bot and all(entity.offset for entity in names)


def _is_brought(message: Message, bot: User) -> bool:
    """Whether nobody wrote a message here: the bot's own words, posted by inline mode, or a post
    that Telegram brings from a channel into its group.
    """
    own = message.via_bot is not None and message.via_bot.id == bot.id
    return own or bool(message.is_automatic_forward)


def meant(update: Update, bot: User) -> bool:
    """Whether an update asks something of the bot; what people say to each other doesn't count."""
    message = update.message or update.edited_message
    if message is None:
        return True
    return bool(command_of(message, bot)) or addressed(message, bot)


def without_mention(message: Message, bot: User) -> str:
    """The text of a message without mentions of the bot."""
    text = message.text or ""
    for entity, mention in message.parse_entities().items():
        if _is_bot(entity, mention, bot):
            text = text.replace(mention, " ", 1)
    return text.strip(" ,:\n\t")


def replied_to(message: Message, bot: User) -> str:
    """What someone else says in the message that this one replies to, or the part it quotes."""
    replied = message.reply_to_message
    if replied is None or (replied.from_user is not None and replied.from_user.id == bot.id):
        return ""
    said = message.quote.text if message.quote else without_mention(replied, bot)
    said = said or replied.caption or ""
    return behind_command(said) if said.startswith("/") else said.strip()


def writer(message: Message) -> int:
    """Who wrote a message: the user, or the group or channel in whose name they write.

    All who write so share one user, over all groups.
    """
    if message.sender_chat is not None:
        return message.sender_chat.id
    return message.from_user.id if message.from_user else 0


def topic_of(message: Message) -> int:
    """The topic of a forum in which a message stands, 0 elsewhere."""
    return (message.message_thread_id or 0) if message.is_topic_message else 0


def conversation(chat: int, asker: int, topic: int) -> str:
    """The key of a person's conversation in a chat, or in a topic of it."""
    return f"telegram:{chat}:{asker}:{topic}"


def _is_bot(entity: MessageEntity, text: str, bot: User) -> bool:
    if entity.type == MessageEntityType.TEXT_MENTION and entity.user is not None:
        return entity.user.id == bot.id
    name = f"@{bot.username}" if bot.username else ""
    return entity.type == MessageEntityType.MENTION and text.casefold() == name.casefold()


def command_of(message: Message, bot: User) -> str:
    """The command that a message gives the bot, without what stands behind it; "" for none."""
    text = message.text or ""
    if not text.startswith("/"):
        return ""
    name, _, to = text.split()[0][1:].partition("@")
    return name.lower() if not to or to.casefold() == (bot.username or "").casefold() else ""


def command_first(message: dict[str, Any], name: str) -> dict[str, Any]:
    """A message as Telegram writes it, without the bot's name where a command stands behind that.

    So "@quoth_bot /help" is the command that it is meant as.
    """
    text = message.get("text") or ""
    named = re.match(rf"@{re.escape(name)}[\s,:]+(?=/\w)", text, re.IGNORECASE)
    if named is None:
        return message
    gone = units(named[0])
    marks = [
        {**mark, "offset": mark["offset"] - gone}
        for mark in message.get("entities", ())
        if mark["offset"] >= gone
    ]
    return {**message, "text": text[named.end() :], "entities": marks}


def behind_command(text: str) -> str:
    """What stands behind a command, on its line or below it."""
    return "".join(text.split(maxsplit=1)[1:]).strip()
