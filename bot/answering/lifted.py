"""A first line, and the hits that prove it."""

from __future__ import annotations

from dataclasses import dataclass

LONGEST_LINE = 240  # characters of a first line that tells several things


@dataclass(frozen=True, slots=True)
class Lifted:
    """A first line, "" for none, and the numbers of the hits that prove it, the main one first.

    `relative` says that the line is a date seen from the day its document was written.
    """

    line: str
    proof: tuple[int, ...]
    relative: bool = False
