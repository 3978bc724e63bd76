"""Lines of a chat or log, each with the time it was written: "[12/03/2024, 10:15] Ada: at noon"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from retrieval.marks import QUESTION_MARKS
from retrieval.records import Block, BlockKind

_FEWEST = 3  # stamped lines of a chat
_STAMP = re.compile(
    r"\[?(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4}[,T]?\s)?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?"
    r"(?:\s?[AaPp]\.?[Mm]\.?)?(?:\]|\s[-–—])\s+(?=[^\W\d_][^:\n]{0,40}:\s)"
)


def is_stamped(line: str) -> bool:
    """Whether a line begins with a time and the name of who wrote it then."""
    return line[:1] in "[0123456789" and _STAMP.match(line) is not None


def without_stamps(text: str, blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks of a text, the times before the lines of a chat apart: they are no words of it.

    What is asked in a line stands above what the next one says.
    """
    stamps = {block.start: _STAMP.match(text, block.start, block.end) for block in blocks}
    chat = sum(stamp is not None for stamp in stamps.values()) >= _FEWEST
    for block, below in zip(blocks, [*blocks[1:], None], strict=True):
        stamp = stamps[block.start] if chat else None
        if stamp is None:
            yield block
            continue
        yield Block(BlockKind.FURNITURE, block.start, block.start + len(stamp[0].rstrip()))
        answered = below is not None and stamps[below.start] is not None
        asks = answered and text.endswith(tuple(QUESTION_MARKS), block.start, block.end)
        yield Block(BlockKind.HEADING if asks else BlockKind.PARAGRAPH, stamp.end(), block.end)
