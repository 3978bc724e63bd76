"""The block of its document that a passage begins in: a paragraph, a heading, an item, a row."""

from __future__ import annotations

from bisect import bisect_right

from retrieval.records import Block, BlockKind, Document, Passage

_MARGIN = 40  # characters before an item, at the most


def is_title(passage: Passage) -> bool:
    """Whether a passage is its document's title, which the source line of any quote tells."""
    return passage.text.strip().casefold() == passage.document.title.casefold()


def is_heading(passage: Passage) -> bool:
    """Whether a passage is a heading or a line in capitals, which names what is said below it."""
    block = block_of(passage)
    headed = block is not None and block.kind is BlockKind.HEADING
    return passage.text.isupper() or is_title(passage) or headed


def block_of(passage: Passage) -> Block | None:
    """The block in which a passage begins."""
    place = block_number(passage)
    return passage.document.blocks[place] if place >= 0 else None


def block_number(passage: Passage) -> int:
    """The number of the block in which a passage begins; -1 where it begins in none."""
    blocks = passage.document.blocks
    return bisect_right(blocks, passage.start, key=lambda block: block.start) - 1


def indented(document: Document, block: Block) -> int:
    """How many characters, up to 40, stand before a block on its line: items within items."""
    before = document.part(max(block.start - _MARGIN, 0), block.start)
    return len(before) - (before.rfind("\n") + 1)
