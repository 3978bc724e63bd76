"""A message as a question that stands alone, and what it may lean on to become one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.answer import Reference
from bot.conversation import Turn
from bot.follow_up.parts.reading import Reading


@dataclass(frozen=True, slots=True)
class Resolved:
    """A question that stands alone.

    `inherited` says whether earlier turns helped to make it. `doubt`, at least 0, tells how much
    less likely this reading is than the first, before the documents are asked. `instead` are the
    words that took the place of others: what was quoted for those answers only if it has them.
    `bare` is the message with its pronouns, "" if it has none: what was quoted before answers only
    if it fits that too, since what the pronouns were filled with fits it anyway. `further` says
    that more is asked for than was quoted ("who else?"), `beside` that only what was quoted or
    stands beside it may answer ("who said that?").
    """

    text: str
    inherited: bool
    doubt: float = 0.0
    instead: str = ""
    bare: str = ""
    further: bool = False
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Background:
    """What a message may lean on: the turns, oldest first, and ways to look things up.

    `passage` gives the text of a quote, "" where it is gone; `read` the parts of a text in a
    language, its names among them though they be written small; `behind` what stands next after it.
    """

    turns: tuple[Turn, ...]
    passage: Callable[[Reference], str]
    read: Callable[[str, str], Reading]
    behind: Callable[[Reference], str] = lambda _: ""
