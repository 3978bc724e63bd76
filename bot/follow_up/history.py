"""The turns before a message, their questions taken apart and their quotes looked up."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from bot.conversation import Turn
from bot.follow_up.hurried import in_plain_words
from bot.follow_up.parts.reading import Reading
from bot.follow_up.resolved import Background
from retrieval.entities import Kind, mentions

LOOKED_BACK = 3  # turns that pronouns may point to


@dataclass(frozen=True, slots=True)
class PastTurn:
    """An earlier turn, its question taken apart, the text of the passage quoted for it, and of the
    one behind that.
    """

    turn: Turn
    question: Reading
    passage: str
    behind: str = ""


class History:
    """The turns before a message, at least one; each is taken apart when it is first looked at."""

    def __init__(self, background: Background, language: str) -> None:
        self._background = background
        self._language = language

    @cached_property
    def last(self) -> PastTurn:
        """The turn before."""
        return self._look_back(self._background.turns[-1])

    @cached_property
    def recent(self) -> list[PastTurn]:
        """The turns that pronouns may point to, at most LOOKED_BACK, the last one first."""
        earlier = self._background.turns[-LOOKED_BACK:-1][::-1]
        return [self.last, *map(self._look_back, earlier)]

    def date(self) -> str:
        """The date told last: that of the short answer, else the quote's first; "" for none."""
        turn = self._background.turns[-1]
        for text in (turn.short, self._passage(turn)):
            dates = [m for m in mentions(text, language=self._language) if m.kind is Kind.DATE]
            if dates and dates[0].value:
                return text[dates[0].start : dates[0].end]
        return ""

    def read(self, text: str) -> Reading:
        """A question in parts, as those that were asked are."""
        return self._background.read(text, self._language)

    def _look_back(self, turn: Turn) -> PastTurn:
        question = self._background.read(in_plain_words(turn.text, self._language), self._language)
        behind = self._background.behind(turn.quoted) if turn.quoted is not None else ""
        passage = self._passage(turn)
        return PastTurn(turn=turn, question=question, passage=passage, behind=behind)

    def _passage(self, turn: Turn) -> str:
        return self._background.passage(turn.quoted) if turn.quoted is not None else ""
