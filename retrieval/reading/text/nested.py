"""Lists within lists: an item that only names what the items below it tell is joined with them.

"Tyres" above "3 euros each" says nothing without it, so they become one block. Names below a name
don't: they are a table of contents.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from retrieval.records import Block, BlockKind

_LABEL_WORDS, _TELLING_WORDS = 12, 14
_MOST, _LONGEST = 6, 300  # items below a label, and characters of all together
_ENDED = re.compile(r"[.!?…][\"'”’)\]]*$")


def with_labels(text: str, blocks: Sequence[Block]) -> list[Block]:
    """The blocks of a text, each label joined with the short items that stand deeper below it.

    >>> text = "- Tyres\\n    - 3 euros each\\n- Glass\\n    - 1 euro"
    >>> found = [Block(BlockKind.ITEM, *at) for at in ((0, 7), (12, 26), (27, 34), (39, 47))]
    >>> [text[block.start:block.end].split() for block in with_labels(text, found)]
    [['-', 'Tyres', '-', '3', 'euros', 'each'], ['-', 'Glass', '-', '1', 'euro']]
    """
    kept: list[Block] = []
    number = 0
    while number < len(blocks):
        block, last = blocks[number], number
        if _is_label(text, block):
            last = _last_below(text, blocks, number)
        kept.append(block._replace(end=blocks[last].end))
        number = last + 1
    return kept


def indentation(text: str, block: Block) -> int:
    """How many characters stand before a block on its line."""
    return block.start - (text.rfind("\n", 0, block.start) + 1)


def _is_label(text: str, block: Block) -> bool:
    said = text[block.start : block.end]
    short = block.kind is BlockKind.ITEM and len(said.split()) <= _LABEL_WORDS
    return short and _ENDED.search(said) is None


def _last_below(text: str, blocks: Sequence[Block], number: int) -> int:
    """The last item that stands deeper than a label; itself where these say more than it names."""
    own, last = indentation(text, blocks[number]), number
    while last + 1 < len(blocks):
        below = blocks[last + 1]
        if below.kind is not BlockKind.ITEM or indentation(text, below) <= own:
            break
        last += 1
    if last - number > _MOST or blocks[last].end - blocks[number].start > _LONGEST:
        return number
    deeper = blocks[number + 1 : last + 1]
    one_level = len({indentation(text, block) for block in deeper}) <= 1
    texts = [text[b.start : b.end] for b in deeper]
    brief = all(len(said.split()) <= _TELLING_WORDS for said in texts)
    figures = any(any(map(str.isdigit, said)) for said in texts)
    return last if one_level and brief and figures else number
