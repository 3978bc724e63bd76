"""The journal as a whole: its tables, how long they are kept, and what they hold of a person."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Self

from bot.journal.arrivals import Arrivals
from bot.journal.database import Database, damage
from bot.journal.gaps import GapList
from bot.journal.members import Members
from bot.journal.pending import PendingActions
from bot.journal.questions import Asked, Questions
from bot.journal.schema import PERSONAL
from bot.journal.votes import VoteBook

DAY = 86_400.0  # seconds
KNOWN = 2 * DAY  # for how long an update is known at the most; Telegram keeps it for one day
SWEEP = 3_600.0  # seconds between two looks for what is too old
_AGEING = tuple(table for table in PERSONAL if table[0] != "members")


class Journal:
    """Everything that is kept; all methods may be called from several threads.

    `questions`, `votes`, `members`, `pending`, `gaps` and `arrivals` are its subjects, `days` how
    long they are kept, `now` the time in seconds since 1970. `fault` is a sentence for the operator
    where the file can't be used; then everything is kept until the program ends.
    """

    def __init__(self, database: Database, *, days: int, clock: Callable[[], float]) -> None:
        """Keep what is at most `days` old; `clock` gives seconds since 1970."""
        self._database = database
        self.days = days
        self.now = clock
        self._swept = 0.0
        self.questions = Questions(database)
        self.votes = VoteBook(database)
        self.members = Members(database)
        self.pending = PendingActions(database)
        self.gaps = GapList(database)
        self.arrivals = Arrivals(database)
        self.sweep()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def fault(self) -> str:
        """Why the file can't be used, in a sentence; "" where it can."""
        return self._database.fault

    def claim(self) -> bool:
        """Be the one bot that keeps its journal in this file; False where another one does.

        Consoles may share it.
        """
        return self._database.claim()

    def sweep(self) -> None:
        """Delete what is older than the days it is kept, once an hour at the most."""
        now = self.now()
        if 0 <= now - self._swept < SWEEP:  # a clock that was set back is no reason to wait
            return
        self._swept = now
        limit = (now - self.days * DAY,)
        self._database.write(
            *((f"DELETE FROM {table} WHERE {age} < ?", limit) for table, _, age in _AGEING),  # noqa: S608 - constants
            ("DELETE FROM updates WHERE came < ?", (now - KNOWN,)),
        )

    def keep(self, asked: Asked) -> None:
        """Keep a question, and now and then look for what is too old."""
        self.questions.keep(asked)
        self.sweep()

    def kept_of(self, user: int) -> Mapping[str, int]:
        """How many rows of each table tell of a person."""
        counts = {}
        for table, column, _ in PERSONAL:
            sql = f"SELECT count(*) AS number FROM {table} WHERE {column} = ?"  # noqa: S608 - constants
            rows = self._database.read(sql, user)
            counts[table] = int(rows[0]["number"]) if rows else 0
        return counts

    def forget(self, user: int) -> bool:
        """Delete all that is kept of a person, for good; False where the file refuses."""
        done = self._database.change(
            *((f"DELETE FROM {table} WHERE {column} = ?", (user,)) for table, column, _ in PERSONAL)  # noqa: S608
        )
        self._database.sweep()
        self.members.dropped(user)
        return done >= 0

    def close(self) -> None:
        """Write what is still to be written, and close the file."""
        self._database.close()


def open_journal(file: Path, *, days: int, clock: Callable[[], float] = time.time) -> Journal:
    """The journal in a file, or in memory where the file can't be used; never raises."""
    return Journal(Database(file), days=days, clock=clock)


def journal_fault(file: Path) -> str:
    """What would go wrong with a file as the journal, in a sentence; "" if nothing."""
    if file.exists():
        return damage(file)
    place = next(parent for parent in file.absolute().parents if parent.exists())
    if place.is_dir() and os.access(place, os.W_OK | os.X_OK):
        return ""
    return f"The journal {file} can't be made: {place} is not writable; change journal.file."
