"""Updates that have come in and are not handled yet, so that none is lost or handled twice."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass

from bot.journal.database import Database


@dataclass(frozen=True, slots=True)
class Arrival:
    """An update by its number; `body` is how Telegram wrote it, "" once it is handled.

    `digest` tells it from another update that bears the same number, as one of another bot may.
    """

    number: int
    digest: str
    body: str


class Arrivals:
    """The table of updates; what people wrote stays in it only until it is handled."""

    def __init__(self, database: Database) -> None:
        """Keep them in `database`."""
        self._database = database

    def keep(self, arrivals: Sequence[Arrival], *, at: float) -> Future[int]:
        """Note updates; done once that is safe."""
        sql = "INSERT OR REPLACE INTO updates (number, digest, body, came) VALUES (?, ?, ?, ?)"
        return self._database.begin(*((sql, (a.number, a.digest, a.body, at)) for a in arrivals))

    def done(self, number: int) -> None:
        """Cross out an update: it is handled."""
        self._database.write(("UPDATE updates SET body = '' WHERE number = ?", (number,)))

    def confirmed(self, number: int) -> None:
        """Telegram will not bring updates below a number again: forget those that are handled."""
        self._database.write(("DELETE FROM updates WHERE body = '' AND number < ?", (number,)))

    def all(self) -> list[Arrival]:
        """Every update that is known, oldest first."""
        rows = self._database.read("SELECT number, digest, body FROM updates ORDER BY number")
        return [Arrival(int(row["number"]), row["digest"], row["body"]) for row in rows]
