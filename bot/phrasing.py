"""Wording as data: the phrases of each language, complete and checked when they are read."""

from __future__ import annotations

import datetime
import hashlib
import re
import string
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.commands import COMMANDS
from bot.errors import PhrasesError
from bot.wordings import CHAT
from retrieval.features import families

# The one list of what can be said, with the names that each wording may fill in.
REPLIES: dict[str, frozenset[str]] = {
    name: frozenset(fields.split())
    for name, fields in {
        "found": "",
        "tentative": "",
        "disputed": "",
        "agreed": "",
        "absent_count": "",
        "absent_amount": "",
        "absent_date": "",
        "absent_person": "",
        "absent_thing": "",
        "undecided": "",
        "yes": "",
        "no": "",
        "not_found": "",
        "not_found_words": "words",
        "unclear": "",
        "blank": "",
        "too_long": "limit",
        "foreign": "languages",
        "also": "",
        "searched": "question",
        "spelling": "written meant",
        "relative_date": "words date",
        "reckoned": "words date day",
        "offers": "",
        "did_you_mean": "",
        "which_one": "",
        "undated": "",
        "published": "date",
        "place_page": "place",
        "place_slide": "place",
        "place_chapter": "place",
        "place_heading": "place",
        "place_pair": "place",
    }.items()
}
SCREENS: dict[str, frozenset[str]] = {
    name: frozenset(fields.split())
    for name, fields in {
        "banner": "documents",
        "start": "documents",
        "help": "",
        "goodbye": "",
        "fresh": "",
        "sources": "documents passages",
        "sources_about": "topic",
        "sources_none": "topic",
        "nothing_yet": "",
        "no_such_quote": "number",
        "context_gone": "",
        "unknown_command": "command",
        "question_missing": "example",
        "admin_only": "user",
        "only_text": "",
        "reload_started": "",
        "reload_done": "files added changed removed failed seconds",
        "reload_failed_file": "file reason",
        "reload_running": "",
        "reload_failed": "reason",
        "stats": "uptime documents passages built fingerprint questions median p95 memory",
        "why_passage": "",
        "why_score": "score",
        "why_odds": "",
        "why_sum": "odds probability",
        "why_missing": "words",
        "why_runner_up": "probability",
        "timeline": "topic",
        "timeline_empty": "topic",
        "timeline_more": "topic page pages",
        "trouble": "",
        "late": "",
        "button_context": "",
        "button_why": "",
        "button_back": "",
    }.items()
}
REASONS = frozenset({*families().values(), "bias", "nearness"})
SMALL_TALK_FIELDS = frozenset({"documents"})


@dataclass(frozen=True, slots=True)
class SmallTalk:
    """One subject of small talk: what people write, and what is said to it."""

    match: tuple[str, ...]
    reply: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FollowUpWords:
    """What a message that leans on earlier ones looks like; all words case-folded.

    `opener` matches what stands in front ("and", "no, I meant"), `trailer` what stands behind
    ("then", "I meant"), `time` "before that" and "since then". `pronouns` point back to what was
    spoken of, `persons` among them to people, `plurals` to several things, `places` to places,
    `possessives` stand for its owner. In the word pairs of `existence` no word points back ("was
    there a fire?"). One of the words of `asking` with nothing but `empty` words asks about what was
    said ("when was that?"); `others` ask for more of it ("who else?"). `consents` are whole
    messages that accept an offer, `around_numbers` what may stand around the number of one ("the
    second one").
    """

    language: str
    opener: re.Pattern[str]
    trailer: re.Pattern[str]
    time: re.Pattern[str]
    pronouns: frozenset[str]
    persons: frozenset[str]
    plurals: frozenset[str]
    places: frozenset[str]
    possessives: frozenset[str]
    existence: frozenset[str]
    asking: frozenset[str]
    empty: frozenset[str]
    others: frozenset[str]
    consents: frozenset[str]
    around_numbers: frozenset[str]


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
    number = int.from_bytes(hashlib.blake2b(seed.encode(), digest_size=4).digest())
    return wordings[number % len(wordings)]


def say_date(date: datetime.date, phrases: Phrases) -> str:
    """A date in the words of a language."""
    return phrases.date_pattern.format(
        day=date.day, month=phrases.months[date.month - 1], year=date.year
    )


def say_month(date: datetime.date, phrases: Phrases) -> str:
    """A month with its year in the words of a language."""
    return phrases.month_pattern.format(month=phrases.months_alone[date.month - 1], year=date.year)


def load_phrases(folder: Path) -> dict[str, Phrases]:
    """The phrases of every language in `folder`, by language.

    Raises PhrasesError naming the file and everything that is missing or unknown in it.
    """
    files = sorted(folder.glob("*.toml"))
    if not files:
        raise PhrasesError(f"{folder}: there is no file of phrases (such as en.toml) here.")
    return {file.stem: _phrases(file) for file in files}


def _phrases(file: Path) -> Phrases:
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise PhrasesError(f"{file}: the phrases can't be read: {error}.") from None
    faults = [
        *_faults("replies", table.get("replies"), REPLIES),
        *_faults("screens", table.get("screens"), SCREENS),
        *_faults("chat", table.get("chat"), CHAT),
        *_command_faults(table.get("commands")),
        *_reason_faults(table.get("reasons")),
        *_language_faults(table.get("languages")),
        *_small_talk_faults(table.get("small_talk")),
        *_follow_up_faults(table.get("follow_up")),
        *_request_faults(table.get("requests")),
        *_date_faults(table.get("dates")),
    ]
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
        follow_up=_follow_up(table["follow_up"], file.stem),
        timeline=re.compile(
            rf"\W*(?:{_longest_first(table['requests']['timeline'])})\s+(?=\S)", re.IGNORECASE
        ),
        months=tuple(table["dates"]["months"]),
        months_alone=tuple(table["dates"]["months_alone"]),
        date_pattern=table["dates"]["pattern"],
        month_pattern=table["dates"]["month_pattern"],
    )


def _faults(section: str, table: Any, known: Mapping[str, frozenset[str]]) -> list[str]:  # noqa: ANN401 - untrusted TOML
    if not isinstance(table, dict):
        return [f"the section [{section}] is missing."]
    faults = [f"{section}.{name} is missing." for name in known if name not in table]
    for name, wordings in table.items():
        if name not in known:
            faults.append(f"{section}.{name} is no phrase that Quoth says.")
        else:
            faults += _wording_faults(f"{section}.{name}", wordings, known[name])
    return faults


def _wording_faults(name: str, wordings: Any, known: frozenset[str]) -> list[str]:  # noqa: ANN401
    if not _is_texts(wordings):
        return [f"{name} must be a list of one or more texts."]
    faults = []
    for wording in wordings:
        try:
            fields = {
                field for _, field, _, _ in string.Formatter().parse(wording) if field is not None
            }
        except ValueError as error:
            faults.append(f"{name}: {error}.")
            continue
        faults += [f"{name}: nothing fills in {{{field}}}." for field in sorted(fields - known)]
    return faults


def _command_faults(table: Any) -> list[str]:  # noqa: ANN401
    if not isinstance(table, dict):
        return ["the section [commands] is missing."]
    return [
        f"commands.{command.name} must be a text of 1 to 256 characters."
        for command in COMMANDS
        if not (isinstance(table.get(command.name), str) and 0 < len(table[command.name]) <= 256)
    ]


def _reason_faults(table: Any) -> list[str]:  # noqa: ANN401
    if not isinstance(table, dict):
        return ["the section [reasons] is missing."]
    missing = [name for name in sorted(REASONS) if not isinstance(table.get(name), str)]
    return [f"reasons.{name} must be a text." for name in missing]


def _language_faults(table: Any) -> list[str]:  # noqa: ANN401
    named = isinstance(table, dict) and all(isinstance(name, str) for name in table.values())
    return [] if named else ["the section [languages] with their names is missing."]


def _small_talk_faults(table: Any) -> list[str]:  # noqa: ANN401
    if not isinstance(table, dict) or not isinstance(table.get("fillers"), list):
        return ["the section [small_talk] with its fillers is missing."]
    faults = []
    for name, value in table.items():
        if name == "fillers":
            continue
        if not (isinstance(value, dict) and _is_texts(value.get("match")) and "reply" in value):
            faults.append(f"small_talk.{name} needs texts under `match` and under `reply`.")
        else:
            faults += _wording_faults(f"small_talk.{name}.reply", value["reply"], SMALL_TALK_FIELDS)
    return faults


_FOLLOW_UP_LISTS = (
    *(
        "openers",
        "trailers",
        "relations",
        "moments",
        "pronouns",
        "persons",
        "plurals",
        "places",
        "possessives",
    ),
    *("existence", "asking", "empty", "others", "consents", "around_numbers"),
)


def _follow_up(table: Mapping[str, list[str]], language: str) -> FollowUpWords:
    words = {name: frozenset(table[name]) for name in _FOLLOW_UP_LISTS}
    return FollowUpWords(
        language=language,
        opener=re.compile(
            rf"[\s,;:.!*¿¡-]*(?:{_longest_first(table['openers'])})(?!\w)[\s,;:.!-]*", re.IGNORECASE
        ),
        trailer=re.compile(
            rf"[\s,;:.!-]+(?:{_longest_first(table['trailers'])})[\s,;:.!?*]*$", re.IGNORECASE
        ),
        time=re.compile(
            rf"\b(?P<relation>{_longest_first(table['relations'])})\s+"
            rf"(?:{_longest_first(table['moments'])})(?=[\s?!.,]*$)",
            re.IGNORECASE,
        ),
        pronouns=words["pronouns"].union(*(words[n] for n in ("persons", "possessives", "places"))),
        persons=words["persons"],
        plurals=words["plurals"],
        places=words["places"],
        possessives=words["possessives"],
        existence=words["existence"],
        asking=words["asking"],
        empty=words["empty"],
        others=words["others"],
        consents=words["consents"],
        around_numbers=words["around_numbers"],
    )


def _longest_first(texts: list[str]) -> str:
    return "|".join(map(re.escape, sorted(texts, key=len, reverse=True)))


def _follow_up_faults(table: Any) -> list[str]:  # noqa: ANN401
    if not isinstance(table, dict):
        return ["the section [follow_up] is missing."]
    return [
        f"follow_up.{name} must be a list of one or more texts."
        for name in _FOLLOW_UP_LISTS
        if not _is_texts(table.get(name))
    ]


def _request_faults(table: Any) -> list[str]:  # noqa: ANN401
    if isinstance(table, dict) and _is_texts(table.get("timeline")):
        return []
    return ["requests.timeline must be a list of one or more texts."]


def _date_faults(table: Any) -> list[str]:  # noqa: ANN401
    if not isinstance(table, dict):
        return ["the section [dates] with its months is missing."]
    faults = [
        f"dates.{name} must name twelve months."
        for name in ("months", "months_alone")
        if not _is_texts(table.get(name)) or len(table[name]) != 12
    ]
    day, month = frozenset({"day", "month", "year"}), frozenset({"month", "year"})
    faults += _wording_faults("dates.pattern", [table.get("pattern")], day)
    return faults + _wording_faults("dates.month_pattern", [table.get("month_pattern")], month)


def _is_texts(value: Any) -> bool:  # noqa: ANN401
    return isinstance(value, list) and bool(value) and all(isinstance(text, str) for text in value)
