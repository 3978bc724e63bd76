"""What goes wrong on real networks and at Telegram, done to a call of the bot."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from aiohttp import web


class Fault(Enum):
    """What can go wrong with one call."""

    TOO_MANY = auto()  # 429, "wait so many seconds"
    BAD_GATEWAY = auto()  # 502 with a web page
    PORTAL = auto()  # a web page in place of Telegram's answer, as of a network that wants a login
    FORBIDDEN = auto()  # the person has blocked the bot
    GONE = auto()  # there is no such chat any more
    MIGRATED = auto()  # the group has become another, with an id of its own
    CONFLICT = auto()  # another program reads this bot's updates
    REVOKED = auto()  # the token is not valid any more
    DROPPED = auto()  # the connection ends before anything is done
    LOST = auto()  # it is done, but the answer gets lost
    HALF = auto()  # it is done, but only half of the answer arrives
    SLOW = auto()  # it is done, and the answer takes so many seconds


MIGRATED_TO = -100_400  # the chat
DONE = frozenset({Fault.LOST, Fault.HALF, Fault.SLOW})  # carried out all the same
UNHEARD = frozenset({Fault.LOST, Fault.HALF})  # carried out, and the bot isn't told


@dataclass
class Trouble:
    """A fault that waits for calls of one method, in one chat or any, a number of times.

    `met` counts the calls that it has happened to.
    """

    method: str
    fault: Fault
    chat: int | None
    times: int
    seconds: float
    met: int = 0

    def meets(self, method: str, params: dict[str, Any]) -> bool:
        """Whether a call is one that it waits for."""
        chat = int(params.get("chat_id", 0))
        return self.times > 0 and self.method == method and self.chat in {None, chat}


async def refused(trouble: Trouble, request: web.Request) -> web.StreamResponse:
    """The answer to a call that was not carried out."""
    if trouble.fault is Fault.DROPPED:
        return _hang_up(request)
    if trouble.fault is Fault.PORTAL:
        return web.Response(text="<html>Log in</html>", content_type="text/html")
    if trouble.fault is Fault.BAD_GATEWAY:
        return web.Response(status=502, text="<html>Bad Gateway</html>", content_type="text/html")
    seconds = max(1, round(trouble.seconds))
    status, description, parameters = {
        Fault.TOO_MANY: (
            429,
            f"Too Many Requests: retry after {seconds}",
            {"retry_after": seconds},
        ),
        Fault.FORBIDDEN: (403, "Forbidden: bot was blocked by the user", {}),
        Fault.GONE: (400, "Bad Request: chat not found", {}),
        Fault.MIGRATED: (
            400,
            "Bad Request: group chat was upgraded to a supergroup chat",
            {"migrate_to_chat_id": MIGRATED_TO},
        ),
        Fault.CONFLICT: (409, "Conflict: terminated by other getUpdates request", {}),
        Fault.REVOKED: (401, "Unauthorized", {}),
    }[trouble.fault]
    answer = {"ok": False, "error_code": status, "description": description}
    return web.json_response({**answer, "parameters": parameters}, status=status)


async def spoilt(
    trouble: Trouble, request: web.Request, answer: dict[str, Any]
) -> web.StreamResponse:
    """The answer to a call that was carried out, as far as it arrives."""
    if trouble.fault is Fault.LOST:
        return _hang_up(request)
    if trouble.fault is Fault.SLOW:
        await asyncio.sleep(trouble.seconds)
        return web.json_response(answer)
    body = json.dumps(answer).encode()
    response = web.StreamResponse(headers={"Content-Type": "application/json"})
    response.content_length = len(body)
    await response.prepare(request)
    await response.write(body[: len(body) // 2])
    return _hang_up(request, response)


def _hang_up(
    request: web.Request, response: web.StreamResponse | None = None
) -> web.StreamResponse:
    """End the connection at once."""
    if request.transport is not None:
        if response is None:
            request.transport.abort()
        else:
            request.transport.close()  # what was written still arrives
    return response or web.Response()
