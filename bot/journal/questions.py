"""The table of questions as asked and answered: conversations, and what buttons refer to."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import dataclass

from bot.conversation import Said, Turn
from bot.journal.database import Database, Row
from bot.journal.recalling import (
    BEFORE_REPLY,
    DEEPEST,
    OF_PERSON,
    Recalled,
    recalled,
    turn_kept,
    written,
)

CONSOLE = 0  # the chat and the asker of what is asked in the console
_COLUMNS = (
    "chat, reply, first, middle, message, parent, asker, text, about, searched, answered, "
    "timeline, turn, topic, closed, asked"
)
_VALUES = "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?"


@dataclass(frozen=True, slots=True)
class Asked:
    """One question and where its answer stands; ids are Telegram's, `asked` is in seconds.

    `reply` is the message that has the answer's buttons, `first` the first of its parts, `middle`
    are those between, `message` is the one that asked (0 for a button), `parent` the reply before
    it in the conversation. `turn` is what the next message may lean on, None for nothing.
    `timeline` is true for what asks for a timeline: it leads on to nothing. `topic` is that of a
    forum, 0 elsewhere.
    """

    chat: int
    reply: int
    first: int
    message: int
    parent: int | None
    asker: int
    text: str
    about: str
    searched: str
    answered: bool
    asked: float
    middle: tuple[int, ...] = ()
    turn: Turn | None = None
    timeline: bool = False
    topic: int = 0

    @property
    def earlier_parts(self) -> tuple[int, ...]:
        """The messages before `reply` that hold parts of the answer."""
        return (self.first, *self.middle) if self.first != self.reply else ()


class Questions:
    """The table of questions."""

    def __init__(self, database: Database) -> None:
        """Keep them in `database`."""
        self._database = database

    def keep(self, asked: Asked) -> None:
        """Keep a question; one that is asked anew takes its own place, and the votes go."""
        self._database.write(
            ("DELETE FROM questions WHERE chat = ? AND reply = ?", (asked.chat, asked.reply)),
            (
                f"INSERT INTO questions ({_COLUMNS}) VALUES ({_VALUES})",  # noqa: S608 - constants
                (
                    *(asked.chat, asked.reply, asked.first, ",".join(map(str, asked.middle))),
                    *(asked.message, asked.parent, asked.asker, asked.text, asked.about),
                    *(asked.searched, int(asked.answered), int(asked.timeline)),
                    *(written(asked.turn), asked.topic, asked.asked),
                ),
            ),
        )

    def move(self, chat: int, reply: int, *, to: int) -> None:
        """Forget an answer that is kept as another from now on; what leaned on it leans on that."""
        self._database.write(
            ("DELETE FROM questions WHERE chat = ? AND reply = ?", (chat, reply)),
            ("UPDATE questions SET parent = ? WHERE chat = ? AND parent = ?", (to, chat, reply)),
        )

    def answered_by(self, chat: int, reply: int) -> Asked | None:
        """The question that a message of the bot answers, whichever of its parts it is."""
        rows = self._database.read(
            "SELECT * FROM questions WHERE chat = ? AND reply >= ? AND first <= ? "
            "ORDER BY reply LIMIT 1",
            *(chat, reply, reply),
        )
        return _asked(rows[0]) if rows else None

    def asked_in(self, chat: int, message: int) -> Asked | None:
        """The question that a message of a person asked."""
        rows = self._database.read(
            "SELECT * FROM questions WHERE chat = ? AND message = ? ORDER BY reply DESC LIMIT 1",
            *(chat, message),
        )
        return _asked(rows[0]) if rows else None

    def left_by(
        self, chat: int, asker: int, *, since: float, turns: int, topic: int = 0
    ) -> Future[Recalled | None]:
        """Where a person left off in a chat's topic, with the last `turns` turns.

        None where their last question is older than `since` or the talk was begun afresh behind it.
        """
        return self._database.find(recalled, OF_PERSON, chat, turns, DEEPEST, asker, since, topic)

    def stood_at(self, chat: int, reply: int, *, turns: int) -> Future[Recalled | None]:
        """Where a conversation stood at a message of the bot, with the last `turns` turns."""
        return self._database.find(recalled, BEFORE_REPLY, chat, turns, DEEPEST, reply)

    def dialogue(self, chat: int, reply: int, *, turns: int) -> tuple[Said, ...]:
        """The messages that led to an answer, the one it answers last; at most `turns`."""
        rows = self._database.read(
            """
            WITH RECURSIVE talk (depth, parent, text, about, timeline) AS (
                SELECT 1, parent, text, about, timeline FROM questions
                    WHERE chat = ?1 AND reply = ?2
                UNION ALL
                SELECT depth + 1, earlier.parent, earlier.text, earlier.about, earlier.timeline
                FROM talk JOIN questions earlier
                    ON earlier.chat = ?1 AND earlier.reply = talk.parent
                WHERE depth < ?3
            )
            SELECT text, about FROM talk WHERE NOT timeline ORDER BY depth DESC
            """,
            *(chat, reply, turns),
        )
        return tuple(Said(row["text"], about=row["about"]) for row in rows)

    def close(self, chat: int, asker: int, *, topic: int = 0) -> None:
        """Begin a person's conversation in a chat's topic afresh."""
        left = "chat = ? AND asker = ? AND topic = ? AND closed = 0"
        query = f"UPDATE questions SET closed = 1 WHERE {left}"  # noqa: S608 - a constant
        self._database.write((query, (chat, asker, topic)))

    def places_of(self, asker: int) -> tuple[tuple[int, int], ...]:
        """The chats, each with a topic, in which a person has asked."""
        query = "SELECT DISTINCT chat, topic FROM questions WHERE asker = ?"
        return tuple((row["chat"], row["topic"]) for row in self._database.read(query, asker))

    def next_reply(self, chat: int) -> int:
        """A number for the next answer of a chat that numbers none itself."""
        rows = self._database.read("SELECT max(reply) AS last FROM questions WHERE chat = ?", chat)
        return 1 + ((rows[0]["last"] if rows else 0) or 0)


def _asked(row: Row) -> Asked:
    """The question that a row of the table holds."""
    return Asked(
        chat=row["chat"],
        reply=row["reply"],
        first=row["first"],
        message=row["message"],
        parent=row["parent"],
        asker=row["asker"],
        text=row["text"],
        about=row["about"],
        searched=row["searched"],
        answered=bool(row["answered"]),
        asked=row["asked"],
        middle=tuple(map(int, row["middle"].split(","))) if row["middle"] else (),
        turn=turn_kept(row),
        timeline=bool(row["timeline"]),
        topic=row["topic"],
    )
