"""The turns of a conversation as they are looked back on."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from bot.conversation import Turn
from bot.follow_up.framing import in_plain_words
from bot.follow_up.parts.reading import Reading
from bot.follow_up.resolved import Background
from retrieval.entities import Kind, mentions

LOOKED_BACK = 3  # turns that pronouns may point to


@dataclass(frozen=True, slots=True)
class Said:
    """A turn as it is looked back on: its question in parts, and the passage quoted for it."""

    turn: Turn
    question: Reading
    passage: str


class History:
    """What was said before a message; there is at least one turn."""

    def __init__(self, background: Background, language: str) -> None:
        self._background = background
        self._language = language

    @cached_property
    def last(self) -> Said:
        """The turn before."""
        return self._look_back(self._background.turns[-1])

    @cached_property
    def recent(self) -> list[Said]:
        """The turns that pronouns may point to, the last one first."""
        earlier = self._background.turns[-LOOKED_BACK:-1][::-1]
        return [self.last, *map(self._look_back, earlier)]

    def date(self) -> str:
        """The date last told: the short answer's, else the first in the quote; "" for none."""
        turn = self._background.turns[-1]
        for text in (turn.short, self._passage(turn)):
            dates = [m for m in mentions(text, language=self._language) if m.kind is Kind.DATE]
            if dates and dates[0].value:
                return text[dates[0].start : dates[0].end]
        return ""

    def _look_back(self, turn: Turn) -> Said:
        question = self._background.read(in_plain_words(turn.text, self._language), self._language)
        return Said(turn=turn, question=question, passage=self._passage(turn))

    def _passage(self, turn: Turn) -> str:
        return self._background.passage(turn.quoted) if turn.quoted is not None else ""
