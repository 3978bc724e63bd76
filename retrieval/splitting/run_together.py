"""Sentences that a page has run together: "shut.The board", "of Lunde, Mass. She was"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from retrieval.records import Span

_STATES = """
Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Mo Mont Neb Nev Okla Ore
Pa Tenn Tex Va Vt Wash Wis Wyo
"""
_RUN_TOGETHER = re.compile(
    r"(?<=[a-z]{3}[.!?])(?=(?:[A-Z][a-z]{2,}|[AI])\s[a-z])"
    rf"|, (?:{'|'.join(_STATES.split())})\.\s+(?=(?:He|She|They|It|We|His|Her|Their|In|After|The"
    r"|[A-Z]\w+ (?:was|were|is|had|has|will|died|served|graduated|attended|worked|married))\b)"
)
_IN_ADDRESS = re.compile(r"[/@]|\w\.\w")


def run_together(text: str, span: Span) -> Iterator[Span]:
    """The sentences of a span that no blank parts ("shut.The"), or only a state's "Mass." does."""
    start = span.start
    for cut in _RUN_TOGETHER.finditer(text, span.start, span.end):
        word = text[text.rfind(" ", 0, cut.start()) + 1 : cut.end()]
        if cut.end() > start and not _IN_ADDRESS.search(word):
            yield Span(start, cut.end())
            start = cut.end()
    yield Span(start, span.end)
