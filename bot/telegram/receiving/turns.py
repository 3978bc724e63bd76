"""Turns: updates of one chat are handled one after another, different chats side by side."""

from __future__ import annotations

import asyncio
import contextlib
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, Hashable
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Bounds:
    """How many items may be there at a time.

    `under_way` are handled at once, which takes some 20 kB each. `room` are there in all lines that
    move, `each` in one line, and `in_all` with those of lines that stand aside.
    """

    room: int
    under_way: int
    each: int
    in_all: int


@dataclass(slots=True)
class _Line(Generic[Item]):
    """The items of one key; the first one is under way, or waits for its place."""

    items: deque[Item] = field(default_factory=deque)
    has_place: bool = False
    aside: bool = False


class Turns(Generic[Item]):
    """Handles items in the order of their key; a key that waits for something holds up no other.

    `put` waits while there is no room. A line that is full gives up one of its items instead, and
    one whose handling stands `aside` takes no place and no room from the others.
    """

    def __init__(
        self,
        handle: Callable[[Item], Awaitable[None]],
        bounds: Bounds,
        *,
        rank: Callable[[Item], Any],
    ) -> None:
        """Handle each item with `handle`, which raises nothing; the lowest `rank` gives way."""
        self._handle = handle
        self._bounds = bounds
        self._rank = rank
        self._places = asyncio.Semaphore(bounds.under_way)
        self._lines: dict[Hashable, _Line[Item]] = {}
        self._workers: dict[asyncio.Task[None], _Line[Item]] = {}
        self._changed = asyncio.Condition()
        self._aside = 0
        self.waiting = 0

    @property
    def full(self) -> bool:
        """Whether there is no room for one more."""
        moving = self.waiting - self._aside
        return moving >= self._bounds.room or self.waiting >= self._bounds.in_all

    def behind(self, key: Hashable) -> int:
        """How many items of a key wait behind the first one."""
        line = self._lines.get(key)
        return max(0, len(line.items) - 1) if line else 0

    async def put(self, key: Hashable, item: Item) -> Item | None:
        """Add an item behind those with the same key, once there is room; one that gives way."""
        line = self._lines.get(key)
        if line is not None and len(line.items) >= self._bounds.each:
            return self._exchange(line, item)
        async with self._changed:
            await self._changed.wait_for(lambda: not self.full)
            self.waiting += 1
        line = self._lines.get(key)
        if line is not None:
            line.items.append(item)
            self._aside += line.aside
            return None
        self._lines[key] = line = _Line(deque([item]))
        worker = asyncio.create_task(self._work(key, line))
        self._workers[worker] = line
        worker.add_done_callback(self._workers.pop)
        return None

    def _exchange(self, line: _Line[Item], item: Item) -> Item:
        """Add an item to a full line; the one that gives way for it, never the first."""
        first, *others = (*line.items, item)
        given_up = min(others, key=self._rank)
        others.remove(given_up)
        line.items.clear()
        line.items.extend((first, *others))
        return given_up

    @contextlib.asynccontextmanager
    async def aside(self) -> AsyncIterator[None]:
        """Leave place and room to others while the item that the caller handles only waits.

        Nothing happens where the caller handles none.
        """
        task = asyncio.current_task()
        line = self._workers.get(task) if task is not None else None
        if line is None or line.aside:
            yield
            return
        self._leave(line)
        line.aside = True
        self._aside += len(line.items)
        try:
            async with self._changed:
                self._changed.notify_all()
            yield
        finally:
            line.aside = False
            self._aside -= len(line.items)
        await self._enter(line)

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

    async def _work(self, key: Hashable, line: _Line[Item]) -> None:
        """Handle the line of one key until it is empty."""
        try:
            while line.items:
                await self._enter(line)
                try:
                    await self._handle(line.items[0])
                finally:
                    self._leave(line)
                line.items.popleft()
                async with self._changed:
                    self.waiting -= 1
                    self._changed.notify_all()
        finally:
            del self._lines[key]

    async def _enter(self, line: _Line[Item]) -> None:
        await self._places.acquire()
        line.has_place = True

    def _leave(self, line: _Line[Item]) -> None:
        if line.has_place:
            line.has_place = False
            self._places.release()
