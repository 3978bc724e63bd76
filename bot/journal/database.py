"""The SQLite file behind the journal: one thread does all its work, in the order it was given.

Nobody waits for a write, so no event loop is ever held up; a read waits for the writes before it.
"""

from __future__ import annotations

import logging
import os
import sqlite3
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from bot.journal.schema import MIGRATIONS
from bot.message import well_formed

PATIENCE = 5_000  # milliseconds that another process may hold the file
OWED = 2_000  # writes that wait for a file that can't be written just now at the most, of some kB
CACHE = 500  # kibibytes of the file that are held; the system holds all of it
# What passes: a full disk, one at its limit, another program that holds the file for long.
_PASSING = frozenset({sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_BUSY})
_LOG = logging.getLogger(__name__)
_SETUP = (
    f"PRAGMA busy_timeout = {PATIENCE}",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = NORMAL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    f"PRAGMA cache_size = -{CACHE}",
)
Row = sqlite3.Row
Statement = tuple[str, tuple[Any, ...]]
Result = TypeVar("Result")


class Database:
    """Reads and writes of one file; while the file can't be used, of memory in its place.

    `fault` is the sentence that says why the file can't be used, "" where it can.
    """

    def __init__(self, file: Path) -> None:
        """Open the file and bring its tables up to date; never raises."""
        self._file = file
        self._complained: set[str] = set()
        self._hindered = False
        self._held: sqlite3.Connection | None = None
        self._waiting: list[tuple[Statement, ...]] = []
        self._owed: list[tuple[Statement, ...]] = []
        self._lock = threading.Lock()
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="journal")
        self.fault = ""
        self._connection = self._thread.submit(self._open).result()

    def write(self, *statements: Statement) -> None:
        """Carry out statements together, soon, and with what else is written meanwhile.

        Where the file can't be written just now they wait until it can, the newest `OWED` of them.
        """
        with self._lock:
            self._waiting.append(statements)
            first = len(self._waiting) == 1
        if first:
            self._thread.submit(self._write)

    def begin(self, *statements: Statement) -> Future[int]:
        """Carry out statements together; gives how many rows they changed, -1 if they failed."""

        def execute() -> int:
            self._settle()
            return self._execute(statements)

        return self._thread.submit(self._attempt, execute, -1)

    def change(self, *statements: Statement) -> int:
        """Carry out statements together, now; how many rows they changed, -1 if they failed."""
        return self.begin(*statements).result()

    def read(self, sql: str, *values: Any) -> list[Row]:  # noqa: ANN401 - SQL values
        """The rows of a query; none where the file can't be read."""
        return self.find(list, sql, *values).result()

    def find(
        self,
        made_of: Callable[[list[Row]], Result],
        sql: str,
        *values: Any,  # noqa: ANN401 - SQL values
    ) -> Future[Result]:
        """What is made of the rows of a query, soon; of no rows where the file can't be read."""

        def fetch() -> list[Row]:
            return self._connection.execute(sql, values).fetchall()

        nothing: list[Row] = []
        return self._thread.submit(lambda: made_of(self._attempt(fetch, nothing)))

    def claim(self) -> bool:
        """Hold the file until it is closed or the program ends; False where another holds it."""
        if self.fault:
            return True  # memory is nobody else's
        try:
            self._held = sqlite3.connect(f"{self._file}.lock", timeout=0, isolation_level=None)
            self._held.execute("BEGIN EXCLUSIVE")
        except sqlite3.Error as error:
            return error.sqlite_errorcode != sqlite3.SQLITE_BUSY
        return True

    def sweep(self) -> None:
        """Leave nothing of deleted rows in the file or beside it."""
        emptied = ("PRAGMA wal_checkpoint(TRUNCATE)", ())  # not with others: in no transaction
        self._thread.submit(self._attempt, lambda: self._execute([emptied]), 0)

    def close(self) -> None:
        """Finish what was given and close the file; closed twice does no harm."""
        self._thread.shutdown(wait=True)
        self._attempt(self._settle, None)  # what was hindered has this one try more
        self._connection.close()
        if self._held is not None:
            self._held.close()

    def _write(self) -> None:
        """Carry out what waits."""
        with self._lock:
            waiting, self._waiting = self._waiting, []
        self._owed += waiting
        self._attempt(self._settle, None)

    def _settle(self) -> None:
        """Carry out what is owed; what the file refuses keeps nothing else from it.

        Raises sqlite3.Error where what hinders it passes; then the newest are owed still.
        """
        if not self._owed:
            return
        try:
            self._execute([statement for statements in self._owed for statement in statements])
        except sqlite3.Error as error:
            if _passes(error):
                del self._owed[:-OWED]
                raise
            for statements in self._owed:
                self._attempt(partial(self._execute, statements), 0)
        self._owed.clear()
        if self._hindered:
            self._hindered = False
            self._complained.clear()
            _LOG.info("The journal %s can be written again: what waited is kept.", self._file)

    def _execute(self, statements: Iterable[Statement]) -> int:
        before = self._connection.total_changes
        with self._connection:
            for sql, values in statements:
                self._connection.execute(sql, tuple(map(_storable, values)))
        return self._connection.total_changes - before

    def _attempt(self, job: Callable[[], Result], otherwise: Result) -> Result:
        """Do a job; what the file refuses is told to the operator once, and answering goes on."""
        try:
            return job()
        except sqlite3.Error as error:
            self._hindered = self._hindered or _passes(error)
            if str(error) not in self._complained:
                self._complained.add(str(error))
                _LOG.error("%s", _sentence(self._file, str(error)))
            return otherwise

    def _open(self) -> sqlite3.Connection:
        try:
            return opened(self._file)
        except (OSError, sqlite3.Error) as error:
            reason = error.strerror if isinstance(error, OSError) else str(error)
            self.fault = _sentence(self._file, reason or str(error))
            return _migrated(sqlite3.connect(":memory:", check_same_thread=False))


def _passes(error: sqlite3.Error) -> bool:
    """Whether what kept something from being written may be over the next time."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in _PASSING


def _storable(value: object) -> object:
    """A value that SQLite takes: what people write may hold half characters."""
    return well_formed(value) if isinstance(value, str) else value


def opened(file: Path) -> sqlite3.Connection:
    """A connection to a file that only its user can read, with all tables.

    Raises OSError or sqlite3.Error.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    os.close(os.open(file, os.O_RDWR | os.O_CREAT, 0o600))
    connection = sqlite3.connect(file, check_same_thread=False)
    try:
        return _migrated(connection)
    except BaseException:
        connection.close()
        raise


def _migrated(connection: sqlite3.Connection) -> sqlite3.Connection:
    """A connection whose tables have been brought to the newest version."""
    for pragma in _SETUP:
        connection.execute(pragma)
    connection.row_factory = sqlite3.Row
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > len(MIGRATIONS):
        raise sqlite3.DatabaseError("a newer Quoth has written it")
    for number, script in enumerate(MIGRATIONS[version:], start=version + 1):
        connection.executescript(f"BEGIN; {script}; PRAGMA user_version = {number}; COMMIT;")
    connection.execute("SELECT count(*) FROM questions").fetchone()
    return connection


def damage(file: Path) -> str:
    """What is wrong with an existing file, in a sentence; "" where nothing is."""
    try:
        connection = opened(file)
        try:
            (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
        finally:
            connection.close()
    except (OSError, sqlite3.Error) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        return _sentence(file, reason or str(error))
    return "" if verdict == "ok" else _sentence(file, verdict)


def _sentence(file: Path, reason: str) -> str:
    return (
        f"The journal {file} can't be used ({reason.rstrip('.')}), so conversations, votes and "
        "unanswered questions are kept no longer than this run: mend it, move it away, or change "
        "journal.file."
    )
