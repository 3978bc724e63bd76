"""A heading that runs into its paragraph is a heading of what stands below it."""

from __future__ import annotations

from itertools import accumulate

import pytest

from retrieval.reading.plain import read
from retrieval.reading.text.run_in import with_headings
from retrieval.records import Block, BlockKind

MINUTES = """Harbour board, 14 May

1. Dredging. The channel has silted up. Two offers had come in.

2. Mooring fees. The fee for yachts rises from 18 to 21 euros a night."""


def blocks(text: str) -> list[tuple[BlockKind, str]]:
    page = read(text)
    return [(b.kind, text[b.start : b.end]) for b in with_headings(text, page.blocks)]


def test_a_numbered_heading_stands_apart_from_its_paragraph() -> None:
    assert blocks(MINUTES)[1:] == [
        (BlockKind.HEADING, "1. Dredging."),
        (BlockKind.PARAGRAPH, "The channel has silted up. Two offers had come in."),
        (BlockKind.HEADING, "2. Mooring fees."),
        (BlockKind.PARAGRAPH, "The fee for yachts rises from 18 to 21 euros a night."),
    ]


SERVICES = """Parking. The first hour is free. A day costs nine crowns.

Care of the garden. The beds are watered by those who live next to them.

Those who go away tell a neighbour.

Post. Letters come at ten in the morning."""


def test_headings_without_numbers_are_told_by_their_likes() -> None:
    found = [name for kind, name in blocks(SERVICES) if kind is BlockKind.HEADING]
    assert found == ["Parking.", "Care of the garden.", "Post."]


@pytest.mark.parametrize(
    "paragraphs",
    [
        ["Parking. The first hour is free.", "A day costs nine crowns."],
        ["He left. The door stood open.", "It rained. The street was empty.", "So. He was gone."],
        ["Nonsense. The mayor never said so."] * 3,
        [
            "Why? Leaves. Wet ones are like soap.",
            "In May. The line was shut.",
            "Post. It comes at ten.",
        ],
    ],
)
def test_a_lone_label_or_short_sentences_are_no_headings(paragraphs: list[str]) -> None:
    text = "\n\n".join(paragraphs)
    ends = list(accumulate(len(told) + 2 for told in paragraphs))
    parts = [
        Block(BlockKind.PARAGRAPH, end - 2 - len(told), end - 2)
        for end, told in zip(ends, paragraphs, strict=True)
    ]
    assert list(with_headings(text, parts)) == parts


@pytest.mark.parametrize(
    "text",
    [
        "1. Press the dial. Wait until the lamp is green.",
        "1. The board met in May. It was cold on that day.",
        "1. Milk. Two litres.",
        "In 2021. The board met again in the customs house.",
    ],
)
def test_an_order_a_sentence_or_a_mere_item_is_none(text: str) -> None:
    assert BlockKind.HEADING not in {kind for kind, _ in blocks(text)}
