"""Answers and contexts shortened to what fits in one message."""

from __future__ import annotations

from dataclasses import replace

from bot.answer import Answer, Context
from bot.message import Message
from bot.phrasing import Phrases
from bot.rendering import render_answer
from bot.screens import render_context
from bot.telegram.messages.entities import LONGEST, units


def fits(shown: Message) -> bool:
    """Whether Telegram takes it as one message."""
    return units(shown.text) <= LONGEST


def fitting_answer(answer: Answer, phrases: Phrases) -> Answer:
    """An answer for one message: of one too long the last quotes are left out.

    What is left out is among its further passages, which the button More shows.
    """
    while len(answer.quotes) > 1 and not fits(render_answer(answer, phrases)):
        answer = replace(answer, quotes=answer.quotes[:-1])
    return answer


def fitting_context(context: Context, phrases: Phrases) -> Message:
    """A context in one message: of one too long, what is farthest from the quote is left out."""
    while True:
        shown = render_context(context, phrases)
        if fits(shown) or len(context.passages) == 1:
            return shown
        last = len(context.passages) - 1
        if max(context.position, 0) > last / 2:
            passages, position = context.passages[1:], context.position - 1
            context = replace(context, passages=passages, position=position, earlier=True)
        else:
            context = replace(context, passages=context.passages[:-1], later=True)
