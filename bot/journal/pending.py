"""What an admin has asked for and must still confirm by pressing a button."""

from __future__ import annotations

from dataclasses import dataclass

from bot.journal.database import Database


@dataclass(frozen=True, slots=True)
class Pending:
    """An action that waits for its button under the message `reply` of a chat.

    `action` is "add" or "remove", `document` the id of the document, `file` Telegram's id of the
    file that was sent, `replaces` whether the admin was told that a document will be replaced.
    """

    chat: int
    reply: int
    operator: int
    action: str
    document: str
    file: str
    replaces: bool


class PendingActions:
    """The table of actions that wait."""

    def __init__(self, database: Database) -> None:
        """Keep them in `database`."""
        self._database = database

    def keep(self, pending: Pending, *, at: float) -> None:
        """Wait for the button under a message."""
        self._database.write(
            (
                "INSERT OR REPLACE INTO pending VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    *(pending.chat, pending.reply, pending.operator, pending.action),
                    *(pending.document, pending.file, int(pending.replaces), at),
                ),
            )
        )

    def take(self, chat: int, reply: int, operator: int) -> Pending | None:
        """The action under a message, which then waits no longer; None for anyone else's."""
        place = (chat, reply, operator)
        where = "WHERE chat = ? AND reply = ? AND operator = ?"
        rows = self._database.read(f"SELECT * FROM pending {where}", *place)  # noqa: S608 - a constant
        if not rows or self._database.change((f"DELETE FROM pending {where}", place)) < 1:  # noqa: S608
            return None
        row = rows[0]
        return Pending(
            chat=chat,
            reply=reply,
            operator=operator,
            action=row["action"],
            document=row["document"],
            file=row["file"],
            replaces=bool(row["replaces"]),
        )
