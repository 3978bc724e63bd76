"""Turns as the journal keeps them, and the queries that find where a conversation stood."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from sys import intern

from bot.answer import Reference
from bot.conversation import Turn
from bot.journal.database import Row

NOTHING = ""  # stands for a message that no other may lean on
DEEPEST = 100  # messages looked through for turns, small talk among them
_TALK = """
    WITH RECURSIVE talk (depth, told, reply, parent, searched, turn, timeline) AS (
        SELECT 1, turn IS NOT '' AND NOT timeline, reply, parent, searched, turn, timeline
        FROM questions WHERE chat = ?1 AND reply = ({start})
        UNION ALL
        SELECT depth + 1, told + (e.turn IS NOT '' AND NOT e.timeline),
            e.reply, e.parent, e.searched, e.turn, e.timeline
        FROM talk JOIN questions e ON e.chat = ?1 AND e.reply = talk.parent
        WHERE told < ?2 AND depth < ?3
    )
    SELECT reply, searched, turn FROM talk WHERE NOT timeline ORDER BY depth DESC
"""
# From what a message of the bot answers, ?4; from the last question of a person, ?4, since ?5 in a
# topic, ?6: that is the one with the highest reply, which tells it also where the clock was set
# back.
BEFORE_REPLY = _TALK.format(
    start="SELECT reply FROM questions WHERE chat = ?1 AND reply >= ?4 AND first <= ?4 "
    "ORDER BY reply LIMIT 1"
)
OF_PERSON = _TALK.format(
    start="SELECT reply FROM (SELECT reply, closed FROM questions WHERE chat = ?1 AND asker = ?4 "
    "AND asked >= ?5 AND topic = ?6 AND NOT timeline ORDER BY reply DESC LIMIT 1) WHERE NOT closed"
)


@dataclass(frozen=True, slots=True)
class Recalled:
    """Where a conversation stands: at the answer `reply`, behind `turns`, oldest first.

    `turns` is None where an earlier version kept no more of them than the messages.
    """

    reply: int
    turns: tuple[Turn, ...] | None


def recalled(rows: Sequence[Row]) -> Recalled | None:
    """What the rows of one of the queries tell; None without rows."""
    if not rows:
        return None
    turns = [_read(row) for row in rows if row["turn"] != NOTHING]
    known = tuple(turn for turn in turns if turn is not None)
    return Recalled(rows[-1]["reply"], known if len(known) == len(turns) else None)


def written(turn: Turn | None) -> str:
    """A turn as it is kept beside the question that was searched for."""
    if turn is None:
        return NOTHING
    place = turn.quoted
    quoted = place and (place.document, place.start, place.end, place.fingerprint)
    return json.dumps((turn.language, turn.short, quoted, turn.offers), separators=(",", ":"))


def _read(row: Row) -> Turn | None:
    """The turn of a row; None where it can't be read."""
    try:
        language, short, quoted, offers = json.loads(row["turn"] or "")
        place = _place(*quoted) if quoted else None
        return Turn(row["searched"], intern(language), short, place, tuple(offers))
    except (ValueError, TypeError):
        return None


def _place(document: str, start: int, end: int, fingerprint: str) -> Reference:
    """A quote's place; many turns share the words that name a document."""
    return Reference(intern(document), start, end, intern(fingerprint))


def turn_kept(row: Row) -> Turn | None:
    """The turn of a row; None where nothing may lean on it, or nothing is known of that."""
    return _read(row) if row["turn"] else None
