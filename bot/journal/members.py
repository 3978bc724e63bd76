"""People who have given the pairing code."""

from __future__ import annotations

from bot.journal.database import Database


class Members:
    """The table of members, held in memory too, since every message is checked against it."""

    def __init__(self, database: Database) -> None:
        """Keep them in `database`."""
        self._database = database
        rows = database.read("SELECT member FROM members")
        self._members = {int(row["member"]) for row in rows}

    def __contains__(self, user: int) -> bool:
        return user in self._members

    def add(self, user: int, *, at: float) -> None:
        """Take someone in."""
        self._members.add(user)
        self._database.write(("INSERT OR IGNORE INTO members VALUES (?, ?)", (user, at)))

    def dropped(self, user: int) -> None:
        """Someone's row was deleted with everything else of theirs."""
        self._members.discard(user)
