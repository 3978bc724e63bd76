"""People who write to the bot: what a conversation in a test reads like."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests.bot_api.calls import BOT, Call, Params

if TYPE_CHECKING:
    from tests.bot_api.server import BotApi


@dataclass
class Person:
    """Someone who writes to the bot, in private or, with `group`, in a group.

    What the bot says in the chat is heard in its order; `heard` counts how much of it so far.
    """

    api: BotApi
    id: int = 500
    name: str = "Ada"
    language: str = "en"
    group: int = 0
    heard: int = 0

    @property
    def user(self) -> Params:
        """The person as Telegram describes them."""
        user = {"id": self.id, "is_bot": False, "first_name": self.name}
        return {**user, "language_code": self.language}

    @property
    def chat(self) -> Params:
        """The chat they write in."""
        if self.group:
            return {"id": self.group, "type": "supergroup", "title": "Readers"}
        return {"id": self.id, "type": "private", "first_name": self.name}

    def in_group(self, group: int = -400) -> Person:
        """The same person in a group."""
        heard = len([call for call in self.api.calls if call.speaks and call.chat == group])
        return Person(self.api, self.id, self.name, self.language, group, heard)

    async def write(self, text: str, **content: Any) -> int:  # noqa: ANN401
        """Write a message, with the marks that Telegram sets on commands; its id."""
        if text.startswith("/"):
            length = len(text.split()[0])
            command = {"type": "bot_command", "offset": 0, "length": length}
            content.setdefault("entities", [command])
        return await self.api.send(self.chat, self.user, text=text, **content)

    async def mention(self, text: str) -> int:
        """Write a message that begins with the bot's name."""
        name = f"@{BOT['username']}"
        mention = {"type": "mention", "offset": 0, "length": len(name)}
        return await self.write(f"{name} {text}", entities=[mention])

    async def edit(self, number: int, text: str, **content: Any) -> None:  # noqa: ANN401
        """Change an earlier message."""
        await self.write(text, edited=number, **content)

    async def reply(self, to: Call, text: str, *, quoting: str = "") -> int:
        """Reply to a message of the bot, quoting a part of it or not."""
        content: Params = {"reply_to_message": self.api.message(to)}
        if quoting:
            place = to.text.index(quoting)
            position = len(to.text[:place].encode("utf-16-le")) // 2
            content["quote"] = {"text": quoting, "position": position, "is_manual": True}
        return await self.write(text, **content)

    async def upload(self, name: str, data: bytes, *, caption: str = "", kind: str = "") -> int:
        """Send a file as a document."""
        document = self.api.stored(name, data, kind or "text/plain")
        content: Params = {"document": document}
        if caption:
            content["caption"] = caption
        return await self.api.send(self.chat, self.user, **content)

    async def hear(self, count: int = 1) -> list[Call]:
        """The next messages and changed messages of the bot in this chat."""
        calls = await self.api.said(
            self.heard + count, lambda call: call.speaks and call.chat == self.chat["id"]
        )
        new = calls[self.heard : self.heard + count]
        self.heard += count
        return new

    async def ask(self, text: str, **content: Any) -> Call:  # noqa: ANN401
        """Write a message and wait for the reply."""
        await self.write(text, **content)
        return (await self.hear())[0]

    async def press(self, call: Call, label: str) -> Call:
        """Press a button and wait for what it shows."""
        await self.api.press(call, call.button(label), self.user)
        return (await self.hear())[0]

    async def tap(self, call: Call, label: str) -> str:
        """Press a button and wait for the notice, "" if there is none."""
        press = await self.api.press(call, call.button(label), self.user)
        return await self.api.notice(press)

    async def inline(self, query: str, *, offset: str = "") -> Call:
        """Type a query behind the bot's name in some chat; the answer with its results."""
        number = await self.api.inline(self.user, query, offset=offset)
        calls = await self.api.said(1, lambda call: call.params.get("inline_query_id") == number)
        return calls[0]
