"""One after another in each chat: what arrived first is finished first."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator


class Order:
    """A queue for each chat in which something is under way, and none for the others."""

    def __init__(self) -> None:
        """Nothing is under way."""
        self._queues: dict[int, tuple[asyncio.Lock, int]] = {}

    @contextlib.asynccontextmanager
    async def of(self, chat: int) -> AsyncIterator[None]:
        """Wait until everything that came earlier in this chat is done."""
        lock, waiting = self._queues.get(chat, (asyncio.Lock(), 0))
        self._queues[chat] = (lock, waiting + 1)
        try:
            async with lock:
                yield
        finally:
            lock, waiting = self._queues[chat]
            if waiting == 1:
                del self._queues[chat]
            else:
                self._queues[chat] = (lock, waiting - 1)
