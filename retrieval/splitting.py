"""Document to passages."""
from __future__ import annotations
import sentencex
from retrieval.records import BlockKind, Document, Span


def spans(document: Document) -> list[Span]:
    """Whole sentences."""
    found = []
    for block in document.blocks:
        if block.kind is BlockKind.FURNITURE:
            continue
        text = document.text[block.start : block.end]
        at = 0
        for piece in sentencex.segment(document.language or "en", text):
            start = text.index(piece, at)
            at = start + len(piece)
            stripped = piece.strip()
            if stripped:
                first = block.start + start + piece.index(stripped)
                found.append(Span(first, first + len(stripped)))
    return found
