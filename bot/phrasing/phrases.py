"""Wording as data: the phrases of each language, complete and checked when they are read."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.errors import PhrasesError
from bot.phrasing.faults import faults_of
from bot.phrasing.follow_up_words import FollowUpWords, longest_first, read_follow_up


@dataclass(frozen=True, slots=True)
class SmallTalk:
    """One subject of small talk: what people write, and what is said to it."""

    match: tuple[str, ...]
    reply: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phrases:
    """All wording of one language; `timeline` matches what asks for that of the topic behind it."""

    language: str
    wordings: Mapping[str, tuple[str, ...]]
    commands: Mapping[str, str]
    reasons: Mapping[str, str]
    languages: Mapping[str, str]
    small_talk: Mapping[str, SmallTalk]
    fillers: frozenset[str]
    follow_up: FollowUpWords
    timeline: re.Pattern[str]
    months: tuple[str, ...]
    months_alone: tuple[str, ...]
    date_pattern: str
    month_pattern: str

    def say(self, name: str, *, seed: str = "", **fields: object) -> str:
        """The phrase `name`, filled in; of several wordings the same `seed` takes the same."""
        return choose(self.wordings[name], seed).format_map(fields)


def choose(wordings: tuple[str, ...], seed: str) -> str:
    """One of the wordings, decided by `seed` alone, today as in a year."""
    if len(wordings) == 1:
        return wordings[0]
    number = int.from_bytes(hashlib.blake2b(seed.encode(), digest_size=4).digest())
    return wordings[number % len(wordings)]


def load_phrases(folder: Path) -> dict[str, Phrases]:
    """The phrases of every language in `folder`, by language.

    Raises PhrasesError naming the file and everything that is missing or unknown in it.
    """
    files = sorted(folder.glob("*.toml"))
    if not files:
        raise PhrasesError(f"{folder}: there is no file of phrases (such as en.toml) here.")
    return {file.stem: _phrases(file) for file in files}


def _phrases(file: Path) -> Phrases:
    """The phrases of one file; raises PhrasesError with every fault of it."""
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise PhrasesError(f"{file}: the phrases can't be read: {error}.") from None
    faults = faults_of(table)
    if faults:
        raise PhrasesError("\n".join(f"{file}: {fault}" for fault in faults))
    small_talk = dict(table["small_talk"])
    fillers = frozenset(small_talk.pop("fillers"))
    return Phrases(
        language=file.stem,
        wordings={
            name: tuple(wordings)
            for name, wordings in {
                **table["replies"],
                **table["screens"],
                **table["chat"],
            }.items()
        },
        commands=table["commands"],
        reasons=table["reasons"],
        languages=table["languages"],
        small_talk={
            name: SmallTalk(match=tuple(value["match"]), reply=tuple(value["reply"]))
            for name, value in small_talk.items()
        },
        fillers=fillers,
        follow_up=read_follow_up(table["follow_up"], file.stem),
        timeline=re.compile(
            rf"\W*(?:{longest_first(table['requests']['timeline'])})\s+(?=\S)", re.IGNORECASE
        ),
        months=tuple(table["dates"]["months"]),
        months_alone=tuple(table["dates"]["months_alone"]),
        date_pattern=table["dates"]["pattern"],
        month_pattern=table["dates"]["month_pattern"],
    )
