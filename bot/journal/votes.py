"""Votes on answers: one a person, changeable."""

from __future__ import annotations

from dataclasses import dataclass

from bot.journal.database import Database

_CAST = """
    INSERT OR REPLACE INTO votes
    SELECT chat, reply, ?3, ?4, ?5 FROM questions WHERE chat = ?1 AND reply = ?2
"""


@dataclass(frozen=True, slots=True)
class Votes:
    """How many found an answer helpful, and how many did not."""

    helpful: int = 0
    unhelpful: int = 0


class VoteBook:
    """The table of votes."""

    def __init__(self, database: Database) -> None:
        """Keep them in `database`."""
        self._database = database

    def cast(self, chat: int, reply: int, voter: int, *, helpful: bool, at: float) -> Votes:
        """Count a person's vote on an answer; the same one again takes it back."""
        place = (chat, reply, voter)
        same = self._database.change(
            (
                "DELETE FROM votes WHERE chat = ? AND reply = ? AND voter = ? AND helpful = ?",
                (*place, int(helpful)),
            )
        )
        if same <= 0:
            self._database.change(
                (_CAST, (*place, int(helpful), at)),
            )
        return self.count(chat, reply)

    def count(self, chat: int, reply: int) -> Votes:
        """The votes on an answer."""
        rows = self._database.read(
            "SELECT sum(helpful) AS helpful, sum(1 - helpful) AS unhelpful "
            "FROM votes WHERE chat = ? AND reply = ?",
            *(chat, reply),
        )
        if not rows:
            return Votes()
        return Votes(helpful=rows[0]["helpful"] or 0, unhelpful=rows[0]["unhelpful"] or 0)
