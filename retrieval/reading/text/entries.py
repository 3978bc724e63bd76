"""Entries and what names them, in a document of any format.

"Swimming pool" above "Phone: 960114" and "Open: 9 to 5" is their heading, and so is "Name: Swimming
pool" where each record begins with a name. A heading and a fragment below it, "Open" and "9 to 5",
are one entry, since neither says anything alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from retrieval.reading.text.lines import is_ended, is_entry, is_name
from retrieval.reading.text.nested import indentation
from retrieval.reading.text.run_in import is_sentence
from retrieval.records import Block, BlockKind

_LABEL_WORDS, _LONGEST_LABEL = 8, 60
_FRAGMENT_WORDS, _ENDED_WORDS, _LONGEST_FRAGMENT = 14, 5, 120
_FEWEST = 2  # entries below a name, and records that begin alike
_FEWEST_IN_RECORD = 3  # entries, with its name
_BULLET = re.compile(r"^\W+")
_NUMBER = re.compile(r"[\W\d]+")
_LINES = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING})
_TOLD = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM})
_BESIDE = frozenset({BlockKind.HEADING, BlockKind.FURNITURE})


def with_names(text: str, blocks: Sequence[Block]) -> list[Block]:
    """The blocks of a text, each line that names the entries or the lines below it as a heading.

    >>> text = "Pool\\nOpen: 9 to 5\\nPhone: 960114"
    >>> found = [Block(BlockKind.PARAGRAPH, *at) for at in ((0, 4), (5, 17), (18, 31))]
    >>> [block.kind.value for block in with_names(text, found)]
    ['heading', 'paragraph', 'paragraph']
    """
    entries = [_is_entry(text, block) for block in blocks]
    names = {n for n in range(len(blocks)) if _names_below(text, blocks, entries, n)}
    if names == {1}:
        names = set()  # below the title alone stands who wrote it
    names |= _opening(text, blocks, entries)
    return [
        block._replace(kind=BlockKind.HEADING) if number in names else block
        for number, block in enumerate(blocks)
    ]


def with_fragments(text: str, blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks of a text, each heading joined with the fragment that alone stands below it.

    >>> text = "Pool\\n\\nOpen\\n\\n9 to 5\\n\\nPhone\\n\\n960114"
    >>> kinds = [BlockKind.HEADING] * 2 + [BlockKind.PARAGRAPH, BlockKind.HEADING]
    >>> ends = [(0, 4), (6, 10), (12, 18), (20, 25), (27, 33)]
    >>> found = [Block(k, *at) for k, at in zip([*kinds, BlockKind.PARAGRAPH], ends)]
    >>> [text[block.start : block.end].split() for block in with_fragments(text, found)]
    [['Pool'], ['Open', '9', 'to', '5'], ['Phone', '960114']]
    """
    number = 0
    while number < len(blocks):
        block = blocks[number]
        if number and _is_told_alone(text, blocks, number):
            yield Block(BlockKind.PARAGRAPH, block.start, blocks[number + 1].end)
            number += 1
        else:
            yield block
        number += 1


def _is_entry(text: str, block: Block) -> bool:
    return block.kind is BlockKind.PARAGRAPH and is_entry(text[block.start : block.end])


def _are_listed(text: str, blocks: Sequence[Block]) -> bool:
    """Whether some blocks are items that are entries."""
    items = all(block.kind is BlockKind.ITEM for block in blocks)
    return items and all(is_entry(_BULLET.sub("", text[b.start : b.end])) for b in blocks)


def _names_below(text: str, blocks: Sequence[Block], entries: Sequence[bool], number: int) -> bool:
    """Whether a line names the entries below it, or the line right below that stands deeper."""
    block, below = blocks[number], blocks[number + 1 : number + 1 + _FEWEST]
    said = text[block.start : block.end]
    if block.kind is not BlockKind.PARAGRAPH or entries[number] or not below or not is_name(said):
        return False
    entered = all(entries[number + 1 : number + 1 + _FEWEST])
    listed = said.endswith(":") and _are_listed(text, below)
    if len(below) == _FEWEST and (entered or listed):
        return True
    between = text[block.end : below[0].start]
    deeper = indentation(text, below[0]) > indentation(text, block)
    return between.count("\n") == 1 and below[0].kind in _LINES and deeper


def _opening(text: str, blocks: Sequence[Block], entries: Sequence[bool]) -> set[int]:
    """The numbers of the entries that open records: they give a name, and the label recurs.

    Each has two entries or more of other labels below it, the first of the same label, and each but
    the first an entry above it: what stands below a name of its own opens nothing.
    """
    found: set[int] = set()
    numbers = [number for number, entry in enumerate(entries) if entry]
    if len(numbers) < _FEWEST * _FEWEST_IN_RECORD:
        return found
    said = {n: text[blocks[n].start : blocks[n].end].partition(": ") for n in numbers}
    first = said[numbers[0]][0]
    opening = [n for n in numbers if said[n][0] == first]
    names = {said[n][2].strip() for n in opening}
    if not _FEWEST <= len(opening) == len(names) or not all(map(is_name, names)):
        return found
    if not all(entries[number - 1] for number in opening[1:]):
        return found
    second = said[numbers[1]][0]
    for number, following in zip(opening, [*opening[1:], numbers[-1] + 1], strict=True):
        within = [said[n][0] for n in range(number + 1, following) if n in said]
        if len(within) < _FEWEST_IN_RECORD - 1 or within[0] != second:
            return set()
        found.add(number)
    return found


def _is_told_alone(text: str, blocks: Sequence[Block], number: int) -> bool:
    """Whether a heading or a line with a colon has nothing below it but one fragment."""
    label, below = blocks[number], blocks[number + 1 : number + 2]
    if not below or below[0].kind not in _TOLD or not _is_label(text, label):
        return False
    after = blocks[number + 2 : number + 3]
    apart = not after or after[0].kind in _BESIDE
    if not apart and below[0].kind is BlockKind.ITEM:
        apart = after[0].kind is BlockKind.PARAGRAPH
    return apart and _is_fragment(text[below[0].start : below[0].end])


def _is_label(text: str, block: Block) -> bool:
    said = text[block.start : block.end]
    named = block.kind is BlockKind.HEADING and not is_ended(said.rstrip(":"))
    leads = block.kind is BlockKind.PARAGRAPH and said.endswith(":")
    brief = len(said) <= _LONGEST_LABEL and len(said.split()) <= _LABEL_WORDS
    return (named or leads) and brief and "\n" not in said and not _NUMBER.fullmatch(said)


def _is_fragment(text: str) -> bool:
    """Whether a text is a few words that are no sentence, and no entry with a label of its own."""
    words = text.split()
    if len(text) > _LONGEST_FRAGMENT or len(words) > _FRAGMENT_WORDS or is_entry(text):
        return False
    small = [*words[:1], *(word for word in words[1:] if word.islower())]  # "Sat" has not sat
    return not is_ended(text) or (len(words) <= _ENDED_WORDS and not is_sentence(small))
