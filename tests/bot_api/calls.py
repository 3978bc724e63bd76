"""A call of the bot: what came over the wire, decoded."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

BOT = {
    "id": 7,
    "is_bot": True,
    "first_name": "Quoth",
    "username": "quoth_bot",
    "supports_inline_queries": True,
}
SPEAKING = frozenset({"sendMessage", "editMessageText", "sendDocument", "editMessageCaption"})
Params = dict[str, Any]


@dataclass(frozen=True)
class File:
    """A file that the bot sent."""

    name: str
    data: bytes
    kind: str

    @property
    def text(self) -> str:
        """The file as text."""
        return self.data.decode("utf-8-sig")


@dataclass(frozen=True)
class Call:
    """One call of the bot that was carried out, with its parameters decoded.

    `message_id` is the message it made or changed, 0 where there is none; `files` are those sent
    with it, by parameter; `at` is when it arrived, in seconds of the monotonic clock.
    """

    method: str
    params: Params
    message_id: int = 0
    files: dict[str, File] = field(default_factory=dict)
    at: float = field(default_factory=time.monotonic)

    @property
    def text(self) -> str:
        """The text or caption that was said, or the notice over a pressed button."""
        return str(self.params.get("text", self.params.get("caption", "")))

    @property
    def lead(self) -> str:
        """The first line of the text."""
        return self.text.partition("\n")[0]

    @property
    def chat(self) -> int:
        """The chat it was said in."""
        return int(self.params.get("chat_id", 0))

    @property
    def speaks(self) -> bool:
        """Whether people read it as a message."""
        return self.method in SPEAKING

    @property
    def edited(self) -> bool:
        """Whether an earlier message was changed."""
        return self.method.startswith("edit")

    @property
    def replies_to(self) -> int:
        """The message it replies to, 0 if none."""
        return int(self.params.get("reply_parameters", {}).get("message_id", 0))

    @property
    def labels(self) -> list[str]:
        """What stands on the buttons, row by row."""
        return [str(button["text"]) for button in self._buttons]

    def button(self, label: str) -> str:
        """The data of the button with a label."""
        return str(self.full_button(label)["callback_data"])

    def full_button(self, label: str) -> Params:
        """The button with a label."""
        found = [button for button in self._buttons if button["text"] == label]
        assert found, f"no button {label!r} among {self.labels}"
        return found[0]

    def slices(self, kind: str) -> list[str]:
        """The parts of the text that carry one kind of entity."""
        units = self.text.encode("utf-16-le")
        entities: list[Params] = [
            *self.params.get("entities", []),
            *self.params.get("caption_entities", []),
        ]
        return [
            units[2 * e["offset"] : 2 * (e["offset"] + e["length"])].decode("utf-16-le")
            for e in entities
            if e["type"] == kind
        ]

    @property
    def _buttons(self) -> list[Params]:
        rows = self.params.get("reply_markup", {}).get("inline_keyboard", [])
        return [button for row in rows for button in row]


async def decoded(request: web.Request) -> tuple[Params, dict[str, File]]:
    """The parameters and files of a request; of a file the parameter says that it is attached."""
    if request.content_type == "application/json":
        return await request.json(), {}
    params: Params = {}
    files = {}
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            data = value.file.read()
            files[name] = File(value.filename, data, value.content_type)
            params[name] = f"attach://{name}"
        else:
            params[name] = _decoded(str(value))
    return params, files


def supplied(update: Params) -> Params:
    """An update with its true kind: the emulator carries some kinds only as messages."""
    message = update.get("message", {})
    if set(message) == {"kind", "body"}:
        return {"update_id": update["update_id"], message["kind"]: message["body"]}
    return update


def _decoded(value: str) -> Any:  # noqa: ANN401 - whatever JSON holds
    if value[:1] in "[{" or value in {"true", "false"}:
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value
