"""How many people the Telegram bot answers at once, beside the library's own ceiling.

    python -m benchmarks.load [FILE] [--users N] [--messages N] [--json]

A crowd writes as fast as the server takes its messages to two bots, one after the other: Quoth as
shipped, on the starter collection, and python-telegram-bot with a handler that says one word. Each
runs as a process of its own against the tests' Bot API server, which checks every call; then the
same with 50 ms of network on every call. Questions come again, as people's do, and every tenth
leans on the one before; "repeated" is the share that was asked before in the same words. Quoth is
asked another time with questions none of which comes twice. FILE holds questions as
`quoth ask --batch` takes them; without one they are made from the collection's sentences. It fails
if a message is not answered exactly once, its answer is not in the journal, one chat's answers are
out of order, or most quote nothing; that handler keeps no order, and no journal. Where nothing is
fetched or answered for two minutes, it says where each message stands. Memory is told after 2,000
messages, 5,000 and so on; "of its own" is the part of the last that is no page of a file.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import os
import re
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from benchmarks.crowd import PATIENCE, Crowd, Load
from benchmarks.report import Figures, run, show
from benchmarks.standing import Subject
from bot.assistant import Assistant
from bot.settings import load_settings
from bot.snapshots.suggestions import questions_from
from tests.bot_api import BotApi

TOKEN = "123456789:AAloadloadloadloadloadloadloadloadl"  # noqa: S105 - of our own server
NETWORK = 0.05  # seconds of delay on every call
ASKED_WORDS = 6
LONGEST_ASKED = 20
DIFFERENT = 5_000  # messages at the most where no question comes twice
UNHURRIED = 20  # messages a second that leave the bot idle in between


def main(argv: Sequence[str]) -> None:
    """Measure both bots without and with the network's delay, and Quoth unhurried."""
    parser = argparse.ArgumentParser(description="How many people the bot answers at once.")
    parser.add_argument("file", type=Path, metavar="FILE", nargs="?")
    parser.add_argument("--users", type=int, default=1000)
    parser.add_argument("--messages", type=int, default=5000)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    given = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as place:
        rows = asyncio.run(_measure(given, Path(place)))
    show({f"{given.messages} messages of {given.users} users": rows}, as_json=given.json)


async def _measure(given: argparse.Namespace, place: Path) -> dict[str, Figures]:
    texts = texts_of(place)
    questions = questions_of(given.file, texts)
    print(f"{len(questions)} questions in turn", file=sys.stderr)
    load = Load(users=given.users, messages=given.messages, questions=questions)
    few = min(given.messages, DIFFERENT)
    different = Load(users=given.users, messages=few, questions=_different(texts, few))
    rows = {}
    for name, delay in (("at once", 0.0), (f"{NETWORK * 1000:.0f} ms of network", NETWORK)):
        for bot, trivial in (("ceiling", True), ("Quoth", False)):
            async with at_work(place, trivial=trivial, delay=delay) as crowd:
                rows[f"{bot}, {name}"] = await crowd.rush(load, ordered=not trivial)
        _compare(rows[f"Quoth, {name}"], rows[f"ceiling, {name}"])
    async with at_work(place, trivial=False, delay=0.0) as crowd:
        fresh = await crowd.rush(different, ordered=True)
    _compare(fresh, rows["ceiling, at once"])
    rows["Quoth, no question twice"] = fresh
    async with at_work(place, trivial=False, delay=0.0) as crowd:
        rows["Quoth, unhurried"] = await crowd.stroll(load, a_second=UNHURRIED)
    return rows


def _compare(ours: Figures, theirs: Figures) -> None:
    """Add to some figures what they are of others', by the clock and by CPU time."""
    ours["of the ceiling"] = ours["replies/s"] / theirs["replies/s"]
    ours["by CPU"] = theirs["CPU ms a reply"] / ours["CPU ms a reply"]


def questions_of(file: Path | None, texts: Sequence[str]) -> tuple[str, ...]:
    """The questions of a file, or some made from every sentence of the starter collection."""
    if file is not None:
        with file.open(encoding="utf-8") as lines:
            return tuple(json.loads(line)["question"] for line in lines)
    made = [question for text in texts for question in (*questions_from(text), *_about(text))]
    return tuple(dict.fromkeys(made))


def texts_of(place: Path) -> list[str]:
    """The sentences of the starter collection."""
    settings = load_settings(environment={"XDG_CACHE_HOME": str(place)})
    passages = Assistant.open(settings).snapshot.retriever.passages
    return [passages.passage(number).text for number in range(len(passages))]


def _different(texts: Sequence[str], count: int) -> tuple[str, ...]:
    """So many questions that differ, by more or fewer words of the sentences."""
    made: dict[str, None] = {}
    for length in range(ASKED_WORDS, LONGEST_ASKED):
        for text in texts:
            made.update(dict.fromkeys(_about(text, length=length, step=1)))
        if len(made) >= count:
            return tuple(made)[:count]
    sys.exit(f"The collection gives no more than {len(made)} different questions.")


def _about(text: str, *, length: int = ASKED_WORDS, step: int = ASKED_WORDS // 2) -> Iterator[str]:
    """What a reader might ask about a sentence, by a few of its words in a row."""
    words = re.findall(r"\w+", text)
    for place in range(0, len(words) - length, step):
        yield f"What is said about {' '.join(words[place : place + length])}?"


async def _started(api: BotApi, subject: Subject) -> None:
    """Wait until a bot asks for messages; leave with a sentence where it does not."""
    deadline = time.monotonic() + PATIENCE
    while not subject.end and time.monotonic() < deadline:
        with contextlib.suppress(TimeoutError):
            await api.polled()
            return
    sys.exit(subject.end or "The bot has not asked for messages: something keeps the machine busy.")


@asynccontextmanager
async def at_work(place: Path, *, trivial: bool, delay: float) -> AsyncIterator[Crowd]:
    """A crowd before a bot that runs and waits for messages."""
    async with BotApi(token=TOKEN, delay=delay, capacity=100_000) as api:
        run = api.address.rpartition(":")[2]
        config, log, journal = (place / f"{run}.{end}" for end in ("toml", "log", "sqlite3"))
        config.write_text(
            f'[telegram]\nserver = "{api.address}"\n[journal]\nfile = "{journal}"\n',
            encoding="utf-8",
        )
        ours = ["bot", "telegram", "--config", str(config)]
        program = ["benchmarks.trivial_bot", api.address, TOKEN] if trivial else ours
        with log.open("wb") as written:
            process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", *program),
                env={**os.environ, "QUOTH_TELEGRAM_TOKEN": TOKEN, "XDG_CACHE_HOME": str(place)},
                stderr=written,
            )
        subject = Subject(process, log, None if trivial else journal)
        try:
            await _started(api, subject)
            crowd = Crowd(api, subject)
            yield crowd
        finally:
            if process.returncode is None:
                process.terminate()
            await process.wait()
        crowd.check_journal()
        if api.problems:
            sys.exit("Telegram would refuse: " + "; ".join(api.problems[:5]))


if __name__ == "__main__":
    run(main)
