"""What becomes of messages where the machine has no time for the bot or the server it speaks to.

    python -m benchmarks.starved [--users N] [--messages N] [--seconds N] [--seed N] [--json]

A crowd writes to the Telegram bot while the bot, the server or both are stopped again and again, up
to a minute at a time, as where other programs take all of a machine. After so many seconds nothing
is stopped any more, and all answers are waited for. It fails, and says where each message stands,
unless every one is answered and every answer is in the journal. What the server answers later than
the bot waits for counts as lost, so that some replies are sent once more; and a bot that was away
answers each chat's newest message first.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from benchmarks.crowd import Load
from benchmarks.load import at_work, questions_of, texts_of
from benchmarks.report import Figures, run, show

# A program of its own, since the one that waits for the end of a stop must not be stopped itself.
STOPPING = """
import os, random, signal, sys, time
seed, seconds, *pids = map(int, sys.argv[1:])
chosen, end = random.Random(seed), time.monotonic() + seconds
while time.monotonic() < end:
    time.sleep(chosen.uniform(0.5, 3))
    stopped = chosen.choice((pids, pids[:1], pids[1:]))
    try:
        for pid in stopped:
            os.kill(pid, signal.SIGSTOP)
        time.sleep(chosen.choice((1, 5, 15, 25, 50, 70)))  # a call is waited for for 20
    finally:
        for pid in stopped:
            os.kill(pid, signal.SIGCONT)
"""


def main(argv: Sequence[str]) -> None:
    """Let a crowd write to a bot that hardly gets to run."""
    parser = argparse.ArgumentParser(description="What becomes of messages on a starved machine.")
    parser.add_argument("--users", type=int, default=1000)
    parser.add_argument("--messages", type=int, default=5000)
    parser.add_argument("--seconds", type=int, default=240)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    given = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as place:
        found = asyncio.run(_starve(given, Path(place)))
    title = f"{given.messages} messages, stopped for most of {given.seconds} seconds"
    show({title: {"Quoth": found}}, as_json=given.json)


async def _starve(given: argparse.Namespace, place: Path) -> Figures:
    questions = questions_of(None, texts_of(place))
    load = Load(users=given.users, messages=given.messages, questions=questions)
    async with at_work(place, trivial=False, delay=0.0) as crowd:
        with _stopping(given.seed, given.seconds, os.getpid(), crowd.pid):
            return await crowd.outlast(load)


@contextmanager
def _stopping(*given: int) -> Iterator[None]:
    """Processes are stopped now and then: the seed, for how many seconds, and which."""
    stopping = subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-c", STOPPING, *map(str, given)]
    )
    try:
        yield
    finally:
        stopping.wait()


if __name__ == "__main__":
    run(main)
