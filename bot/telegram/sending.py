"""Sending: replies in pieces, with what Telegram or the network refuses tried again or noted."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import TypeVar

from telegram import InlineKeyboardMarkup, LinkPreviewOptions, Message, ReplyParameters
from telegram.error import BadRequest, Forbidden, NetworkError

from bot.message import Message as Shown
from bot.telegram.entities import pieces

TRIES = 4
FIRST_PAUSE = 0.5  # seconds, doubled at each try
_LOG = logging.getLogger(__name__)
_PLAIN = LinkPreviewOptions(is_disabled=True)
Result = TypeVar("Result")


async def persist(call: Callable[[], Awaitable[Result]]) -> Result | None:
    """Make a call, again after trouble of the network; None where it is refused for good."""
    for number in range(TRIES):
        try:
            return await call()
        except Forbidden as error:
            _LOG.info("Not delivered: %s", error.message)
            return None
        except BadRequest as error:
            _LOG.warning("Refused: %s", error.message)
            return None
        except NetworkError as error:
            if number == TRIES - 1:
                _LOG.warning("Not delivered after %d tries: %s", TRIES, error.message)
                return None
            await asyncio.sleep(FIRST_PAUSE * 2**number)
    return None


async def reply(
    to: Message, shown: Shown, *, buttons: InlineKeyboardMarkup | None = None
) -> tuple[int, ...]:
    """Answer a message; the ids of the messages sent. Buttons stand under the last one."""
    sent = []
    parts = pieces(shown)
    for number, part in enumerate(parts):
        last = number == len(parts) - 1

        async def send(text: str = part.text, number: int = number, last: bool = last) -> Message:
            return await to.reply_text(
                text,
                entities=parts[number].entities,
                reply_parameters=ReplyParameters(
                    message_id=to.message_id, allow_sending_without_reply=True
                ),
                link_preview_options=_PLAIN,
                reply_markup=buttons if last else None,
            )

        done = await persist(send)
        if done is not None:
            sent.append(done.message_id)
    return tuple(sent)


async def replace(
    message: Message, shown: Shown, *, buttons: InlineKeyboardMarkup | None = None
) -> None:
    """Put other words in place of a message of the bot; of long ones the beginning."""
    part = pieces(shown)[0]

    async def edit() -> object:
        return await message.edit_text(
            part.text,
            entities=part.entities,
            link_preview_options=_PLAIN,
            reply_markup=buttons,
        )

    await persist(edit)
