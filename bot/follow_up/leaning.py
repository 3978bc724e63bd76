"""One message against what was said before it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.follow_up.form import Form
from bot.follow_up.history import History
from bot.follow_up.resolved import Resolved
from bot.phrasing import FollowUpWords

AS_IT_STANDS = 5.0  # doubt of a message whose pronoun points to nothing that is known


@dataclass(frozen=True, slots=True)
class Leaning:
    """A message with its form and the turns before it.

    `said` is the message as it was written, `text` the same with "the year before" told as a year.
    """

    said: str
    text: str
    form: Form
    history: History
    words: FollowUpWords
    language: str

    def others(self) -> list[str]:
        """The words of the message that ask for more than was told: "else", "other"."""
        return [word for word in self.form.message.sentence.words if word in self.words.others]


def ranked(texts: tuple[str, ...], instead: str = "") -> Iterator[Resolved]:
    """Readings that lean on earlier turns, each less likely than the one before."""
    for place, text in enumerate(texts):
        yield Resolved(text, inherited=True, doubt=float(place), instead=instead)
