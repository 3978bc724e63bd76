"""Whose turn it is: updates of one chat one after another, those of different chats at once."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

Item = TypeVar("Item")


class Turns(Generic[Item]):
    """Handles items in the order of their key; a key that waits for something holds up no other.

    At most `room` items wait or are under way at a time: `put` waits while there are as many. Of
    these `at_once` are under way, which takes some 20 kB each; the others only wait.
    """

    def __init__(
        self, handle: Callable[[Item], Awaitable[None]], *, room: int, at_once: int
    ) -> None:
        """Handle each item with `handle`, which raises nothing."""
        self._handle = handle
        self._room = room
        self._under_way = asyncio.Semaphore(at_once)
        self._lines: dict[object, deque[Item]] = {}
        self._workers: set[asyncio.Task[None]] = set()
        self._changed = asyncio.Condition()
        self.waiting = 0

    async def put(self, key: object, item: Item) -> None:
        """Add an item behind those with the same key, once there is room for it."""
        async with self._changed:
            await self._changed.wait_for(lambda: self.waiting < self._room)
            self.waiting += 1
        line = self._lines.get(key)
        if line is not None:
            line.append(item)
            return
        self._lines[key] = deque([item])
        worker = asyncio.create_task(self._work(key))
        self._workers.add(worker)
        worker.add_done_callback(self._workers.discard)

    async def finish(self, seconds: float) -> int:
        """Let everything be handled, for so many seconds at the most; how many items are left."""
        try:
            async with asyncio.timeout(seconds), self._changed:
                await self._changed.wait_for(lambda: not self.waiting)
        except TimeoutError:
            pass
        workers = tuple(self._workers)
        for worker in workers:
            worker.cancel()
        await asyncio.gather(*workers, return_exceptions=True)
        return self.waiting

    async def _work(self, key: object) -> None:
        """Handle the line of one key until it is empty."""
        line = self._lines[key]
        try:
            while line:
                async with self._under_way:
                    await self._handle(line[0])
                line.popleft()
                async with self._changed:
                    self.waiting -= 1
                    self._changed.notify_all()
        finally:
            del self._lines[key]
