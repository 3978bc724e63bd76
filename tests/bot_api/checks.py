"""What Telegram would refuse: looked for in every call of the bot."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from tests.bot_api.calls import File, Params
from tests.bot_api.content import content_faults, utf16

Place = tuple[int, int]  # chat and message
LONGEST_QUOTE = 1024  # UTF-16 units that a reply quotes
# What a quote must repeat with its words; our bot repeats none.
STYLES = frozenset(
    {
        *("bold", "italic", "underline", "strikethrough"),
        *("spoiler", "custom_emoji", "date_time"),
    }
)


@dataclass
class Shown:
    """A message as people see it."""

    text: str = ""
    entities: str = ""
    markup: str = ""


@dataclass
class Checks:
    """Finds faults in calls; knows which messages, presses and inline queries there are."""

    heard: dict[Place, str] = field(default_factory=dict)  # what people wrote
    marked: dict[Place, list[Params]] = field(default_factory=dict)  # the entities of that
    shown: dict[Place, Shown] = field(default_factory=dict)  # what the bot shows
    presses: set[str] = field(default_factory=set)
    queries: set[str] = field(default_factory=set)
    answered: defaultdict[str, int] = field(default_factory=lambda: defaultdict(int))
    unheard: set[str] = field(default_factory=set)  # done, but the bot could not know

    def faults(self, method: str, params: Params, files: dict[str, File]) -> list[str]:
        """Everything that is wrong with a call, in Telegram's words where it has some."""
        found = content_faults(method, params, files)
        return found or [*self._target_faults(method, params), *self._reply_faults(params)]

    def excused(self, method: str, params: Params) -> bool:
        """Whether the bot repeats a call since the answer to the first one got lost."""
        return _key(method, params) in self.unheard

    def done(self, method: str, params: Params, number: int, *, unheard: bool) -> None:
        """Remember what a call has brought about."""
        if unheard:
            self.unheard.add(_key(method, params))
        if method in {"answerCallbackQuery", "answerInlineQuery"}:
            self.answered[_query(params)] += 1
        if "chat_id" not in params:
            return
        place = (int(params["chat_id"]), number or int(params.get("message_id", 0)))
        if method == "deleteMessage":
            self.shown.pop(place, None)
        elif method in {"sendMessage", "sendDocument", "sendPhoto", "editMessageText"}:
            self.shown[place] = _content(params)
        elif method == "editMessageReplyMarkup":
            self.shown[place].markup = _content(params).markup

    def left_open(self) -> list[str]:
        """The presses that were never answered: their buttons spin for a minute."""
        return [
            f"answerCallbackQuery: the press {press} was never answered"
            for press in sorted(self.presses)
            if not self.answered[press]
        ]

    def _target_faults(self, method: str, params: Params) -> list[str]:
        if method in {"answerCallbackQuery", "answerInlineQuery"}:
            known = self.presses if method == "answerCallbackQuery" else self.queries
            query = _query(params)
            if query not in known or self.answered[query]:
                return ["query is too old and response timeout expired or query ID is invalid"]
        if "inline_message_id" in params or "message_id" not in params:
            return []
        place = (int(params.get("chat_id", 0)), int(params["message_id"]))
        now = self.shown.get(place)
        if method == "deleteMessage":
            return [] if now or place in self.heard else ["message to delete not found"]
        if not method.startswith("edit"):
            return []
        if now is None:
            mine = place not in self.heard
            return ["message to edit not found" if mine else "message can't be edited"]
        new = _content(params)
        same = new == now if method == "editMessageText" else new.markup == now.markup
        return ["message is not modified"] if same else []

    def _reply_faults(self, params: Params) -> list[str]:
        reply = params.get("reply_parameters")
        if reply is None:
            return []
        place = (int(reply.get("chat_id", params["chat_id"])), int(reply["message_id"]))
        shown = self.shown.get(place)
        text = shown.text if shown else self.heard.get(place)
        if text is None:
            return ["message to be replied not found"]
        quote = reply.get("quote", "")
        if utf16(quote) > LONGEST_QUOTE or quote not in text:
            return ["QUOTE_TEXT_INVALID"]
        start = utf16(text[: text.index(quote)])
        end = start + utf16(quote)
        styled = (e for e in self.marked.get(place, ()) if e["type"] in STYLES)
        if any(e["offset"] < end and start < e["offset"] + e["length"] for e in styled):
            return ["QUOTE_TEXT_INVALID"]
        return []


def _query(params: Params) -> str:
    return str(params.get("callback_query_id", params.get("inline_query_id")))


def _key(method: str, params: Params) -> str:
    return json.dumps([method, params], sort_keys=True)


def _content(params: Params) -> Shown:
    def of(name: str) -> str:
        value: Any = params.get(name)
        return json.dumps(value, sort_keys=True) if value else ""

    return Shown(
        text=str(params.get("text", params.get("caption", ""))),
        entities=of("entities"),
        markup=of("reply_markup"),
    )
