"""What is missing, unknown or malformed in a file of phrases, in sentences for the operator."""

from __future__ import annotations

import string
from collections.abc import Mapping
from typing import Any

from bot.commands import COMMANDS
from bot.phrasing.follow_up_words import FOLLOW_UP_LISTS
from bot.phrasing.wordings import CHAT, REASONS, REPLIES, SCREENS, SMALL_TALK_FIELDS


def faults_of(table: Mapping[str, Any]) -> list[str]:
    """Every fault of a file's sections; none where the phrases are complete."""
    return [
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


def _follow_up_faults(table: Any) -> list[str]:  # noqa: ANN401
    if not isinstance(table, dict):
        return ["the section [follow_up] is missing."]
    return [
        f"follow_up.{name} must be a list of one or more texts."
        for name in FOLLOW_UP_LISTS
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
