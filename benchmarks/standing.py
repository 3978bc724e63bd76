"""A bot that a crowd writes to, and where the messages stand that it has not answered."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Collection, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from tests.bot_api import BotApi


@dataclass(frozen=True, slots=True)
class Subject:
    """The bot: its process, its log, and its journal where it keeps one."""

    process: asyncio.subprocess.Process
    log: Path
    journal: Path | None = None

    @property
    def spent(self) -> float:
        """Its processor time so far, in seconds."""
        fields = self._told("stat").rpartition(")")[2]
        return sum(map(int, fields.split()[11:13])) / 100

    @property
    def memory(self) -> float:
        """What it holds of the memory, in MiB."""
        return self._mebibytes("VmRSS")

    @property
    def own_memory(self) -> float:
        """The part of it that is no page of a file, which others could share, in MiB."""
        return self._mebibytes("RssAnon")

    @property
    def end(self) -> str:
        """How it ended, with the last line of its log; "" while it runs."""
        status = self.process.returncode
        if status is None:
            return ""
        lines = self.log.read_text(encoding="utf-8").splitlines()
        return f"The bot has ended with status {status}: {lines[-1] if lines else 'no word'}"

    @property
    def under_way(self) -> frozenset[int]:
        """The messages that its journal holds until they are handled."""
        return self._journal(
            "SELECT json_extract(body, '$.message.message_id') FROM updates WHERE body <> ''"
        )

    @property
    def recorded(self) -> frozenset[int]:
        """The messages whose answers its journal holds."""
        return self._journal("SELECT message FROM questions")

    def _journal(self, sql: str) -> frozenset[int]:
        with closing(sqlite3.connect(f"file:{self.journal}?mode=ro", uri=True)) as connection:
            return frozenset(int(row[0]) for row in connection.execute(sql) if row[0])

    def _mebibytes(self, name: str) -> float:
        line = next(line for line in self._told("status").splitlines() if line.startswith(name))
        return int(line.split()[1]) / 1024

    def _told(self, name: str) -> str:
        """What the system tells of the process."""
        return Path(f"/proc/{self.process.pid}/{name}").read_text(encoding="utf-8")


def standing(
    api: BotApi, subject: Subject, *, asked: Collection[int], answered: Collection[int]
) -> str:
    """Where each message that was `asked` and not `answered` stands, in sentences."""
    open_ = set(asked) - set(answered)
    stands = ", ".join(f"{number} {place}" for place, number in _places(api, subject, open_))
    return f"Of the {len(open_)} others: {stands}. {subject.end or 'The bot is running.'}"


def _places(api: BotApi, subject: Subject, numbers: set[int]) -> Iterator[tuple[str, int]]:
    """How many messages stand in each place; those that the bot knows nothing of any more are lost.

    Where a bot keeps no journal, nobody can tell.
    """
    fetched = numbers & api.delivered.keys()
    yield "were not fetched by the bot", len(numbers - fetched)
    if subject.journal is None:
        yield "were fetched", len(fetched)
        return
    under_way = fetched & subject.under_way
    sent = (fetched - under_way) & subject.recorded
    yield "are under way", len(under_way)
    yield "are answered by the journal and not at the server", len(sent)
    yield "are lost", len(fetched - under_way - sent)
