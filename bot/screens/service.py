"""What the bot says of itself: help, a greeting, how it is doing, what it keeps of whom."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence

from bot.answer import Statistics
from bot.commands import Command
from bot.gaps import Gap
from bot.message import Draft, Message
from bot.phrasing import Phrases
from bot.rendering import LONGEST_NAMED, shortened

LISTED_GAPS = 20
_CAPITALS = re.compile("[A-Z]+")


def render_text(text: str) -> Message:
    """A sentence on its own."""
    draft = Draft()
    for line in text.splitlines():
        draft.line(line)
    return draft.message()


def render_help(commands: tuple[Command, ...], phrases: Phrases) -> Message:
    """The commands that may be given, a line each."""
    draft = Draft()
    draft.line(phrases.say("help"))
    for command in commands:
        argument = _CAPITALS.sub(
            lambda word: phrases.say(f"argument_{word[0].lower()}"), command.argument
        )
        usage = f"/{command.name} {argument}".rstrip()
        draft.line(f"{usage}: {phrases.commands[command.name]}")
    return draft.message()


def render_start(documents: int, suggestions: tuple[str, ...], phrases: Phrases) -> Message:
    """The greeting, with questions that certainly have answers."""
    draft = Draft()
    draft.line(phrases.say("start", documents=documents))
    if suggestions:
        draft.gap()
        draft.line(phrases.say("offers"))
    for suggestion in suggestions:
        draft.line(f"• {suggestion}")
    return draft.message()


def render_statistics(statistics: Statistics, phrases: Phrases) -> Message:
    """How the bot is doing, in one line."""
    return render_text(
        phrases.say(
            "stats",
            uptime=datetime.timedelta(seconds=round(statistics.uptime)),
            documents=statistics.documents,
            passages=statistics.passages,
            built=statistics.built.strftime("%Y-%m-%d %H:%M"),
            fingerprint=statistics.fingerprint[:12],
            questions=statistics.questions,
            median=f"{statistics.median * 1000:.1f}",
            p95=f"{statistics.p95 * 1000:.1f}",
            memory=round(statistics.memory / 2**20),
        )
    )


def render_gaps(gaps: Sequence[Gap], phrases: Phrases) -> Message:
    """The open questions, a line each; of very many the first and how many more there are."""
    draft = Draft()
    if not gaps:
        draft.line(phrases.say("gaps_none"))
        return draft.message()
    times = sum(gap.times for gap in gaps)
    draft.line(phrases.say("gaps", questions=len(gaps), times=times))
    for gap in gaps[:LISTED_GAPS]:
        question = shortened(gap.question, LONGEST_NAMED)
        name = "gap_unhelpful" if gap.unhelpful else "gap"
        fields = {"unhelpful": gap.unhelpful} if gap.unhelpful else {}
        draft.line(phrases.say(name, seed="", question=question, times=gap.times, **fields))
    if len(gaps) > LISTED_GAPS:
        draft.line(phrases.say("gaps_more", questions=len(gaps) - LISTED_GAPS))
    return draft.message()


def render_privacy(kept: Mapping[str, int], days: int, phrases: Phrases) -> Message:
    """What the journal keeps of a person, table by table."""
    draft = Draft()
    draft.line(phrases.say("privacy", days=days))
    for table, number in kept.items():
        draft.line(phrases.say(f"privacy_{table}", number=number))
    draft.line(phrases.say("privacy_end"))
    return draft.message()
