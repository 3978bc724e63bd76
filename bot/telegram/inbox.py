"""Which updates have come in and which are handled, so that none is lost or handled twice."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from telegram import Update

REMEMBERED = 20_000  # updates known to have been handled


class Inbox(Protocol):
    """Notes updates before Telegram may forget them."""

    def keep(self, updates: Sequence[Update]) -> list[Update]:
        """Note updates; those that were not noted before."""

    def done(self, number: int) -> None:
        """Cross out an update: it is handled."""

    def left(self) -> list[Update]:
        """Updates that an earlier run noted and did not handle, oldest first."""


class MemoryInbox:
    """An inbox that lasts as long as the process."""

    def __init__(self) -> None:
        """Nothing has come in."""
        self._known: dict[int, None] = {}

    def keep(self, updates: Sequence[Update]) -> list[Update]:
        """Note updates; those that were not noted before."""
        new = [update for update in updates if update.update_id not in self._known]
        self._known.update(dict.fromkeys(update.update_id for update in new))
        for number in list(self._known)[: max(0, len(self._known) - REMEMBERED)]:
            del self._known[number]
        return new

    def done(self, number: int) -> None:
        """Cross out an update: it is handled."""

    def left(self) -> list[Update]:
        """Updates that an earlier run noted and did not handle: none."""
        return []
