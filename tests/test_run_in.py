"""A heading that runs into its paragraph is a heading of what stands below it."""

from __future__ import annotations

import pytest

from retrieval.reading.plain import read
from retrieval.reading.text.run_in import with_headings
from retrieval.records import BlockKind

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
