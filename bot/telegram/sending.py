"""Sending: replies in pieces; what can't be delivered is noted."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from functools import partial
from typing import TypeVar

from telegram import (
    CallbackQuery,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    Message,
    ReplyParameters,
)
from telegram.constants import ChatType
from telegram.error import BadRequest, Forbidden, NetworkError

from bot.message import Message as Shown
from bot.telegram.entities import Piece, pieces

LONGEST_QUOTE = 1000  # characters of the asking message
LONGEST_NOTICE = 200  # characters over a pressed button
_LOG = logging.getLogger(__name__)
_PLAIN = LinkPreviewOptions(is_disabled=True)
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


async def recast(message: Message, buttons: InlineKeyboardMarkup | None) -> None:
    """Put other buttons under a message of the bot."""
    await persist(lambda: message.edit_reply_markup(reply_markup=buttons))


async def withdraw(message: Message) -> None:
    """Delete a message of the bot."""
    await persist(message.delete)


async def reply(
    to: Message, shown: Shown, *, buttons: InlineKeyboardMarkup | None = None, quote: str = ""
) -> tuple[int, ...]:
    """Answer a message; the ids of the messages sent. Buttons stand under the last one.

    In groups, where many talk at once, the first one repeats `quote` of the message it answers.
    """
    sent = []
    parts = pieces(shown)
    for number, part in enumerate(parts):
        under = _under(to, quote if number == 0 else "")
        last = number == len(parts) - 1
        done = await persist(partial(_send, to, part, under, buttons if last else None))
        if done is None:
            break  # whoever can't get one piece gets none of the others
        if done.message_id:  # 0 stands where Telegram's answer was lost
            sent.append(done.message_id)
    return tuple(sent)


async def _send(
    to: Message, part: Piece, under: ReplyParameters, buttons: InlineKeyboardMarkup | None
) -> Message:
    """Send one message; without the quote where the message has changed since."""
    try:
        return await to.reply_text(
            part.text,
            entities=part.entities,
            reply_parameters=under,
            link_preview_options=_PLAIN,
            reply_markup=buttons,
        )
    except BadRequest as error:
        if not under.quote or "quote" not in error.message.casefold():
            raise
        return await _send(to, part, _under(to), buttons)


async def reply_file(to: Message, name: str, data: bytes) -> None:
    """Answer a message with a file."""
    await persist(
        lambda: to.reply_document(
            data, filename=name, reply_parameters=_under(to), disable_content_type_detection=True
        )
    )


async def replace(
    message: Message,
    shown: Shown,
    *,
    buttons: InlineKeyboardMarkup | None = None,
    last: bool = False,
) -> None:
    """Put other words in place of a message of the bot; of long ones the first or last piece."""
    part = pieces(shown)[-1 if last else 0]

    async def edit() -> object:
        return await message.edit_text(
            part.text,
            entities=part.entities,
            link_preview_options=_PLAIN,
            reply_markup=buttons,
        )

    await persist(edit)


def _under(message: Message, quote: str = "") -> ReplyParameters:
    """That a reply stands under a message; in groups with the words that it answers."""
    found = message.chat.type != ChatType.PRIVATE and quote in (message.text or "")
    return ReplyParameters(
        message_id=message.message_id,
        allow_sending_without_reply=True,
        quote=quote[:LONGEST_QUOTE].strip() or None if found else None,
    )
