"""A Bot API server on loopback: an emulator that others wrote, behind a proxy of ours.

The proxy records what the bot says, supplies what the emulator leaves out, checks each call as
Telegram would, and injects what goes wrong on real networks.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any, Self

from aiohttp import ClientSession, web
from lo_bot_api_emulator import LoBotApiEmulator

from tests.bot_api_checks import Checks

BOT = {"id": 7, "is_bot": True, "first_name": "Quoth", "username": "quoth_bot"}
LONG_POLL = "getUpdates"
PATIENCE = 15.0  # seconds until a reply that doesn't come fails the test
UNKNOWN_TO_EMULATOR = ("link_preview_options",)


class Fault(Enum):
    """What can go wrong with one call."""

    TOO_MANY = auto()  # 429, "wait a second"
    BAD_GATEWAY = auto()  # 502 with a web page
    FORBIDDEN = auto()  # the person has blocked the bot
    DROPPED = auto()  # the connection ends before anything is done
    LOST = auto()  # it is done, but the answer gets lost
    CONFLICT = auto()  # another program reads this bot's updates


@dataclass(frozen=True)
class Call:
    """One call of the bot that was carried out, with its parameters decoded."""

    method: str
    params: dict[str, Any]
    message_id: int = 0

    @property
    def text(self) -> str:
        """The text that was said."""
        return str(self.params.get("text", ""))

    @property
    def chat(self) -> int:
        """The chat it was said in."""
        return int(self.params.get("chat_id", 0))

    def button(self, label: str) -> str:
        """The data of the button with a label."""
        rows = self.params["reply_markup"]["inline_keyboard"]
        return next(str(b["callback_data"]) for row in rows for b in row if b["text"] == label)


@dataclass
class BotApi:
    """The server: `calls` are those carried out, `problems` those Telegram would refuse."""

    token: str
    calls: list[Call] = field(default_factory=list)
    checks: Checks = field(default_factory=Checks)
    faults: list[tuple[str, Fault]] = field(default_factory=list)
    address: str = ""
    _next_message: int = 100_000
    _next_query: int = 1

    async def __aenter__(self) -> Self:
        """Start emulator and proxy on free ports."""
        self._emulator = LoBotApiEmulator()
        self._changed = asyncio.Condition()
        self._runners: list[web.AppRunner] = []
        self._behind = await self._serve(self._emulator.app())
        front = web.Application()
        front.router.add_post("/bot{token}/{method}", self._handle)
        self.address = await self._serve(front)
        self._client = ClientSession()
        return self

    async def __aexit__(self, *_: object) -> None:
        """Stop both."""
        await self._client.close()
        for runner in self._runners:
            await runner.cleanup()

    async def _serve(self, app: web.Application) -> str:
        runner = web.AppRunner(
            app, access_log=None, shutdown_timeout=0.1, handler_cancellation=True
        )
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        self._runners.append(runner)
        host, port = runner.addresses[0][:2]
        return f"http://{host}:{port}"

    async def send(self, chat: dict[str, Any], user: dict[str, Any], **content: Any) -> int:  # noqa: ANN401
        """A message of a person arrives at the bot; its id. `edited` is the id it replaces."""
        self._next_message += 1
        number = int(content.pop("edited", self._next_message))
        message = {"message_id": number, "date": 1, "chat": chat, "from": user, **content}
        if number != self._next_message:
            message["edit_date"] = 2  # told apart on the way to the bot, see `_supply`
        self.checks.known.add((chat["id"], number))
        await self._emulator.enqueue_update({"message": message}, token=self.token)
        return number

    async def press(self, call: Call, data: str, user: dict[str, Any]) -> None:
        """A person presses a button under a message of the bot."""
        chat = {"id": call.chat, "type": "private" if call.chat > 0 else "group"}
        message = {
            "message_id": call.message_id or call.params["message_id"],
            "date": 1,
            "chat": chat,
            "from": BOT,
            "text": call.text,
        }
        self._next_query += 1
        query = {"id": str(self._next_query), "from": user, "chat_instance": "1", "data": data}
        await self._emulator.enqueue_update(
            {"callback_query": {**query, "message": message}}, token=self.token
        )

    async def said(self, count: int, chosen: Callable[[Call], bool]) -> list[Call]:
        """The chosen calls, once there are at least `count` of them."""

        def found() -> list[Call]:
            return [call for call in self.calls if chosen(call)]

        async with self._changed:
            await asyncio.wait_for(self._changed.wait_for(lambda: len(found()) >= count), PATIENCE)
        return found()

    async def faced(self) -> None:
        """Wait until every fault has happened."""
        async with self._changed:
            await asyncio.wait_for(self._changed.wait_for(lambda: not self.faults), PATIENCE)

    async def _handle(self, request: web.Request) -> web.Response:
        method, token = request.match_info["method"], request.match_info["token"]
        params = {name: _decoded(str(value)) for name, value in (await request.post()).items()}
        fault = self._fault(method)
        if fault is not None:
            async with self._changed:
                self._changed.notify_all()
        if fault is not None and fault is not Fault.LOST:
            return _failed(fault, request)
        if method != LONG_POLL:
            self.checks.check(method, params)
        sent = {
            name: json.dumps(value) if isinstance(value, dict | list) else str(value)
            for name, value in params.items()
            if name not in UNKNOWN_TO_EMULATOR
        }
        address = f"{self._behind}/bot{token}/{method}"
        async with self._client.post(address, data=sent) as response:
            answer = await response.json()
        answer = self._supply(method, answer)
        if method != LONG_POLL:
            await self._record(method, params, answer)
        if fault is Fault.LOST:
            return _failed(fault, request)
        return web.json_response(answer, status=response.status)

    def _fault(self, method: str) -> Fault | None:
        for place, (name, fault) in enumerate(self.faults):
            if name == method:
                del self.faults[place]
                return fault
        return None

    def _supply(self, method: str, answer: dict[str, Any]) -> dict[str, Any]:
        """What the emulator leaves out: the bot's name, edited messages."""
        if method == "getMe" and answer["ok"]:
            answer["result"].update(BOT)
        if method == LONG_POLL and answer["ok"]:
            for update in answer["result"]:
                if "edit_date" in update.get("message", {}):
                    update["edited_message"] = update.pop("message")
        return answer

    async def _record(self, method: str, params: dict[str, Any], answer: dict[str, Any]) -> None:
        if not answer["ok"]:
            self.checks.problems.append(f"{method}: {answer.get('description')}")
        result = answer.get("result")
        number = result.get("message_id", 0) if isinstance(result, dict) else 0
        self.checks.done(method, params, number)
        async with self._changed:
            self.calls.append(Call(method, params, number))
            self._changed.notify_all()


def _decoded(value: str) -> Any:  # noqa: ANN401 - whatever JSON holds
    if value[:1] in "[{" or value in {"true", "false"}:
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value


def _failed(fault: Fault, request: web.Request) -> web.Response:
    """The answer that tells of a fault, or none."""
    if fault in {Fault.DROPPED, Fault.LOST}:
        if request.transport is not None:
            request.transport.abort()
        return web.Response()
    if fault is Fault.BAD_GATEWAY:
        return web.Response(status=502, text="<html>Bad Gateway</html>", content_type="text/html")
    status, description, parameters = {
        Fault.TOO_MANY: (429, "Too Many Requests: retry after 1", {"retry_after": 1}),
        Fault.FORBIDDEN: (403, "Forbidden: bot was blocked by the user", {}),
        Fault.CONFLICT: (409, "Conflict: terminated by other getUpdates request", {}),
    }[fault]
    answer = {"ok": False, "error_code": status, "description": description}
    return web.json_response({**answer, "parameters": parameters}, status=status)
