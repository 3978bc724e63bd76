"""Many people who write to a bot, and what comes of it."""

from __future__ import annotations

import asyncio
import sys
import time
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.report import Figures
from tests.bot_api import BotApi

FIRST_USER = 10_000
PATIENCE = 120.0  # seconds without any reply until the crowd goes home
LOOK = 0.01  # seconds
STROLL = 10.0  # seconds
FOLLOW_UP = "And when was that?"
LEAST_QUOTING = 0.5  # share of replies that must quote something: all is asked of sentences there


@dataclass(frozen=True, slots=True)
class Load:
    """How many people write how many messages in all; the questions are asked in turn."""

    users: int
    messages: int
    questions: tuple[str, ...]

    def text(self, number: int) -> str:
        """The message with a number from 0 on; every tenth leans on what its writer asked last.

        Its writers take turns, so that they have asked something.
        """
        leans = (number + number // self.users) % 10 == 9
        return FOLLOW_UP if leans else self.questions[number % len(self.questions)]

    @property
    def repeated(self) -> float:
        """The share of messages that ask what a message before them has asked in the same words.

        Follow-ups are none of them, since each leans on another question.
        """
        asked = [text for n in range(self.messages) if (text := self.text(n)) != FOLLOW_UP]
        return (len(asked) - len(set(asked))) / self.messages


class Crowd:
    """People before one bot, which is the process `pid`."""

    def __init__(self, api: BotApi, pid: int) -> None:
        """Write through `api`."""
        self._api = api
        self._pid = pid
        self._asked: defaultdict[int, list[int]] = defaultdict(list)
        self._seen = self._sent = 0

    async def rush(self, load: Load, *, ordered: bool) -> Figures:
        """Everyone writes as fast as the server takes it; figures once all are answered.

        Unless the bot is to keep each chat's order, only the number of its answers is checked.
        """
        before = self._spent()
        start = time.monotonic()
        feeding = asyncio.create_task(self._write(load, load.messages, pause=0.0))
        early = int(load.messages * 0.4)
        await self._answered(early)
        memory = self._memory()
        await self._answered(load.messages)
        await feeding
        self._check(load.messages, ordered=ordered)
        return {
            "repeated": load.repeated,
            "replies/s": load.messages / (self._api.calls[-1].at - start),
            "CPU ms a reply": (self._spent() - before) * 1000 / load.messages,
            f"MiB at {early}": memory,
            f"MiB at {load.messages}": self._memory(),
        }

    async def stroll(self, load: Load, *, a_second: int) -> Figures:
        """So many messages a second for a while; how long each waits until its reply is sent."""
        count = int(STROLL * a_second)
        await self._write(load, count, pause=1 / a_second)
        await self._answered(count)
        self._check(count, ordered=True)
        waits = [
            (call.at - self._api.delivered[call.replies_to]) * 1000
            for call in self._api.calls
            if call.method == "sendMessage"
        ]
        return {"p50 ms": float(np.median(waits)), "p95 ms": float(np.percentile(waits, 95))}

    async def _write(self, load: Load, count: int, *, pause: float) -> None:
        for number in range(count):
            user = FIRST_USER + number % load.users
            chat = {"id": user, "type": "private", "first_name": "Ada"}
            about = {"id": user, "is_bot": False, "first_name": "Ada", "language_code": "en"}
            text = load.text(number)
            self._asked[user].append(await self._api.send(chat, about, text=text))
            await asyncio.sleep(pause)

    async def _answered(self, count: int) -> None:
        """Wait until so many messages were sent."""
        last, since = 0, time.monotonic()
        while self._replies() < count:
            now = len(self._api.calls)
            if now > last:
                last, since = now, time.monotonic()
            if time.monotonic() - since > PATIENCE:
                sys.exit(f"Only {self._replies()} of {count} messages were answered.")
            await asyncio.sleep(LOOK)

    def _replies(self) -> int:
        """How many messages were sent; each call is looked at once, since this is asked often."""
        new = self._api.calls[self._seen :]
        self._seen += len(new)
        self._sent += sum(call.method == "sendMessage" for call in new)
        return self._sent

    def _check(self, count: int, *, ordered: bool) -> None:
        """Leave with a sentence unless every message was answered once.

        Where `ordered`, each chat's messages must be answered in their order, most with a quote.
        """
        put = list if ordered else sorted
        answered: defaultdict[int, list[int]] = defaultdict(list)
        for call in self._api.calls:
            if call.method == "sendMessage":
                answered[call.chat].append(call.replies_to)
        wrong = [user for user, asked in self._asked.items() if put(answered[user]) != asked]
        if wrong or self._replies() != count:
            order = " and in order" if ordered else ""
            sys.exit(f"{len(wrong)} people were not answered exactly once{order}.")
        if ordered and self._quoting() < LEAST_QUOTING:
            sys.exit(f"Only {self._quoting():.0%} of the replies quote anything.")

    def _quoting(self) -> float:
        """The share of messages sent that hold a quote."""
        sent = [call.params for call in self._api.calls if call.method == "sendMessage"]
        quotes = ("blockquote", "expandable_blockquote")
        held = (any(e["type"] in quotes for e in params.get("entities") or ()) for params in sent)
        return sum(held) / len(sent)

    def _memory(self) -> float:
        """What the bot holds of the memory, in MiB."""
        status = Path(f"/proc/{self._pid}/status").read_text(encoding="utf-8")
        line = next(line for line in status.splitlines() if line.startswith("VmRSS:"))
        return int(line.split()[1]) / 1024

    def _spent(self) -> float:
        """The bot's processor time so far, in seconds."""
        fields = Path(f"/proc/{self._pid}/stat").read_text(encoding="utf-8").rpartition(")")[2]
        return sum(map(int, fields.split()[11:13])) / 100
