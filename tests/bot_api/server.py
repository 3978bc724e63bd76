"""A Bot API server on loopback: an emulator that others wrote, behind a proxy of ours.

The proxy records what the bot says, supplies what the emulator leaves out, refuses what Telegram
would refuse, and injects what goes wrong on real networks.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Self

from aiohttp import ClientError, ClientSession, FormData, web
from lo_bot_api_emulator import LoBotApiEmulator

from tests.bot_api.calls import BOT, Call, File, Params, decoded, supplied
from tests.bot_api.checks import Checks
from tests.bot_api.faults import DONE, UNHEARD, Fault, Trouble, refused, spoilt
from tests.bot_api.people import Person
from tests.bot_api.webhook import Webhook

LONG_POLL = "getUpdates"
PATIENCE = 15.0  # seconds until a reply that doesn't come fails the test
FIRST_MESSAGE = 100_000  # the ids of people's messages; the bot's own are small
# What the emulator doesn't know, and what is answered in its place.
UNKNOWN_METHODS = frozenset({"leaveChat", "setMessageReaction", "setMyDescription"})
UNKNOWN_PARAMETERS = frozenset(
    {
        *("link_preview_options", "button", "certificate", "disable_content_type_detection"),
        *("message_thread_id", "direct_messages_topic_id"),
    }
)
KNOWN_KINDS = frozenset({"message", "callback_query", "inline_query"})


@dataclass
class BotApi:
    """The server: `calls` are those carried out, `problems` those Telegram would refuse.

    `delivered` tells when each message reached the bot, in seconds of the monotonic clock. `delay`
    is that of the network on every call, in seconds; `capacity` how many updates may wait;
    `weather` may spoil any call.
    """

    token: str
    calls: list[Call] = field(default_factory=list)
    checks: Checks = field(default_factory=Checks)
    refusals: list[str] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)
    delivered: dict[int, float] = field(default_factory=dict)
    delay: float = 0.0
    weather: Callable[[str, Params], Trouble | None] = lambda _, __: None
    capacity: int = 1000
    address: str = ""
    _next_message: int = FIRST_MESSAGE
    _next_query: int = 1
    _allowed: list[str] = field(default_factory=list)
    _past: list[Params] = field(default_factory=list)
    _again: list[Params] = field(default_factory=list)

    async def __aenter__(self) -> Self:
        """Start emulator and proxy on free ports."""
        self._emulator = LoBotApiEmulator(
            allow_insecure_loopback_webhooks=True, max_updates=self.capacity
        )
        self._changed = asyncio.Condition()
        self._runners: list[web.AppRunner] = []
        self._behind = await self._serve(self._emulator.app())
        self.webhook = Webhook()
        front = web.Application(client_max_size=60_000_000)
        front.router.add_post("/bot{token}/{method}", self._handle)
        front.router.add_get("/file/bot{token}/{path:.*}", self._download)
        front.router.add_post(Webhook.PATH, self.webhook.forward)
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

    @property
    def problems(self) -> list[str]:
        """Calls that Telegram would refuse, and button presses that were never answered."""
        return [*self.refusals, *self.checks.left_open()]

    def person(self, name: str = "Ada", **about: Any) -> Person:  # noqa: ANN401
        """Someone who writes to the bot: `id`, `language`, `group`."""
        return Person(self, name=name, **about)

    def fault(
        self,
        method: str,
        fault: Fault,
        *,
        chat: int | None = None,
        times: int = 1,
        seconds: float = 1.0,
    ) -> Trouble:
        """Let a fault happen to the next calls of a method, those in `chat` if one is named."""
        trouble = Trouble(method, fault, chat, times, seconds)
        self.troubles.append(trouble)
        return trouble

    async def send(self, chat: Params, user: Params, **content: Any) -> int:  # noqa: ANN401
        """A message of a person arrives at the bot; its id.

        `edited` is the id of the message it replaces, `ago` how many seconds old it is.
        """
        self._next_message += 1
        number = int(content.pop("edited", self._next_message))
        date = int(time.time() - content.pop("ago", 0))
        message = {"message_id": number, "date": date, "chat": chat, "from": user, **content}
        self.checks.heard[chat["id"], number] = content.get("text", content.get("caption", ""))
        self.checks.marked[chat["id"], number] = content.get("entities", [])
        if number == self._next_message:
            await self.deliver("message", message)
        else:
            await self.deliver("edited_message", {**message, "edit_date": date})
        return number

    async def press(self, call: Call, data: str, user: Params) -> str:
        """A person presses a button under a message of the bot; the id of the press."""
        self._next_query += 1
        press = str(self._next_query)
        self.checks.presses.add(press)
        query: Params = {"id": press, "from": user, "chat_instance": "1", "data": data}
        if "inline_message_id" in call.params:
            query["inline_message_id"] = call.params["inline_message_id"]
        else:
            query["message"] = self.message(call)
        await self.deliver("callback_query", query)
        return press

    async def inline(self, user: Params, query: str, *, offset: str = "") -> str:
        """A person types a query behind the bot's name; its id."""
        self._next_query += 1
        number = str(self._next_query)
        self.checks.queries.add(number)
        about = {"id": number, "from": user, "query": query, "offset": offset}
        await self.deliver("inline_query", about)
        return number

    async def deliver(self, kind: str, body: Params) -> None:
        """An update of any kind arrives, if the bot has asked for its kind."""
        if self._allowed and kind not in self._allowed:
            return
        if kind not in KNOWN_KINDS:
            kind, body = "message", {"kind": kind, "body": body}  # see `supplied`
        await self._emulator.enqueue_update({kind: body}, token=self.token)

    def message(self, call: Call) -> Params:
        """A message of the bot as Telegram describes it."""
        chat = {"id": call.chat, "type": "supergroup" if call.chat < 0 else "private"}
        about: Params = {
            "message_id": call.message_id or int(call.params["message_id"]),
            "date": int(time.time()),
            "chat": chat,
            "from": BOT,
            "text": call.text,
        }
        told = ("entities", "reply_markup")
        return {**about, **{name: call.params[name] for name in told if name in call.params}}

    def forget_offsets(self) -> None:
        """Bring again what no answered poll has confirmed, as when a confirmation got lost."""
        self._again = list(self._past)

    def stored(self, name: str, data: bytes, kind: str) -> Params:
        """A file at Telegram, as a document of a message."""
        reference = f"file-{len(self._emulator.assets)}"
        self._emulator.assets[reference] = {"filename": name, "data": data, "size": len(data)}
        about = {"file_id": reference, "file_unique_id": f"{reference}-unique"}
        return {**about, "file_name": name, "mime_type": kind, "file_size": len(data)}

    async def said(self, count: int, chosen: Callable[[Call], bool]) -> list[Call]:
        """The chosen calls, once there are at least `count` of them."""

        def found() -> list[Call]:
            return [call for call in self.calls if chosen(call)]

        await self._until(lambda: len(found()) >= count)
        return found()

    async def notice(self, press: str) -> str:
        """The notice that a press was answered with, "" for a silent answer."""
        calls = await self.said(1, lambda call: call.params.get("callback_query_id") == press)
        return calls[0].text

    async def polled(self) -> None:
        """Wait until the bot waits for messages."""
        await self._until(lambda: bool(self._allowed))

    async def met(self, trouble: Trouble) -> None:
        """Wait until a fault has happened to some call."""
        await self._until(lambda: trouble.met > 0)

    async def faced(self) -> None:
        """Wait until every fault has happened."""
        await self._until(lambda: not any(trouble.times for trouble in self.troubles))

    async def _until(self, reached: Callable[[], bool]) -> None:
        async with self._changed:
            await asyncio.wait_for(self._changed.wait_for(reached), PATIENCE)

    async def _handle(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        params, files = await decoded(request)
        if self.delay:
            await asyncio.sleep(self.delay)
        trouble = await self._trouble(method, params)
        if trouble is not None and trouble.fault not in DONE:
            return await refused(trouble, request)
        answer = self._refusal(method, params, files) or await self._carry_out(
            method, request.match_info["token"], params, files
        )
        if answer["ok"] and method != LONG_POLL:
            unheard = trouble is not None and trouble.fault in UNHEARD
            await self._record(Call(method, params, _number(answer), files), unheard=unheard)
        if trouble is not None:
            return await spoilt(trouble, request, answer)
        return web.json_response(answer, status=answer.get("error_code", 200))

    async def _trouble(self, method: str, params: Params) -> Trouble | None:
        for trouble in self.troubles:
            if trouble.meets(method, params):
                trouble.times -= 1
                trouble.met += 1
                await self._notify()
                return trouble
        return self.weather(method, params)

    def _refusal(self, method: str, params: Params, files: dict[str, File]) -> Params | None:
        """The answer to a call that Telegram would refuse."""
        faults = self.checks.faults(method, params, files)
        if not faults:
            return None
        if not self.checks.excused(method, params):
            self.refusals += [f"{method}: {fault}" for fault in faults]
        return {"ok": False, "error_code": 400, "description": f"Bad Request: {faults[0]}"}

    async def _carry_out(
        self, method: str, token: str, params: Params, files: dict[str, File]
    ) -> Params:
        """What the emulator answers, with what it leaves out."""
        if "allowed_updates" in params:
            self._allowed = params["allowed_updates"]
            await self._notify()
        if method in UNKNOWN_METHODS or "inline_message_id" in params:
            return {"ok": True, "result": True}
        if method == "setWebhook":
            params = self.webhook.set(params, files, self.address)
        form = _for_emulator(params, files)
        address = f"{self._behind}/bot{token}/{method}"
        try:
            async with self._client.post(address, data=form) as response:
                answer: Params = await response.json()
        except (ClientError, RuntimeError):  # the test is over
            return {"ok": False, "error_code": 502, "description": "Bad Gateway"}
        if not answer["ok"] and method != LONG_POLL:
            self.refusals.append(f"{method}: {answer.get('description')}")
        if not answer["ok"]:
            return answer
        if method == "getMe":
            answer["result"].update(BOT)
        if method == LONG_POLL:
            answer["result"] = self._brought(answer["result"], int(params.get("offset", 0)))
        return answer

    def _brought(self, updates: list[Params], offset: int) -> list[Params]:
        """The updates of a poll, each with its true kind."""
        true = [supplied(update) for update in updates]
        for update in true:
            number = update.get("message", {}).get("message_id", 0)
            self.delivered.setdefault(number, time.monotonic())
        again, self._again = self._again, []
        self._past = [update for update in self._past if update["update_id"] >= offset] + true
        return [*again, *true]

    async def _download(self, request: web.Request) -> web.Response:
        async with self._client.get(self._behind + request.path) as response:
            return web.Response(status=response.status, body=await response.read())

    async def _record(self, call: Call, *, unheard: bool) -> None:
        self.checks.done(call.method, call.params, call.message_id, unheard=unheard)
        self.calls.append(call)
        await self._notify()

    async def _notify(self) -> None:
        async with self._changed:
            self._changed.notify_all()


def _for_emulator(params: Params, files: dict[str, File]) -> FormData:
    """A call in the words that the emulator knows."""
    form = FormData()
    for name, value in params.items():
        if name in UNKNOWN_PARAMETERS or name in files:
            continue
        if name == "reply_parameters":
            value = {key: part for key, part in value.items() if not key.startswith("quote")}
        if name == "reply_markup" and "inline_keyboard" in value:
            continue  # what may be on a button we check ourselves
        form.add_field(
            name, json.dumps(value) if isinstance(value, dict | list | bool) else str(value)
        )
    for name, file in files.items():
        if name not in UNKNOWN_PARAMETERS:
            form.add_field(name, file.data, filename=file.name, content_type=file.kind)
    return form


def _number(answer: Params) -> int:
    result = answer["result"]
    return int(result.get("message_id", 0)) if isinstance(result, dict) else 0
