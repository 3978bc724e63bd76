"""Questions that the documents leave open: unanswered, or answered in a way that did not help."""

from __future__ import annotations

from dataclasses import dataclass

from bot.journal.database import Database


@dataclass(frozen=True, slots=True)
class GapRow:
    """One such question as it was searched for; `asked` is in seconds since 1970."""

    searched: str
    answered: bool
    unhelpful: int
    asked: float


class GapList:
    """What the table of questions holds of them."""

    def __init__(self, database: Database) -> None:
        """Read them in `database`."""
        self._database = database

    def rows(self) -> tuple[GapRow, ...]:
        """All of them, oldest first; who asked is not told."""
        rows = self._database.read(
            """
            SELECT searched, answered, asked,
                (SELECT count(*) FROM votes WHERE votes.chat = questions.chat
                    AND votes.reply = questions.reply AND helpful = 0) AS unhelpful
            FROM questions WHERE answered = 0 OR unhelpful > 0 ORDER BY asked, reply
            """
        )
        return tuple(
            GapRow(row["searched"], bool(row["answered"]), row["unhelpful"], row["asked"])
            for row in rows
        )
