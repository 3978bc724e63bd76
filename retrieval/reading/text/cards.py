"""Cards without labels: a name, and in the lines right below it a post, an address, a number.

"Treasurer" alone tells nothing; with the name above it and the number below it, it tells all three.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from retrieval.records import Block, BlockKind

_LONGEST = 60  # characters of a line
_FEWEST, _MOST = 2, 8  # lines of a card
_LINES = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING})
_NAME = re.compile(r"(?:[^\W\d_][\w.'’-]*,? ){1,4}[^\W\d_][\w.'’-]*(?:,? [^\W\d_]\w*\.?){0,2}")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_NUMBER = re.compile(r"\+?\(?\d[\d()/ .-]{4,}\d")
_ENDED = re.compile(r"[.!?:;]$")


def with_cards(text: str, blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks of a text, the lines of each card as one.

    >>> text = "Nils Aas\\nTreasurer\\nnils@mill.example\\nIda Holm\\nida@mill.example"
    >>> ends = [(0, 8), (9, 18), (19, 36), (37, 45), (46, 62)]
    >>> [tuple(b)[1:] for b in with_cards(text, [Block(BlockKind.PARAGRAPH, *at) for at in ends])]
    [(0, 36), (37, 62)]
    """
    number = 0
    while number < len(blocks):
        last = _end_of_card(text, blocks, number)
        if last > number:
            yield Block(BlockKind.ROW, blocks[number].start, blocks[last].end)
        else:
            yield blocks[number]
        number = last + 1


def lines_of(text: str) -> list[str]:
    """The lines of a passage that is a card; none where it is none."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    card = _FEWEST <= len(lines) <= _MOST and all(map(_is_line, lines)) and is_name(lines[0])
    return lines if card and any(map(is_contact, lines[1:])) else []


def is_contact(line: str) -> bool:
    """Whether a line is a mail address or a telephone number, and nothing else."""
    return _MAIL.fullmatch(line) is not None or _NUMBER.fullmatch(line) is not None


def is_name(line: str) -> bool:
    """Whether a line may be somebody's name: a few words, the first and last written large."""
    words = line.replace(",", "").split()
    named = _NAME.fullmatch(line) is not None and words[0][0].isupper() and words[-1][0].isupper()
    return named and all(word[0].isupper() or len(word) <= 3 for word in words)


def _end_of_card(text: str, blocks: Sequence[Block], first: int) -> int:
    """The number of the last line of the card that begins at a line; that line's if none does."""
    if blocks[first].kind not in _LINES or not is_name(_said(text, blocks[first])):
        return first
    end, told = first, False
    for number in range(first + 1, min(first + _MOST, len(blocks))):
        said = _said(text, blocks[number])
        contact = is_contact(said)
        if not _follows(text, blocks, number, most=_gap(blocks[first])) or not _is_line(said):
            break
        if told and not contact and is_name(said):
            break  # the next card
        told = told or contact
        end = number
    return end if told else first


def _gap(name: Block) -> int:
    """Line ends between the lines of a card: a page sets each line below a heading apart."""
    return 2 if name.kind is BlockKind.HEADING else 1


def _follows(text: str, blocks: Sequence[Block], number: int, *, most: int) -> bool:
    """Whether a block is a line right below the one before it, and no heading of its own."""
    between = text[blocks[number - 1].end : blocks[number].start]
    heading = most > 1 and blocks[number].kind is BlockKind.HEADING
    return blocks[number].kind in _LINES and not heading and 1 <= between.count("\n") <= most


def _is_line(line: str) -> bool:
    return 0 < len(line) <= _LONGEST and _ENDED.search(line) is None and ": " not in line


def _said(text: str, block: Block) -> str:
    return text[block.start : block.end]
