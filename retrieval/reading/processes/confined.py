"""The helper process that reads files which may be hostile: bounded, and with nothing to give away.

    python -m retrieval.reading.processes.confined

It takes one JSON object a line on standard input, {"path", "max_bytes", "known", "seconds"}, and
writes one line for each on standard output (see `retrieval.reading.processes.wire`). It may take
1 GiB of memory and the given seconds of CPU time a file, and can't write files meanwhile. It is
started without the environment of the program it helps, so that it knows no token.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import sys
import warnings
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from retrieval.errors import UnreadableFileError
from retrieval.language import language_of
from retrieval.reading.files import read_file, told
from retrieval.reading.processes.wire import written

MEMORY = 1 << 30  # bytes of address space
MODEL = 1 << 28  # bytes of the largest file that is unpacked to tell languages
DAMAGED = "the file is damaged"
_UNKNOWN = "qwrtzy xqzvkw zyzzyxq bxqvkz wqpxzk"  # only the model can tell the language of this


def main() -> None:
    """Answer line after line until the input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever asks decides when to stop
    warnings.simplefilter("ignore")
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what a library prints is no answer
    _confine()
    serve(sys.stdin.buffer, answers)


def _confine() -> None:
    """Take away from this process what reading a file doesn't need."""
    for limit, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(limit)
        if hard == resource.RLIM_INFINITY or hard > most:
            with suppress(OSError, ValueError):  # some systems don't let this one be set
                resource.setrlimit(limit, (most, most))
    _let_write(0)


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Read the files that are asked for, one after another."""
    for line in requests:
        asked = json.loads(line)
        _allow(float(asked["seconds"]))
        answers.write(_answer(asked["path"], int(asked["max_bytes"]), asked["known"]))
        answers.flush()


def _answer(path: str, max_bytes: int, known: str) -> bytes:
    """The line that answers one request: a page, or why the file can't be read."""
    try:
        try:
            reading = read_file(Path(path), max_bytes=max_bytes, known=known)
        except OSError:  # a code page is told by the language, and that by a model not yet unpacked
            _let_write(MODEL)
            language_of(_UNKNOWN)
            _let_write(0)
            reading = read_file(Path(path), max_bytes=max_bytes, known=known)
        _let_write(MODEL)
        try:
            return written(told(reading))
        finally:
            _let_write(0)
    except UnreadableFileError as error:
        return written(error)
    except MemoryError:
        return written(UnreadableFileError("it needs more memory than one file may take"))
    except Exception as error:  # a library fails as it likes; the rest is read
        return written(UnreadableFileError(f"{DAMAGED} ({type(error).__name__})"))


def _let_write(most: int) -> None:
    """Let this process write files of so many bytes, or none; languages are told by a model that
    is unpacked into a temporary file.
    """
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, hard))


def _allow(seconds: float) -> None:
    """Let this process use so much more CPU time; the system ends it when that is spent."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    most = int(used.ru_utime + used.ru_stime + seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (most, hard))


if __name__ == "__main__":
    main()
