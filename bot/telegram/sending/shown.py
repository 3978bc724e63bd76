"""What the bot's changed messages show now, so that the same is not put there again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.telegram.recent import Recent

REMEMBERED = 200  # messages; whoever presses a button twice does so at once
CHANGE = "editMessageText"


class Shown:
    """The last changes, by the place of their message."""

    def __init__(self) -> None:
        """Nothing was changed yet."""
        self._changes: Recent[tuple[object, object], int] = Recent(REMEMBERED)

    def has(self, endpoint: str, data: Mapping[str, Any]) -> bool:
        """Whether a call would put into a message what it shows, which Telegram refuses."""
        return endpoint == CHANGE and self._changes.get(_place(data)) == _content(data)

    def note(self, endpoint: str, data: Mapping[str, Any]) -> None:
        """A call was carried out."""
        if endpoint == CHANGE:
            self._changes.put(_place(data), _content(data))
        elif "message_id" in data:
            self._changes.take(_place(data))


def _place(data: Mapping[str, Any]) -> tuple[object, object]:
    return data.get("chat_id"), data.get("message_id")


def _content(data: Mapping[str, Any]) -> int:
    return hash(repr(data))
