"""The records of what an answer needs, and of what passages lack."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from bot.answering.grammar.passages import Read


class Absence(StrEnum):
    """What no likely passage holds, though an answer must; the refusal names it."""

    COUNT = "count"
    AMOUNT = "amount"
    DATE = "date"
    PERSON = "person"
    THING = "thing"


@dataclass(frozen=True, slots=True)
class Needed:
    """What an answer must hold: what is said of it where it lacks, and whether a passage has it.

    `best_by` are the passages that are read first, if there are any.
    """

    lack: Absence
    told_by: Callable[[Read], bool]
    best_by: Callable[[Read], bool] | None = None
