"""Many people who write to a bot, and what comes of it."""

from __future__ import annotations

import asyncio
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NoReturn

import numpy as np

from benchmarks.report import Figures
from benchmarks.standing import Subject, standing
from tests.bot_api import BotApi, Call

FIRST_USER = 10_000
PATIENCE = 120.0  # seconds in which no message is fetched or answered until the crowd goes home
WEIGHED = (2_000, 5_000, 10_000, 20_000, 50_000)  # messages after which the memory is looked at
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
    """People before one bot."""

    def __init__(self, api: BotApi, subject: Subject) -> None:
        """Write to `subject` through `api`."""
        self._api = api
        self._subject = subject
        self._asked: defaultdict[int, list[int]] = defaultdict(list)
        self._seen = 0
        self._replied: Counter[int] = Counter()  # replies by the message they stand under

    @property
    def pid(self) -> int:
        """The process of the bot."""
        return self._subject.process.pid

    async def rush(self, load: Load, *, ordered: bool) -> Figures:
        """Everyone writes as fast as the server takes it; figures once all are answered.

        Unless the bot is to keep each chat's order, only the number of its answers is checked.
        """
        before = self._subject.spent
        start = time.monotonic()
        feeding = asyncio.create_task(self._write(load, load.messages, pause=0.0))
        memory = {}
        for count in (*(at for at in WEIGHED if at < load.messages), load.messages):
            await self._answered(count)
            memory[f"MiB at {count}"] = self._subject.memory
        own = self._subject.own_memory
        await feeding
        self._check(ordered=ordered)
        return {
            "repeated": load.repeated,
            "replies/s": load.messages / (self._api.calls[-1].at - start),
            "CPU ms a reply": (self._subject.spent - before) * 1000 / load.messages,
            **memory,
            "MiB of its own": own,
        }

    async def outlast(self, load: Load) -> Figures:
        """Everyone writes, and answers are waited for however long they take; what came of it."""
        start = time.monotonic()
        feeding = asyncio.create_task(self._write(load, load.messages, pause=0.0))
        await self._answered(load.messages)
        await feeding
        return {
            "answered": len(self._replied),
            "sent once more": self._doubled,
            "people answered out of order": self._disordered,
            "seconds": time.monotonic() - start,
        }

    async def stroll(self, load: Load, *, a_second: int) -> Figures:
        """So many messages a second for a while; how long each waits until its reply is sent."""
        count = int(STROLL * a_second)
        await self._write(load, count, pause=1 / a_second)
        await self._answered(count)
        self._check(ordered=True)
        waits = [
            (call.at - self._api.delivered[call.replies_to]) * 1000 for call in self._sent_calls()
        ]
        return {"p50 ms": float(np.median(waits)), "p95 ms": float(np.percentile(waits, 95))}

    def check_journal(self) -> None:
        """Leave with a sentence unless every reply is in the bot's journal, once it has ended."""
        if self._subject.journal is not None:
            missing = self._replied.keys() - self._subject.recorded
            if missing:
                said = next(c.lead for c in self._sent_calls() if c.replies_to in missing)
                sys.exit(
                    f"{len(missing)} replies were sent and are not in the journal, one of them "
                    f"{said!r}. {self._subject.end}"
                )

    async def _write(self, load: Load, count: int, *, pause: float) -> None:
        for number in range(count):
            user = FIRST_USER + number % load.users
            chat = {"id": user, "type": "private", "first_name": "Ada"}
            about = {"id": user, "is_bot": False, "first_name": "Ada", "language_code": "en"}
            text = load.text(number)
            self._asked[user].append(await self._api.send(chat, about, text=text))
            await asyncio.sleep(pause)

    async def _answered(self, count: int) -> None:
        """Wait until so many messages were sent, for as long as anything goes on."""
        last, since = (0, 0), time.monotonic()
        while self._replies() < count:
            now = len(self._api.calls), len(self._api.delivered)
            if now > last:
                last, since = now, time.monotonic()
            if self._subject.end or time.monotonic() - since > PATIENCE:
                self._give_up(count)
            await asyncio.sleep(LOOK)

    def _give_up(self, count: int) -> NoReturn:
        """Leave with sentences that say where each message stands."""
        asked = [number for numbers in self._asked.values() for number in numbers]
        stands = standing(self._api, self._subject, asked=asked, answered=self._replied)
        sys.exit(f"Only {self._replies()} of {count} messages were answered in time. {stands}")

    def _sent_calls(self) -> Iterator[Call]:
        return (call for call in self._api.calls if call.method == "sendMessage")

    def _replies(self) -> int:
        """How many messages were answered; each call is looked at once, as this is asked often."""
        new = self._api.calls[self._seen :]
        self._seen += len(new)
        self._replied.update(call.replies_to for call in new if call.method == "sendMessage")
        return len(self._replied)

    def _check(self, *, ordered: bool) -> None:
        """Leave with a sentence unless every message was answered once.

        Where `ordered`, each chat's messages must be answered in their order, most with a quote.
        """
        if self._doubled:
            sys.exit(f"All were answered, {self._doubled} of them once more than needed.")
        if ordered and self._disordered:
            sys.exit(f"{self._disordered} people were not answered in order.")
        if ordered and self._quoting() < LEAST_QUOTING:
            sys.exit(f"Only {self._quoting():.0%} of the replies quote anything.")

    @property
    def _doubled(self) -> int:
        """How many replies stand under a message that had one."""
        return sum(self._replied.values()) - len(self._replied)

    @property
    def _disordered(self) -> int:
        """How many people were first answered in another order than they had asked in."""
        answered: defaultdict[int, dict[int, None]] = defaultdict(dict)
        for call in self._sent_calls():
            answered[call.chat].setdefault(call.replies_to)
        return sum(list(answered[user]) != asked for user, asked in self._asked.items())

    def _quoting(self) -> float:
        """The share of messages sent that hold a quote."""
        sent = [call.params for call in self._sent_calls()]
        quotes = ("blockquote", "expandable_blockquote")
        held = (any(e["type"] in quotes for e in params.get("entities") or ()) for params in sent)
        return sum(held) / len(sent)
