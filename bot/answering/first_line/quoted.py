"""Lifted words that stand in somebody's direct speech: none from behind its closing mark."""

from __future__ import annotations

from retrieval.records import Span

_OPENING = "“«"
_CLOSING = "”»"
_STRAIGHT = '"'
_LOOSE = " .,;:!?"


def within_speech(text: str, span: Span) -> Span:
    """The span, up to where the direct speech ends in which it begins.

    >>> within_speech('"It shut because of ice," she said.', Span(9, 34))
    Span(start=9, end=23)
    """
    if not _is_open(text[: span.start]):
        return span
    marks = (place for place in range(*span) if text[place] in _CLOSING + _STRAIGHT)
    end = next(marks, span.end)
    return Span(span.start, len(text[:end].rstrip(_LOOSE))) if end < span.end else span


def _is_open(before: str) -> bool:
    """Whether the last quotation mark in a text opens direct speech."""
    if before.count(_STRAIGHT) % 2:
        return True
    return max(map(before.rfind, _OPENING)) > max(map(before.rfind, _CLOSING))
