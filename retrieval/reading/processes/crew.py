"""Helper processes that read files side by side; one that hangs or dies takes only its file along.

A helper gets three times a file's CPU time by the clock, since the machine may be busy.
"""

from __future__ import annotations

import json
import os
import queue
import selectors
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from retrieval.errors import UnreadableFileError
from retrieval.reading.files import Reading
from retrieval.reading.processes.wire import reading_of

FILES = 10_000  # read by one helper before a fresh one takes its place
PATIENCE = 3  # seconds by the clock for each second of CPU time
STARTING = 30.0  # seconds by the clock on top, for a helper to start on a busy machine
_CHUNK = 1 << 20
_ROOT = Path(__file__).resolve().parents[3]
_KEPT = ("PATH", "LANG", "LC_ALL", "TZ", "SYSTEMROOT")
_ENVIRONMENT = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}  # threads take memory
TOO_LONG = "it took more than the {seconds:g} s of documents.max_file_seconds to read"
_ENDS = {
    signal.SIGXCPU: TOO_LONG,
    signal.SIGKILL: "its reader was stopped by the system, most likely for want of memory",
}


@dataclass(frozen=True, slots=True)
class Task:
    """A file to read and the fingerprint that is known of it, "" if none is."""

    path: Path
    known: str = ""


class Helper:
    """One helper process, started when it is first needed, and again after it has died."""

    def __init__(self, *, max_bytes: int, seconds: float) -> None:
        self._max_bytes, self._seconds = max_bytes, seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._done = 0
        self._closed = False

    def read(self, task: Task) -> Reading:
        """Read one file; raises UnreadableFileError with the reason where that fails."""
        if self._done >= FILES:
            self.stop()
        process = self._process or self._start()
        self._done += 1
        asked = {
            "path": os.fspath(task.path),
            "max_bytes": self._max_bytes,
            "known": task.known,
            "seconds": self._seconds,
        }
        try:
            assert process.stdin is not None  # noqa: S101 - it is a pipe
            process.stdin.write(json.dumps(asked).encode() + b"\n")
            process.stdin.flush()
            return reading_of(self._line(process))
        except UnreadableFileError:
            raise
        except TimeoutError:
            self.stop()
            raise UnreadableFileError(TOO_LONG.format(seconds=self._seconds)) from None
        except (OSError, ValueError):
            raise UnreadableFileError(self._end()) from None

    def stop(self) -> None:
        """End the process, if there is one."""
        process, self._process, self._done = self._process, None, 0
        if process is not None:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    with suppress(OSError):
                        pipe.close()

    def close(self) -> None:
        """End the process for good, from another thread too."""
        self._closed = True
        self.stop()

    def _start(self) -> subprocess.Popen[bytes]:
        """Start the process, with only what it needs of this one's environment."""
        if self._closed:
            raise UnreadableFileError("reading was stopped")
        kept = {name: os.environ[name] for name in _KEPT if name in os.environ}  # no token among it
        places = os.pathsep.join([str(_ROOT), *filter(None, sys.path)])
        self._process = subprocess.Popen(
            [sys.executable, "-B", "-m", "retrieval.reading.processes.confined"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**kept, **_ENVIRONMENT, "PYTHONPATH": places},
            start_new_session=True,
        )
        return self._process

    def _line(self, process: subprocess.Popen[bytes]) -> bytes:
        """The next line the helper writes; raises ValueError where none comes in time."""
        assert process.stdout is not None  # noqa: S101 - it is a pipe
        until = time.monotonic() + PATIENCE * self._seconds + STARTING
        longest = 14 * self._max_bytes + _CHUNK  # "\\ud83d\\ude00" is the most a character takes
        pieces: list[bytes] = []
        size = 0
        with selectors.DefaultSelector() as waiting:
            waiting.register(process.stdout, selectors.EVENT_READ)
            while not (pieces and pieces[-1].endswith(b"\n")):
                if not waiting.select(until - time.monotonic()):
                    raise TimeoutError
                piece = os.read(process.stdout.fileno(), _CHUNK)
                size += len(piece)
                if not piece or size > longest:
                    raise ValueError("no whole line")
                pieces.append(piece)
        return b"".join(pieces)

    def _end(self) -> str:
        """Why there was no answer, after which the process is gone."""
        process = self._process
        status: int | None = None
        if process is not None:
            with suppress(subprocess.TimeoutExpired):  # one that goes on has answered nonsense
                status = process.wait(timeout=1)
        self.stop()
        reason = _ENDS.get(signal.Signals(-status)) if status and status < 0 else None
        return (reason or "the file is damaged: its reader broke down").format(
            seconds=self._seconds
        )


class Crew:
    """As many helpers as are asked for, each reading one file at a time; a context manager."""

    def __init__(self, size: int, *, max_bytes: int, seconds: float) -> None:
        """Nothing is started before the first file is read."""
        self._pool = ThreadPoolExecutor(size, thread_name_prefix="reading")
        self._idle: queue.SimpleQueue[Helper] = queue.SimpleQueue()
        self._helpers = [Helper(max_bytes=max_bytes, seconds=seconds) for _ in range(size)]
        for helper in self._helpers:
            self._idle.put(helper)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown(wait=False, cancel_futures=True)
        for helper in self._helpers:
            helper.close()
        self._pool.shutdown()

    def read(self, tasks: Iterable[Task]) -> Iterator[Reading | UnreadableFileError]:
        """What became of each file, in order."""
        return self._pool.map(self._read, tasks)

    def _read(self, task: Task) -> Reading | UnreadableFileError:
        helper = self._idle.get()
        try:
            return helper.read(task)
        except UnreadableFileError as error:
            return error
        finally:
            self._idle.put(helper)
