"""What Telegram would refuse: checked on every call of the bot."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

import aiogram.methods
from pydantic import ValidationError

LONGEST_TEXT = 4096  # UTF-16 units
LONGEST_DATA = 64  # bytes


@dataclass
class Checks:
    """Finds faults in calls; remembers which messages there are and what the bot's say."""

    problems: list[str] = field(default_factory=list)
    known: set[tuple[int, int]] = field(default_factory=set)
    shown: dict[tuple[int, int], str] = field(default_factory=dict)
    answered: set[str] = field(default_factory=set)

    def check(self, method: str, params: dict[str, Any]) -> None:
        """Note everything that is wrong with a call."""
        for fault in (
            *_model_faults(method, params),
            *_text_faults(params),
            *_button_faults(params),
            *self._target_faults(method, params),
        ):
            self.problems.append(f"{method}: {fault}")

    def done(self, method: str, params: dict[str, Any], number: int) -> None:
        """Remember what a call has brought about."""
        if "chat_id" in params and method in {"sendMessage", "editMessageText"}:
            place = (int(params["chat_id"]), number or int(params["message_id"]))
            self.known.add(place)
            self.shown[place] = _content(params)

    def _target_faults(self, method: str, params: dict[str, Any]) -> list[str]:
        if method == "answerCallbackQuery":
            twice = params["callback_query_id"] in self.answered
            self.answered.add(params["callback_query_id"])
            return ["this button press was answered before"] if twice else []
        if method == "editMessageText":
            place = (int(params["chat_id"]), int(params["message_id"]))
            if place not in self.shown:
                return ["there is no such message to edit"]
            if self.shown[place] == _content(params):
                return ["the message is not modified"]
        if method == "sendMessage" and "reply_parameters" in params:
            target = (int(params["chat_id"]), params["reply_parameters"]["message_id"])
            return [] if target in self.known else ["the message replied to does not exist"]
        return []


def _content(params: dict[str, Any]) -> str:
    shown = {name: params.get(name) for name in ("text", "entities", "reply_markup")}
    return json.dumps(shown, sort_keys=True)


def _model_faults(method: str, params: dict[str, Any]) -> list[str]:
    """What the Bot API's own models say; they let unknown names pass, so we look for those."""
    model = getattr(aiogram.methods, method[0].upper() + method[1:], None)
    if model is None:
        return ["there is no such method"]
    unknown = [f"there is no parameter {name}" for name in params if name not in model.model_fields]
    try:
        model.model_validate(params)
    except ValidationError as error:
        return [*unknown, str(error)]
    return unknown


def _text_faults(params: dict[str, Any]) -> list[str]:
    if "text" not in params:
        return []
    length = len(params["text"].encode("utf-16-le")) // 2
    faults = []
    if not (0 < length <= LONGEST_TEXT and params["text"].strip()):
        faults.append(f"a text of {length} units")
    outside = [
        f"an entity outside the text: {entity}"
        for entity in params.get("entities", [])
        if entity["length"] <= 0 or entity["offset"] + entity["length"] > length
    ]
    return faults + outside


def _button_faults(params: dict[str, Any]) -> list[str]:
    rows = params.get("reply_markup", {}).get("inline_keyboard", [])
    faults = []
    for button in (button for row in rows for button in row):
        actions = [name for name in button if name not in {"text", "style"}]
        if len(actions) != 1:
            faults.append(f"a button with {len(actions)} actions")
        if len(button.get("callback_data", "x").encode()) > LONGEST_DATA:
            faults.append("a button's data are too long")
    return faults
