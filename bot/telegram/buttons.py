"""The buttons under an answer, and what their data say: at most 64 bytes each."""

from __future__ import annotations

from dataclasses import dataclass

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.answer import Answer
from bot.phrasing import Phrases

CONTEXT, WHY, ANSWER = "c", "w", "a"


@dataclass(frozen=True, slots=True)
class Press:
    """What a button asks for: an action on the answer to a message of the same chat."""

    action: str
    message_id: int
    quote: int

    def data(self) -> str:
        """The press as the data of a button."""
        return f"{self.action}:{self.message_id}:{self.quote}"


def press_of(data: str) -> Press | None:
    """The press that a button's data stand for; None for data that aren't ours."""
    parts = data.split(":")
    if len(parts) != 3 or parts[0] not in {CONTEXT, WHY, ANSWER}:
        return None
    if not (parts[1].isdecimal() and parts[2].isdecimal()):
        return None
    return Press(action=parts[0], message_id=int(parts[1]), quote=int(parts[2]))


def under_answer(answer: Answer, message_id: int, phrases: Phrases) -> InlineKeyboardMarkup | None:
    """Context and reasons of the first quote; nothing under a reply without a quote."""
    if not answer.quotes:
        return None
    return InlineKeyboardMarkup(
        [
            [
                _button(phrases.say("button_context"), Press(CONTEXT, message_id, 0)),
                _button(phrases.say("button_why"), Press(WHY, message_id, 0)),
            ]
        ]
    )


def back(message_id: int, phrases: Phrases) -> InlineKeyboardMarkup:
    """The button that brings the answer back."""
    return InlineKeyboardMarkup(
        [[_button(phrases.say("button_back"), Press(ANSWER, message_id, 0))]]
    )


def _button(text: str, press: Press) -> InlineKeyboardButton:
    return InlineKeyboardButton(text, callback_data=press.data())
