"""Which updates have come in and which are handled, so that none is lost or handled twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.journal.database import Database


@dataclass(frozen=True, slots=True)
class Arrival:
    """An update by its number, as Telegram wrote it; `body` is "" once it is handled."""

    number: int
    body: str


class Arrivals:
    """The table of updates; what people wrote stays in it only until it is handled."""

    def __init__(self, database: Database) -> None:
        """Keep them in `database`."""
        self._database = database

    def keep(self, arrivals: Sequence[Arrival], *, at: float) -> None:
        """Note updates, and return once that is safe; those noted before stay as they are."""
        self._database.change(
            *(
                ("INSERT OR IGNORE INTO updates VALUES (?, ?, ?)", (a.number, a.body, at))
                for a in arrivals
            )
        )

    def done(self, number: int) -> None:
        """Cross out an update: it is handled."""
        self._database.write(("UPDATE updates SET body = '' WHERE number = ?", (number,)))

    def all(self) -> list[Arrival]:
        """Every update that is known, oldest first."""
        rows = self._database.read("SELECT number, body FROM updates ORDER BY number")
        return [Arrival(int(row["number"]), str(row["body"])) for row in rows]
