"""Replies sent in pieces, edited and deleted; what can't be delivered is logged."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial
from typing import TypeVar

from telegram import CallbackQuery, Message, ReplyParameters
from telegram.constants import ChatType, MessageEntityType
from telegram.error import BadRequest, Forbidden, NetworkError

from bot.message import Message as Shown
from bot.telegram.messages.buttons import Button, Rows
from bot.telegram.messages.entities import Entity, Piece, pieces, units
from bot.telegram.sending.calls import Params, call

LONGEST_QUOTE = 500  # characters of the asking message; Telegram takes 1024, and some count twice
LONGEST_NOTICE = 200  # characters over a pressed button
# What Telegram wants repeated with the words of a quote; an emoji of somebody's own no bot can.
_STYLES = frozenset(
    {
        *(MessageEntityType.BOLD, MessageEntityType.ITALIC, MessageEntityType.UNDERLINE),
        *(MessageEntityType.STRIKETHROUGH, MessageEntityType.SPOILER),
        *(MessageEntityType.CUSTOM_EMOJI, MessageEntityType.DATE_TIME),
    }
)
_LOG = logging.getLogger(__name__)
Result = TypeVar("Result")


async def persist(call: Callable[[], Awaitable[Result]]) -> Result | None:
    """Make a call, which `Delivery` carries out; None where that proves impossible."""
    try:
        return await call()
    except Forbidden as error:
        _LOG.info("Not delivered: %s", error.message)
    except (BadRequest, NetworkError) as error:
        _LOG.warning("Not delivered: %s", error.message)
    return None


async def acknowledge(query: CallbackQuery, text: str = "") -> None:
    """Tell that a press has arrived, with a notice or without."""
    await persist(lambda: query.answer(text=text[:LONGEST_NOTICE] or None))


async def recast(message: Message, buttons: Rows) -> None:
    """Put other buttons under a message of the bot."""
    place = {"chat_id": message.chat.id, "message_id": message.message_id}
    bot, markup = message.get_bot(), _markup(buttons)
    await persist(lambda: call(bot, "editMessageReplyMarkup", **place, reply_markup=markup))


async def withdraw(message: Message) -> None:
    """Delete a message of the bot."""
    await persist(message.delete)


async def reply(
    to: Message, shown: Shown, *, buttons: Rows | None = None, quote: str = ""
) -> tuple[int, ...]:
    """Answer a message; the ids of the messages sent. Buttons stand under the last one.

    In groups, where many talk at once, the first one repeats `quote` of the message it answers.
    """
    return await reply_pieces(to, pieces(shown), buttons=buttons, quote=quote)


async def reply_pieces(
    to: Message, parts: Sequence[Piece], *, buttons: Rows | None = None, quote: str = ""
) -> tuple[int, ...]:
    """Answer a message in pieces; the ids of the messages sent, of those that arrived."""
    sent = []
    for number, part in enumerate(parts):
        under = _under(to, quote if number == 0 else "")
        last = number == len(parts) - 1
        done = await persist(partial(_send, to, part, under, buttons if last else None))
        if done is None:
            break  # whoever can't get one piece gets none of the others
        if done:  # 0 stands where Telegram's answer was lost
            sent.append(done)
    return tuple(sent)


async def _send(to: Message, part: Piece, under: Params, buttons: Rows | None) -> int:
    """Send one message, without the quote where the message has changed since; its id."""
    topic = to.direct_messages_topic
    try:
        made = await call(
            to.get_bot(),
            "sendMessage",
            chat_id=to.chat.id,
            message_thread_id=to.message_thread_id if to.is_topic_message else None,
            direct_messages_topic_id=topic.topic_id if topic else None,
            reply_parameters=under,
            **_content(part, buttons),
        )
    except BadRequest as error:
        if "quote" not in under or "quote" not in error.message.casefold():
            raise
        return await _send(to, part, _under(to), buttons)
    return int(made["message_id"]) if isinstance(made, dict) else 0


async def reply_file(to: Message, name: str, data: bytes) -> None:
    """Answer a message with a file."""
    under = ReplyParameters(message_id=to.message_id, allow_sending_without_reply=True)
    await persist(
        lambda: to.reply_document(
            data, filename=name, reply_parameters=under, disable_content_type_detection=True
        )
    )


async def replace(
    message: Message, shown: Shown, *, buttons: Rows | None = None, last: bool = False
) -> None:
    """Put other words in place of a message of the bot; of long ones the first or last piece."""
    await _edit(message, pieces(shown)[-1 if last else 0], buttons)


async def rewrite(
    places: Sequence[Message],
    shown: Shown,
    *,
    to: Message,
    buttons: Rows | None = None,
    standing: Mapping[int, Piece],
) -> tuple[int, ...]:
    """Put other words in place of a reply to a message; the ids of the messages that hold them now.

    `places` are the messages of the reply. The first ones are deleted where there are too many, so
    that buttons stay under the last; where there are too few, further ones are sent. `standing` is
    what some show already, without buttons, by their ids.
    """
    parts = pieces(shown)
    spare = max(0, len(places) - len(parts))
    kept = places[spare:]
    for message, part in zip(kept, parts, strict=False):
        under = buttons if part is parts[-1] else None
        if under or standing.get(message.message_id) != part:
            await _edit(message, part, under)
    for message in places[:spare]:
        await withdraw(message)
    further = await reply_pieces(to, parts[len(kept) :], buttons=buttons)
    return (*(message.message_id for message in kept), *further)


async def _edit(message: Message, part: Piece, buttons: Rows | None) -> None:
    place = {"chat_id": message.chat.id, "message_id": message.message_id}
    content = _content(part, buttons)
    await persist(lambda: call(message.get_bot(), "editMessageText", **place, **content))


def _content(part: Piece, buttons: Rows | None) -> Params:
    """What a message shows, without previews of its links."""
    return {
        "text": part.text,
        "entities": [_entity(entity) for entity in part.entities] or None,
        "link_preview_options": {"is_disabled": True},
        "reply_markup": _markup(buttons) if buttons else None,
    }


def _entity(entity: Entity) -> Params:
    return {"type": entity.type, "offset": entity.offset, "length": entity.length}


def _markup(buttons: Rows) -> Params:
    return {"inline_keyboard": [[_button(button) for button in row] for row in buttons]}


def _button(button: Button) -> Params:
    copies = button.does == "copy_text"
    return {"text": button.text, button.does: {"text": button.value} if copies else button.value}


def _under(message: Message, quote: str = "") -> Params:
    """That a reply stands under a message; in groups with the words that it answers."""
    under: Params = {"message_id": message.message_id, "allow_sending_without_reply": True}
    repeated = quote[:LONGEST_QUOTE].strip()
    if repeated and message.chat.type != ChatType.PRIVATE and _stands_plain(repeated, message):
        under["quote"] = repeated
    return under


def _stands_plain(words: str, message: Message) -> bool:
    """Whether words stand in a message to the letter, and without any style."""
    text = message.text or ""
    place = text.find(words)
    start = units(text[: max(place, 0)])
    end = start + units(words)
    return place >= 0 and not any(
        entity.type in _STYLES and entity.offset < end and start < entity.offset + entity.length
        for entity in message.entities
    )
