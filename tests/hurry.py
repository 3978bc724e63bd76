"""Time that runs fast, so that tests don't wait as long as people do."""

from __future__ import annotations

import asyncio
import time

from bot.telegram.sending.delivery import Delivery
from bot.telegram.sending.pacing import Pacing

TIMES = 50  # as fast


def clock() -> float:
    """Seconds of the fast clock."""
    return time.monotonic() * TIMES


async def sleep(seconds: float) -> None:
    """Sleep so many seconds of the fast clock."""
    await asyncio.sleep(seconds / TIMES)


def hurried(*, per_second: int = 30, always: bool = False) -> Delivery:
    """A delivery that keeps Telegram's limits and its own pauses in the fast clock's seconds."""
    pacing = Pacing(per_second=per_second, always=always, clock=clock)
    return Delivery(pacing, sleep=sleep, clock=clock)
