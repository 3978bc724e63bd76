"""What becomes of questions when everything fails at random.

    python -m benchmarks.storm [--minutes N] [--seed N] [--json]

People ask the Telegram bot questions while its calls meet floods of "too many requests", faults of
the server, dropped connections, answers that get lost, break off or come late, and whole minutes
without a network; some people have blocked the bot. Time runs fifty times as fast. It fails unless
every question is answered or reported, none is answered more often than lost answers explain, and
the bot lives.
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from benchmarks.report import run, show
from tests.bot_api import BotApi, Fault, Person, Trouble
from tests.helpers import TOKEN, settings_for, write_documents
from tests.hurry import clock, sleep
from tests.stage import at_work

QUESTIONS = {
    "When was the lighthouse of Skarvoy built?": "1874",
    "How high is the tower?": "31 metres",
    "How many passengers does the ferry carry?": "120",
}
PEOPLE, BLOCKED = 30, 3  # who ask; how many of them have blocked the bot
A_MINUTE = 20  # questions
CHANCE = 0.25  # of a fault, for every call
CALM, OUTAGE = 240.0, 60.0  # seconds between losses of the network, and their length
PATIENCE = 1_800.0  # seconds after the last question
FAULTS = (
    *(Fault.TOO_MANY, Fault.BAD_GATEWAY, Fault.DROPPED),
    *(Fault.LOST, Fault.HALF, Fault.SLOW),
)


class Storm:
    """The weather over a server; `lost` counts the answers lost by the message replied to."""

    def __init__(self, seed: int) -> None:
        """Let the same seed bring the same kind of weather."""
        self._random = random.Random(seed)
        self._began = clock()
        self.faults: Counter[str] = Counter()
        self.lost: Counter[tuple[int, int]] = Counter()
        self.over = False

    def spoil(self, method: str, params: dict[str, object]) -> Trouble | None:
        """What happens to a call, None for nothing."""
        if self.over:
            return None
        chat = int(str(params.get("chat_id", 0)))
        if 0 < chat <= BLOCKED:
            return Trouble(method, Fault.FORBIDDEN, None, 1, 0.0)
        if (clock() - self._began) % (CALM + OUTAGE) > CALM:
            return self._happens(method, Fault.DROPPED, 0.0)
        if self._random.random() > CHANCE:
            return None
        fault = self._random.choice(FAULTS)
        reply = params.get("reply_parameters")
        if fault is Fault.LOST and isinstance(reply, dict):
            self.lost[chat, int(reply["message_id"])] += 1
        seconds = self._random.uniform(1, 20)
        return self._happens(method, fault, 0.1 if fault is Fault.SLOW else seconds)

    def _happens(self, method: str, fault: Fault, seconds: float) -> Trouble:
        self.faults[fault.name.lower()] += 1
        return Trouble(method, fault, None, 1, seconds)


class Reports(logging.Handler):
    """Counts what the bot reports as not delivered, and what it should never log."""

    def __init__(self) -> None:
        """Nothing is reported yet."""
        super().__init__()
        self.undelivered = self.tracebacks = 0

    def emit(self, record: logging.LogRecord) -> None:
        """Count one line of the log."""
        self.undelivered += record.getMessage().startswith("Not delivered")
        self.tracebacks += record.exc_info is not None and record.name.startswith("bot")


async def weather(place: Path, *, minutes: int, seed: int) -> dict[str, float]:
    """Figures of a storm of so many minutes; leaves with a sentence if a question gets lost."""
    reports = Reports()
    logging.getLogger("bot").addHandler(reports)
    logging.getLogger("bot").setLevel(logging.INFO)
    async with BotApi(token=TOKEN) as api:
        extra = f'[telegram]\nserver = "{api.address}"\n[access]\nper_minute = 1_000\n'
        settings = settings_for(write_documents(place / "documents"), place, extra)
        async with at_work(settings) as bot:
            storm = Storm(seed)
            api.weather = storm.spoil
            asked = await _ask(api, random.Random(seed), minutes)
            alive = await _answered(api, asked, bot)
            storm.over = True
    logging.getLogger("bot").removeHandler(reports)
    return _figures(api, asked, storm, reports, alive=alive)


async def _ask(api: BotApi, chosen: random.Random, minutes: int) -> dict[tuple[int, int], str]:
    """Ask all questions; what each asks, by chat and message."""
    people = [Person(api, id=number + 1) for number in range(PEOPLE)]
    asked = {}
    for _ in range(minutes * A_MINUTE):
        person, question = chosen.choice(people), chosen.choice(list(QUESTIONS))
        asked[person.id, await person.write(question)] = question
        await sleep(chosen.uniform(0, 2 * 60 / A_MINUTE))
    return asked


async def _answered(
    api: BotApi, asked: dict[tuple[int, int], str], bot: asyncio.Task[None]
) -> bool:
    """Wait until everyone who can be has been answered; whether the bot lives."""
    deadline = clock() + PATIENCE
    wanted = {place for place in asked if place[0] > BLOCKED}
    while clock() < deadline and not bot.done():
        if wanted <= {(call.chat, call.replies_to) for call in api.calls}:
            break
        await sleep(10)
    return not bot.done()


def _figures(
    api: BotApi,
    asked: dict[tuple[int, int], str],
    storm: Storm,
    reports: Reports,
    *,
    alive: bool,
) -> dict[str, float]:
    said = [call for call in api.calls if call.method == "sendMessage"]
    answers = Counter((call.chat, call.replies_to) for call in said)
    wrong = [c for c in said if QUESTIONS[asked[c.chat, c.replies_to]] not in c.lead]
    silent = [place for place in asked if not answers[place] and place[0] > BLOCKED]
    blocked = sum(place[0] <= BLOCKED for place in asked)
    often = [place for place in asked if answers[place] > 1 + storm.lost[place]]
    unreported = max(0, len(silent) + blocked - reports.undelivered)
    if not alive or unreported or often or wrong or reports.tracebacks or api.refusals:
        sys.exit(
            f"alive: {alive}; neither answered nor reported: {unreported}; too often: {len(often)};"
            f" wrong: {len(wrong)}; tracebacks: {reports.tracebacks}; refused: {api.refusals[:3]}"
        )
    return {
        "questions": len(asked),
        "answered": len(asked) - blocked - len(silent),
        "blocked, reported": blocked,
        "given up, reported": len(silent),
        "sent twice": sum(answers.values()) - len(answers),
        "answers lost": sum(storm.lost.values()),
        "faults": sum(storm.faults.values()),
    }


def main(argv: Sequence[str]) -> None:
    """Let it storm."""
    parser = argparse.ArgumentParser(description="What becomes of questions in a storm.")
    parser.add_argument("--minutes", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    given = parser.parse_args(argv)
    logging.getLogger("bot").propagate = False
    with tempfile.TemporaryDirectory() as place:
        figures = asyncio.run(weather(Path(place), minutes=given.minutes, seed=given.seed))
    show({f"{given.minutes} minutes of faults": {"Quoth": figures}}, as_json=given.json)


if __name__ == "__main__":
    run(main)
