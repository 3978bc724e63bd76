"""Calls that every reply makes, with plain values instead of the library's objects.

Making, copying and encoding those would take longer than all else of sending.
"""

from __future__ import annotations

from typing import Any, TypeAlias

from telegram import Bot
from telegram.ext import ExtBot

from bot.telegram.sending.delivery import Answer, Delivery
from bot.telegram.sending.network import Fields

Params: TypeAlias = dict[str, Any]


async def call(bot: Bot, method: str, **parameters: Any) -> Answer:  # noqa: ANN401 - JSON
    """Make one call, which `Delivery` carries out; a parameter that is None is left out.

    Raises what the library raises.
    """
    given: Params = {name: value for name, value in parameters.items() if value is not None}

    async def post() -> Answer:
        answer: Answer = await bot.request.post(f"{bot.base_url}/{method}", Fields(given))
        return answer

    assert isinstance(bot, ExtBot)  # noqa: S101 - an application has no other
    delivery = bot.rate_limiter
    assert isinstance(delivery, Delivery)  # noqa: S101 - nor has ours
    return await delivery.process_request(post, (), {}, method, given, None)
