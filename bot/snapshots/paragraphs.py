"""The paragraph that a quote stands in, and those before and after it."""

from __future__ import annotations

from bisect import bisect_right
from itertools import groupby

from bot.answer import Context
from retrieval.passages import Passages
from retrieval.records import BlockKind, Document

NOWHERE = -1  # position in a paragraph that does not hold the quote


def paragraph(passages: Passages, number: int, *, step: int) -> Context:
    """The paragraph `step` paragraphs behind the one of a passage, before it where negative.

    Beyond either end it is the last or first. A heading counts to the paragraph under it.
    """
    first, last = passages.bounds(number)
    document = passages.passage(number).document
    starts = [block.start for block in document.blocks]

    def block(passage: int) -> int:
        """The number of the block that a passage stands in."""
        return bisect_right(starts, int(passages.spans[passage][0])) - 1

    shown = [n for n in range(first, last) if passages.quotable[n] or n == number]
    runs = _with_headings(document, [(at, list(run)) for at, run in groupby(shown, key=block)])
    own = next(place for place, run in enumerate(runs) if number in run)
    place = min(max(own + step, 0), len(runs) - 1)
    return Context(
        passages=tuple(map(passages.passage, runs[place])),
        position=runs[place].index(number) if place == own else NOWHERE,
        earlier=place > 0,
        later=place < len(runs) - 1,
    )


def _with_headings(document: Document, runs: list[tuple[int, list[int]]]) -> list[list[int]]:
    """The runs of passages, by block, with each heading in front of what follows it."""
    joined: list[list[int]] = []
    waiting: list[int] = []
    for at, run in runs:
        if at >= 0 and document.blocks[at].kind is BlockKind.HEADING:
            waiting += run
        else:
            joined.append([*waiting, *run])
            waiting = []
    return [*joined, waiting] if waiting else joined
