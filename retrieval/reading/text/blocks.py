"""Plain text to blocks: wrapped lines are joined; items, rows and headings told apart."""

from __future__ import annotations

from retrieval.reading.text.headings import is_heading, is_part, is_title
from retrieval.reading.text.lines import Line, is_item, is_row, lines_of
from retrieval.reading.text.wrapping import continues, is_broken, wrap_width
from retrieval.records import Block, BlockKind

_FEW_BLANKS = 4  # lines that aren't blank to each that is, of a text with a line for each paragraph


def blocks_of(text: str) -> list[Block]:
    """The blocks of a plain text, before any of them is called furniture."""
    lines = list(lines_of(text))
    width, broken = wrap_width(lines), is_broken(lines)
    if not width and sum(line.after_blank for line in lines) * _FEW_BLANKS <= len(lines):
        lines = [line._replace(parted=True) for line in lines]
    groups: list[list[Line]] = []
    for number, line in enumerate(lines):
        if groups and continues(lines[number - 1], line, groups[-1][0], width, broken=broken):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_block(groups, number) for number in range(len(groups))]


def _block(groups: list[list[Line]], number: int) -> Block:
    """The block of a group of lines, judged with the groups beside it."""
    group = groups[number]
    start, end = group[0].start, group[-1].end
    after = groups[number + 1][0] if number + 1 < len(groups) else None
    before = groups[number - 1][-1] if number else None
    kind = BlockKind.PARAGRAPH
    if is_item(group[0].text):
        titled = len(group) == 1 and after and is_title(group[0], before, groups[number + 1])
        kind = BlockKind.HEADING if titled else BlockKind.ITEM
    elif len(group) == 1 and is_row(group[0].text) and _has_row_beside(group[0], before, after):
        kind = BlockKind.ROW
    elif len(group) == 1 and after:
        titled = is_heading(group[0], groups[number + 1]) or is_part(group[0], after)
        kind = BlockKind.HEADING if titled else BlockKind.PARAGRAPH
    return Block(kind, start, end)


def _has_row_beside(line: Line, before: Line | None, after: Line | None) -> bool:
    above = before is not None and not line.after_blank and is_row(before.text)
    below = after is not None and not after.after_blank and is_row(after.text)
    return above or below
