"""Questions and answers marked as such: "Q: May I park?" above "A: Yes, in the yard."

The marks are no words of either: the question becomes a heading, the answer stands below it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from retrieval.lexicon import lexicon
from retrieval.marks import QUESTION_MARKS
from retrieval.records import Block, BlockKind

_LONGEST = 400  # characters of a question
_MARKED = re.compile(r"[\W_]*(?P<mark>[^\W\d_]{1,10})\s?\d{0,3}\s?[:.)]\s+(?=\S)")


def with_questions(text: str, blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks of a text, each marked question a heading, its mark and the answer's apart.

    >>> text = "Q: May I park?\\nA: Yes."
    >>> found = [Block(BlockKind.PARAGRAPH, 0, 14), Block(BlockKind.PARAGRAPH, 15, 22)]
    >>> [(block.kind.value, text[block.start : block.end]) for block in with_questions(text, found)]
    [('furniture', 'Q:'), ('heading', 'May I park?'), ('furniture', 'A:'), ('paragraph', 'Yes.')]
    """
    answering = False
    for block, below in zip(blocks, [*blocks[1:], None], strict=True):
        if answering:
            yield from _apart(text, block, BlockKind.PARAGRAPH)
        elif below is not None and _asks(text, block) and _mark(text, below) in _names("answer"):
            yield from _apart(text, block, BlockKind.HEADING)
            answering = True
            continue
        else:
            yield block
        answering = False


def _asks(text: str, block: Block) -> bool:
    brief = block.end - block.start <= _LONGEST and block.kind is not BlockKind.FURNITURE
    ended = text.endswith(tuple(QUESTION_MARKS), block.start, block.end)
    return brief and ended and _mark(text, block) in _names("question")


def _mark(text: str, block: Block) -> str:
    """The word before the colon or stop with which a block begins, as names are compared."""
    found = _MARKED.match(text, block.start, block.end)
    return found["mark"].casefold() if found else ""


def _apart(text: str, block: Block, kind: BlockKind) -> Iterator[Block]:
    """The mark of a block as furniture, and the rest."""
    found = _MARKED.match(text, block.start, block.end)
    start = found.end() if found else block.start
    if found:
        yield Block(BlockKind.FURNITURE, block.start, block.start + len(found[0].rstrip()))
    yield Block(kind, start, block.end)


@cache
def _names(field: str) -> frozenset[str]:
    return frozenset(str(lexicon("pairs")[field]).split())
