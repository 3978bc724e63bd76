"""Stretches that go on too long without an end, and Thai, which marks no ends of sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from retrieval.records import Span

LONGEST = 1_000
_THAI = re.compile("[\u0e00-\u0eff]")
_THAI_LENGTH = 700
_THAI_GOES_ON = re.compile(r"[ๆฯ\d(\[]|(?:และ|หรือ|ของ|ที่|ใน)")
_BREAKS = (re.compile(r"[;:；：]\s*"), re.compile(r"[,،，、]\s*|\s[–—-]\s"), re.compile(r"\s+"))


def is_thai(text: str) -> bool:
    """Whether most of a text is in letters of Thai or Lao."""
    return _THAI.search(text) is not None and len(_THAI.findall(text)) * 2 > len(text)


def parted(text: str, span: Span) -> Iterator[Span]:
    """An over-long sentence cut at a semicolon, a comma or a blank in its latter half."""
    start = span.start
    while span.end - start > LONGEST:
        cut = start + LONGEST
        for breaks in _BREAKS:
            found = [m.end() for m in breaks.finditer(text, start + LONGEST // 2, start + LONGEST)]
            if found:
                cut = found[-1]
                break
        yield Span(start, cut)
        start = cut
    yield Span(start, span.end)


def thai(text: str) -> list[Span]:
    """Thai parts sentences by blanks, and phrases too, and nothing tells which: what stands between
    blanks is joined to about the length of a paragraph.
    """
    found: list[Span] = []
    start = 0
    for blank in re.finditer(r"\s+", text):
        if blank.end() - start >= _THAI_LENGTH and not _THAI_GOES_ON.match(text, blank.end()):
            found += parted(text, Span(start, blank.end()))
            start = blank.end()
    return [*found, *parted(text, Span(start, len(text)))]
