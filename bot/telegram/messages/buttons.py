"""The buttons, and what their data say: an action and its arguments, at most 64 bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from bot.answer import Answer, Context, Quote, Reference
from bot.journal import Votes
from bot.phrasing import Phrases
from bot.rendering import shortened, source_line
from bot.telegram.messages.entities import units
from bot.telegram.messages.links import permalink, token

LONGEST_COPY = 256  # UTF-16 units that a button may copy
LONGEST_LABEL = 60  # characters of an offered question
HOME, LINK = "a", "l"  # where a context was opened: under an answer, by a link


class Button(NamedTuple):
    """What stands on a button and what it does: `does` names Telegram's field for its `value`."""

    text: str
    does: str
    value: str


Rows = list[list[Button]]


class Action(StrEnum):
    """What a button does."""

    CONTEXT = "c"  # token, page, where it was opened
    CLOSE = "x"  # token: the quote alone again, where a link had opened it
    WHY = "w"  # token
    ANSWER = "a"
    MORE = "m"  # page
    SOURCES = "s"
    HELPFUL = "+"
    UNHELPFUL = "-"
    OFFER = "o"  # number
    SUGGESTION = "g"  # number, and the sum of the suggestion, which another may have replaced
    CONFIRM = "y"
    CANCEL = "n"


@dataclass(frozen=True, slots=True)
class Press:
    """A button that was pressed."""

    action: Action
    arguments: tuple[str, ...] = ()

    def data(self) -> str:
        """The press as the data of a button."""
        return ":".join((self.action, *self.arguments))

    def number(self, place: int) -> int:
        """An argument as a number between -9,999 and 9,999; 0 where it is none."""
        text = self.arguments[place] if place < len(self.arguments) else ""
        return int(text) if text.lstrip("-").isdecimal() and len(text) <= 5 else 0

    def text(self, place: int) -> str:
        """An argument, "" where there is none."""
        return self.arguments[place] if place < len(self.arguments) else ""


def press_of(data: str) -> Press | None:
    """The press that a button's data stand for; None for data that aren't ours."""
    name, *arguments = data.split(":")
    if name not in set(Action) or len(arguments) > 3:
        return None
    return Press(Action(name), tuple(arguments))


def under_answer(answer: Answer, phrases: Phrases, *, bot: str, votes: Votes | None = None) -> Rows:
    """What can be done with an answer; under a refusal the questions that it offers."""
    counted = votes or Votes()
    rows = [
        [_button(shortened(offer, LONGEST_LABEL), Action.OFFER, str(number))]
        for number, offer in enumerate(answer.offers)
    ]
    if answer.quotes:
        place = token(answer.quotes[0].reference)
        rows += [
            [
                _button(phrases.say("button_context"), Action.CONTEXT, place, "0", HOME),
                _button(phrases.say("button_why"), Action.WHY, place),
            ],
            [
                *_more(answer, phrases),
                _button(phrases.say("button_sources"), Action.SOURCES),
            ],
            [
                _vote(phrases.say("button_helpful"), Action.HELPFUL, counted.helpful),
                _vote(phrases.say("button_unhelpful"), Action.UNHELPFUL, counted.unhelpful),
                _copy_button(answer.quotes[0], phrases, bot=bot),
            ],
        ]
    return rows


def suggested(number: int, suggestion: str) -> Press:
    """The button that asks a suggestion of the greeting."""
    checksum = hashlib.blake2b(suggestion.encode(), digest_size=6).hexdigest()
    return Press(Action.SUGGESTION, (str(number), checksum))


def under_greeting(suggestions: Sequence[str]) -> Rows:
    """The suggestions, to be asked at a touch."""
    return [
        [_pressed(shortened(text, LONGEST_LABEL), suggested(number, text))]
        for number, text in enumerate(suggestions)
    ]


def under_context(
    context: Context,
    place: str,
    page: int,
    phrases: Phrases,
    *,
    home: str,
    others: Sequence[Reference] = (),
) -> Rows:
    """The pages before and behind, the other quotes of the answer, and the way back."""
    turning = []
    if context.earlier:
        label = phrases.say("button_previous")
        turning.append(_button(label, Action.CONTEXT, place, str(page - 1), home))
    if context.later:
        label = phrases.say("button_next")
        turning.append(_button(label, Action.CONTEXT, place, str(page + 1), home))
    rows: Rows = [turning] if turning else []
    if len(others) > 1:
        rows.append(
            [
                _button(str(number), Action.CONTEXT, token(other), "0", home)
                for number, other in enumerate(others, 1)
            ]
        )
    label = phrases.say("button_close")
    if home == HOME:
        rows.append([_button(label, Action.ANSWER)])
    else:
        rows.append([_button(label, Action.CLOSE, place)])
    return rows


def under_quote(reference: Reference, phrases: Phrases) -> Rows:
    """What can be done with a quote that a link has opened."""
    place = token(reference)
    label = phrases.say("button_context")
    return [[_button(label, Action.CONTEXT, place, "0", LINK)]]


def under_more(page: int, phrases: Phrases, *, further: bool) -> Rows:
    """The next page of passages, if there is one, and the way back."""
    rows: Rows = []
    if further:
        rows.append([_button(phrases.say("button_more"), Action.MORE, str(page + 1))])
    return [*rows, _back(phrases)]


def under_sources(answer: Answer, phrases: Phrases, *, bot: str) -> Rows:
    """A link that opens each quote in its place, and the way back."""
    links = [
        Button(str(number), "url", permalink(quote.reference, bot=bot))
        for number, quote in enumerate(answer.quotes, 1)
    ]
    return [links, _back(phrases)]


def back(phrases: Phrases) -> Rows:
    """The button that brings the answer back."""
    return [_back(phrases)]


def to_confirm(label: str, phrases: Phrases) -> Rows:
    """Go on, or leave everything as it is."""
    cancel = _button(phrases.say("button_cancel"), Action.CANCEL)
    return [[_button(label, Action.CONFIRM), cancel]]


def _copy_button(quote: Quote, phrases: Phrases, *, bot: str) -> Button:
    """The button that copies a quote's reference: its words, source and link."""
    link = permalink(quote.reference, bot=bot)
    source = _within(
        source_line(quote.passage.document, phrases), LONGEST_COPY // 2 - len(link) // 2
    )
    words = _within(quote.text, LONGEST_COPY - units(source) - len(link) - len("“”, , "))
    return Button(phrases.say("button_copy"), "copy_text", f"“{words}”, {source}, {link}")


def _within(text: str, limit: int) -> str:
    """At most `limit` UTF-16 units of a text, cut at a word."""
    longer = units(text[:limit]) - len(text[:limit])  # characters that take two
    return shortened(text, max(limit - longer, limit // 2))


def _more(answer: Answer, phrases: Phrases) -> list[Button]:
    if not answer.has_further:
        return []
    return [_button(phrases.say("button_more"), Action.MORE, "0")]


def _vote(label: str, action: Action, count: int) -> Button:
    return _button(f"{label} {count}" if count else label, action)


def _back(phrases: Phrases) -> list[Button]:
    return [_button(phrases.say("button_back"), Action.ANSWER)]


def _button(text: str, action: Action, *arguments: str) -> Button:
    return _pressed(text, Press(action, arguments))


def _pressed(text: str, press: Press) -> Button:
    return Button(text, "callback_data", press.data())
