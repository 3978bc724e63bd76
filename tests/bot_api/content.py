"""What is wrong with a call whatever was said before: its parameters, texts, buttons, files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import aiogram.methods
from aiogram.types import BufferedInputFile
from pydantic import BaseModel, ValidationError

from tests.bot_api.calls import File, Params

LONGEST_TEXT = 4096  # UTF-16 units
LONGEST_CAPTION = 1024
LONGEST_NOTICE = 200  # characters over a pressed button
LONGEST_DATA = 64  # bytes of a button
LONGEST_COPY = 256  # UTF-16 units a button copies
MOST_BUTTONS, MOST_IN_ROW = 100, 8
MOST_ENTITIES = 100  # more are not shown
MOST_RESULTS = 50  # of an inline query
LARGEST_FILE = 50_000_000  # bytes
COMMAND = re.compile(r"[a-z0-9_]{1,32}")
PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")
QUOTES = frozenset({"blockquote", "expandable_blockquote"})


def content_faults(method: str, params: Params, files: dict[str, File]) -> list[str]:
    """Everything that is wrong with a call by itself."""
    return [
        *_model_faults(method, params, files),
        *_text_faults(method, params),
        *_button_faults(params.get("reply_markup")),
        *_command_faults(params.get("commands", [])),
        *_result_faults(params.get("results", [])),
        *_payload_faults(params.get("button")),
        *(
            f"the file {name} has {len(file.data)} bytes"
            for name, file in files.items()
            if not 0 < len(file.data) <= LARGEST_FILE
        ),
    ]


def utf16(text: str) -> int:
    """The length of a text in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def _model_faults(method: str, params: Params, files: dict[str, File]) -> list[str]:
    """What the Bot API's own models say; they let unknown names pass, so we look for those."""
    model = getattr(aiogram.methods, method[0].upper() + method[1:], None)
    if model is None:
        return ["there is no such method"]
    attached = {name: BufferedInputFile(file.data, file.name) for name, file in files.items()}
    try:
        made = model.model_validate({**params, **attached})
    except ValidationError as error:
        return [str(error)]
    return [f"there is no parameter {name}" for name in _unknown(made)]


def _unknown(value: Any, path: str = "") -> Iterator[str]:  # noqa: ANN401 - models, lists, plain values
    if isinstance(value, BaseModel):
        for name in value.model_extra or {}:
            yield path + name
        for name in type(value).model_fields:
            yield from _unknown(getattr(value, name), f"{path}{name}.")
    elif isinstance(value, list):
        for item in value:
            yield from _unknown(item, path)


def _text_faults(method: str, params: Params) -> list[str]:
    found = []
    if "parse_mode" in params:
        found.append("markup, where we send entities")
    if method == "answerCallbackQuery":
        if len(params.get("text", "")) > LONGEST_NOTICE:
            found.append("MESSAGE_TOO_LONG")
        return found
    if "text" in params:
        found += _formatted(params["text"], params.get("entities", []), LONGEST_TEXT)
    if "caption" in params:
        found += _formatted(params["caption"], params.get("caption_entities", []), LONGEST_CAPTION)
    return found


def _formatted(text: str, entities: list[Params], limit: int) -> list[str]:
    length = utf16(text)
    found = []
    if not text.strip():
        found.append("message text is empty")
    if length > limit:
        found.append(f"message is too long: {length} units")
    if len(entities) > MOST_ENTITIES:
        found.append(f"{len(entities)} entities, of which only {MOST_ENTITIES} are shown")
    borders = _borders(text)
    for entity in entities:
        start, end = entity["offset"], entity["offset"] + entity["length"]
        if not 0 <= start < end <= length:
            found.append(f"an entity outside the text: {entity}")
        elif start not in borders or end not in borders:
            found.append(f"an entity that cuts a character in two: {entity}")
    return found + _nesting_faults(entities)


def _borders(text: str) -> set[int]:
    """Where characters begin and end, in UTF-16 units."""
    places, place = {0}, 0
    for character in text:
        place += 1 + (ord(character) > 0xFFFF)
        places.add(place)
    return places


def _nesting_faults(entities: list[Params]) -> list[str]:
    """Entities that overlap without one holding the other, and quotes within quotes."""
    spans = [(e["offset"], e["offset"] + e["length"], e["type"]) for e in entities]
    found = []
    for number, (start, end, kind) in enumerate(spans):
        for other_start, other_end, other in spans[number + 1 :]:
            if start < other_start < end < other_end or other_start < start < other_end < end:
                found.append(f"{kind} and {other} overlap")
            if max(start, other_start) < min(end, other_end) and {kind, other} <= QUOTES:
                found.append("a quote within a quote")
    return found


def _button_faults(markup: Params | None) -> list[str]:
    rows = (markup or {}).get("inline_keyboard", [])
    found = [f"a row of {len(row)} buttons" for row in rows if not 0 < len(row) <= MOST_IN_ROW]
    buttons = [button for row in rows for button in row]
    if len(buttons) > MOST_BUTTONS:
        found.append(f"{len(buttons)} buttons")
    for button in buttons:
        actions = [name for name in button if name not in {"text", "style"}]
        if len(actions) != 1:
            found.append(f"a button with {len(actions)} actions")
        if not button.get("text", "").strip():
            found.append("a button without a text")
        if not 0 < len(button.get("callback_data", "x").encode()) <= LONGEST_DATA:
            found.append("BUTTON_DATA_INVALID")
        if not 0 < utf16(button.get("copy_text", {"text": "x"})["text"]) <= LONGEST_COPY:
            found.append("a button that copies too much or nothing")
    return found


def _command_faults(commands: list[Params]) -> list[str]:
    found = [f"{len(commands)} commands"] if len(commands) > 100 else []
    for command in commands:
        if not COMMAND.fullmatch(command["command"]):
            found.append(f"BOT_COMMAND_INVALID: {command['command']}")
        if not 0 < len(command["description"]) <= 256:
            found.append(f"a description of {len(command['description'])} characters")
    return found


def _result_faults(results: list[Params]) -> list[str]:
    found = [f"{len(results)} results"] if len(results) > MOST_RESULTS else []
    names = [str(result.get("id", "")) for result in results]
    if len(set(names)) < len(names):
        found.append("RESULT_ID_DUPLICATE")
    found += ["RESULT_ID_INVALID" for name in names if not 0 < len(name.encode()) <= 64]
    for result in results:
        content = result.get("input_message_content", {})
        if "message_text" in content:
            entities = content.get("entities", [])
            found += _formatted(content["message_text"], entities, LONGEST_TEXT)
        if "parse_mode" in content:
            found.append("markup, where we send entities")
        found += _button_faults(result.get("reply_markup"))
    return found


def _payload_faults(button: Params | None) -> list[str]:
    payload = (button or {}).get("start_parameter", "x")
    return [] if PAYLOAD.fullmatch(payload) else [f"START_PARAM_INVALID: {payload}"]
